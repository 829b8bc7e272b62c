import type { Box, Cell, Paragraph, Passage, Piece, Position } from '../../document.ts'
import { around } from '../../document.ts'
import type { Bytes } from './bytes.ts'
import type { Line } from './lines.ts'

/** The places of all text of a file. Few of them are asked for, and as objects they take ten times the memory. */
export interface Places {
  file: string
  bytes: Bytes
}

/** A text, and the ink of each of its lines. */
export interface Print {
  text: string
  inks: Ink[]
}

/** The ink of a line, without its leading spaces, and where it begins in a text. */
interface Ink {
  line: Line
  lead: number
  start: number
  length: number
}

/** A passage that looks its places up when it is asked for them. */
export class PrintedPassage implements Passage {
  readonly text: string
  protected readonly places: Places
  readonly #at: number

  constructor(places: Places, { text, inks }: Print) {
    this.text = text
    this.places = places
    this.#at = writeInks(places.bytes, inks)
  }

  get file(): string {
    return this.places.file
  }

  get pieces(): Piece[] {
    return readPieces(this.places.bytes, this.#at)
  }
}

export class PrintedParagraph extends PrintedPassage implements Paragraph {
  readonly type = 'paragraph'
}

/** Where a cell stands in its table, and its frame on each page. */
export interface Grid extends Pick<Cell, 'row' | 'column' | 'rowSpan' | 'colSpan'> {
  slices: { page: number; shown: Box }[]
}

export class PrintedCell extends PrintedPassage implements Cell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly #at: number

  constructor(places: Places, print: Print, { row, column, rowSpan, colSpan, slices }: Grid) {
    super(places, print)
    this.row = row
    this.column = column
    this.rowSpan = rowSpan
    this.colSpan = colSpan
    this.#at = writeSlices(places.bytes, slices)
  }

  get positions(): Position[] {
    return readPositions(this.places.bytes, this.#at)
  }
}

class PrintedPiece implements Piece {
  readonly start: number
  readonly end: number
  readonly #page: number
  readonly #bytes: Bytes
  readonly #at: number

  constructor(start: number, end: number, page: number, bytes: Bytes, at: number) {
    this.start = start
    this.end = end
    this.#page = page
    this.#bytes = bytes
    this.#at = at
  }

  get position(): Position {
    const glyphs = this.#bytes.from(this.#at).boxes(this.end - this.start)
    return { kind: 'page', page: this.#page, box: around(glyphs), glyphs }
  }
}

// First the boxes of all characters, then how long each piece is, so that pieces are told without reading boxes.
function writeInks(bytes: Bytes, inks: Ink[]): number {
  const sizes = inks.map(({ line, lead, length }) => {
    const from = bytes.length
    bytes.boxes(line.glyphs.subarray(lead * 4, (lead + length) * 4))
    return bytes.length - from
  })
  const at = bytes.length
  bytes.number(sizes.reduce((sum, size) => sum + size, 0))
  bytes.number(inks.length)
  let end = 0
  for (const [index, { line, start, length }] of inks.entries()) {
    for (const number of [start - end, length, line.page, sizes[index] ?? 0]) bytes.number(number)
    end = start + length
  }
  return at
}

function readPieces(bytes: Bytes, at: number): Piece[] {
  const cursor = bytes.from(at)
  let place = at - cursor.number()
  let end = 0
  return Array.from({ length: cursor.number() }, () => {
    const start = end + cursor.number()
    end = start + cursor.number()
    const piece = new PrintedPiece(start, end, cursor.number(), bytes, place)
    place += cursor.number()
    return piece
  })
}

function writeSlices(bytes: Bytes, slices: Grid['slices']): number {
  const at = bytes.length
  bytes.number(slices.length)
  for (const { page, shown } of slices) {
    bytes.number(page)
    bytes.box(shown)
  }
  return at
}

function readPositions(bytes: Bytes, at: number): Position[] {
  const cursor = bytes.from(at)
  return Array.from({ length: cursor.number() }, () => ({ kind: 'page', page: cursor.number(), box: cursor.box() }))
}
