import type { Bar } from './bars.ts'
import type { Piece } from './columns.ts'
import { piecesOf } from './columns.ts'
import { isFigure } from './figures.ts'
import type { Region } from './regions.ts'
import type { Row } from './segments.ts'

/** What the rows of a table are told by. */
type Grid = Pick<Region, 'rows' | 'head' | 'columns' | 'bars'>

/** A row of the table: lines of print between two heights. */
export interface Band {
  top: number
  bottom: number
  lines: Row[]
}

/** Groups lines into the rows of the table: by the rules between them, else by their distance. */
export function bandsOf(region: Grid): Band[] {
  const { rows, bars } = region
  const lines = linesOf(region)
  const ends = rows.flatMap((_, index) => (isEnd(index, lines, region) ? [index] : []))
  return ends.map((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1
    return {
      lines: rows.slice(start, end + 1),
      top: heightAt(start, rows, bars),
      bottom: heightAt(end + 1, rows, bars),
    }
  })
}

/** A line of print, and what tells whether it is of one row with the next. */
interface Line {
  pieces: Piece[]
  size: number
  /** From its foot to that of the next line; a rule between them makes it endless. */
  pitch: number
}

function linesOf({ rows, columns, bars }: Grid): Line[] {
  return rows.map((row, index) => {
    const next = rows[index + 1]
    const isLast = !next || barAt(index + 1, rows, bars) !== undefined
    return { pieces: piecesOf(row, columns) ?? [], size: row.size, pitch: isLast ? Infinity : next.bottom - row.bottom }
  })
}

// Where the line between two rows is: that of the rule there, else half way.
function heightAt(index: number, rows: Row[], bars: Bar[]): number {
  const [above, below] = [rows[index - 1], rows[index]]
  const ruled = barAt(index, rows, bars)
  if (ruled) return ruled.at
  if (!above) return (below?.top ?? 0) - 1
  return below ? (above.bottom + below.top) / 2 : above.bottom + 1
}

function barAt(index: number, rows: Row[], bars: Bar[]): Bar | undefined {
  const [above, below] = [rows[index - 1], rows[index]]
  return bars.find(({ at }) => (!above || middleOf(above) <= at) && (!below || at < middleOf(below)))
}

function middleOf({ top, bottom }: Row): number {
  return (top + bottom) / 2
}

function isEnd(index: number, lines: Line[], region: Grid): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  if (!line || !next || line.pitch === Infinity || index + 1 === region.head) return true
  if (index + 1 < region.head) return line.pieces.some((piece) => isOver(piece, lines.slice(index + 1, region.head)))
  if (isTouching(line)) return false
  return !isBounded(lines, region) && !isOneRow(index, lines, region.head)
}

// So close to the next that both must be of one row: texts of different height, set to the middle.
function isTouching({ pitch, size }: Line): boolean {
  return pitch < size * 0.85
}

// A text over columns that have texts of their own.
function isOver({ first, last }: Piece, below: Line[]): boolean {
  return first < last && below.some(({ pieces }) => pieces.some((piece) => piece.first >= first && piece.last <= last))
}

// Whether each row has rules above and below it: then no two lines between two rules have figures in one column, or
// both fill it.
function isBounded(lines: Line[], { head, bars, columns }: Grid): boolean {
  if (bars.length < 4) return false
  return lines.every((line, index) => {
    const next = lines[index + 1]
    if (index < head || !next || line.pitch === Infinity) return true
    const isFull = [line, next].every(({ pieces }) => pieces.length >= columns.length - 1)
    return !isFull && !line.pieces.some((piece) => isFigured(piece, next.pieces))
  })
}

function isFigured({ first, segment }: Piece, others: Piece[]): boolean {
  return (
    first > 0 && isFigure(segment.text) && others.some((other) => other.first === first && isFigure(other.segment.text))
  )
}

function isOneRow(index: number, lines: Line[], head: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  if (!line || !next) return false
  if (isLone(next, line) && line.pitch <= next.pitch) return true
  if (isLone(line, next) && line.pitch < (lines[index - 1]?.pitch ?? Infinity)) return true
  if (hasFigures(line.pieces) && hasFigures(next.pieces)) return false
  const whole = lines.filter(
    (each, at) => at >= head && hasFigures(each.pieces.slice(1)) && hasFigures(lines[at + 1]?.pieces ?? []),
  )
  return whole.length > 0 && line.pitch < Math.min(...whole.map(({ pitch }) => pitch)) * 0.87
}

// A text that stands alone beside a text of its column is of one cell with it.
function isLone({ pieces: [piece, other] }: Line, { pieces }: Line): boolean {
  if (!piece || other || piece.first === 0 || isFigure(piece.segment.text)) return false
  return pieces.some(
    ({ first, last, segment }) => first === piece.first && last === piece.last && !isFigure(segment.text),
  )
}

function hasFigures(pieces: Piece[]): boolean {
  return pieces.some(({ segment }) => isFigure(segment.text))
}
