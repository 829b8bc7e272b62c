import { around, type Box, type Cell, type Passage, type Piece, type Position, type Span } from './document.ts'
import type { Location, Repair, Sourced } from './model.ts'

// Which span a list of places was made from. The list itself is the key, so it survives every copy of the value.
let spansOf = new WeakMap<readonly Location[], Span | Span[]>()

/** The one place where a value gets its text and its source. The texts of several spans are joined. */
export function quote<T>(from: Span | Span[], value: T | null, repaired?: Repair, joint = '\n'): Sourced<T> {
  const spans = Array.isArray(from) ? from : [from]
  const text = spans.map(({ passage, start, end }) => passage.text.slice(start, end)).join(joint)
  return { value, text, source: sourceOf(spans), ...(repaired && { repaired }) }
}

/** Where spans are printed, as URI references in reading order. */
export function sourceOf(spans: Span[]): Location[] {
  const source = [...new Set(spans.flatMap(locate))]
  const [first, ...others] = spans
  spansOf.set(source, first && others.length === 0 ? first : spans)
  return source
}

/** The spans that a source was made from; none for a source that was read from JSON. */
export function spansBehind(source: readonly Location[]): Span[] {
  return [spansOf.get(source) ?? []].flat()
}

/** Forgets the spans of all sources, and with them the text of their document, which a report needs no more. */
export function forgetSpans(): void {
  spansOf = new WeakMap()
}

function locate({ passage, start, end }: Span): Location[] {
  const pieces = passage.pieces.flatMap((piece) => cut(piece, start, end))
  const isWhole = start === 0 && end === passage.text.length
  const positions = isWhole || pieces.length === 0 ? byPage(passage, pieces) : pieces.map(({ position }) => position)
  return lines(positions).map((fragment) => [encode(passage.file), fragment].join('#'))
}

/** Write one position as a URI reference. */
export function formatPosition(file: string, position: Position): Location {
  return `${encode(file)}#${fragmentOf(position)}`
}

function cut(piece: Piece, start: number, end: number): Piece[] {
  const [from, to] = [Math.max(piece.start, start), Math.min(piece.end, end)]
  if (from >= to) return []
  const { position } = piece
  if (position.kind !== 'page' || !position.glyphs || (from === piece.start && to === piece.end)) return [piece]
  const glyphs = position.glyphs.subarray((from - piece.start) * 4, (to - piece.start) * 4)
  return [{ start: from, end: to, position: { ...position, glyphs, box: around(glyphs) } }]
}

// One box a page for a whole passage. What is empty stands where its cell stands, or beside the rest of its paragraph.
function byPage(passage: Passage, pieces: Piece[]): Position[] {
  if (pieces.length === 0 && isCell(passage)) return passage.positions
  if (pieces.length === 0 && passage.pieces.length > 0) return byPage(passage, passage.pieces)
  const positions: Position[] = []
  for (const { position } of pieces) {
    const last = positions.at(-1)
    if (last?.kind === 'page' && position.kind === 'page' && last.page === position.page) {
      positions[positions.length - 1] = { kind: 'page', page: last.page, box: union(last.box, position.box) }
    } else positions.push(position)
  }
  return positions
}

function isCell(passage: Passage): passage is Cell {
  return 'positions' in passage
}

/** The smallest box that holds two boxes. */
function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

// Lines of a text file are written as one range: first, last.
function lines(positions: Position[]): string[] {
  const numbers = positions.flatMap((position) => (position.kind === 'line' ? [position.line] : []))
  const [first, last] = [numbers[0], numbers.at(-1)]
  const others = positions.filter(({ kind }) => kind !== 'line').map(fragmentOf)
  if (first === undefined || last === undefined) return others
  return [`line=${first === last ? first : `${first},${last}`}`, ...others]
}

function fragmentOf(position: Position): string {
  if (position.kind === 'page') return `page=${position.page}&viewrect=${rectangle(position.box)}`
  if (position.kind === 'line') return `line=${position.line}`
  if (position.kind === 'cell') return `table=${position.table}&cell=${position.row},${position.column}`
  return `paragraph=${position.paragraph}`
}

// Rounded outward to a tenth of a point. Coordinates carry float32 noise of some 1e-4, which must not cost a tenth.
function rectangle({ left, top, right, bottom }: Box): string {
  const [x, y] = [Math.floor(left * 10 + 0.01), Math.floor(top * 10 + 0.01)]
  const [width, height] = [Math.ceil(right * 10 - 0.01) - x, Math.ceil(bottom * 10 - 0.01) - y]
  return [x, y, width, height].map((tenths) => tenths / 10).join(',')
}

function encode(file: string): string {
  return file.replace(/[%#?\s]/gu, encodeURIComponent)
}
