import type { Bar } from './bars.ts'
import type { Piece } from './columns.ts'
import { piecesOf } from './columns.ts'
import { isFigure } from './figures.ts'
import type { Region } from './regions.ts'
import type { Row } from './segments.ts'

/** What the rows of a table are told by. */
export type Grid = Pick<Region, 'rows' | 'head' | 'columns' | 'bars'>

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
  const told = { isBounded: isBounded(lines, region), pitch: leastPitch(lines.slice(region.head)) }
  const ends = rows.flatMap((_, index) => (isEnd(index, lines, region.head, told) ? [index] : []))
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
  hasFigures: boolean
  size: number
  /** From its foot to that of the next line; a rule between them makes it endless. */
  pitch: number
}

function linesOf({ rows, columns, bars }: Grid): Line[] {
  return rows.map((row, index) => {
    const next = rows[index + 1]
    const isLast = !next || barAt(index + 1, rows, bars) !== undefined
    const pieces = piecesOf(row, columns) ?? []
    const hasFigures = pieces.some(({ first, segment }) => first > 0 && isFigure(segment.text))
    return { pieces, hasFigures, size: row.size, pitch: isLast ? Infinity : next.bottom - row.bottom }
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

/** Whether each row has rules above and below it, and the least distance of rows that each have figures. */
interface Told {
  isBounded: boolean
  pitch: number
}

function isEnd(index: number, lines: Line[], head: number, { isBounded, pitch }: Told): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  if (!line || !next || line.pitch === Infinity || index + 1 === head) return true
  if (index + 1 < head) return line.pieces.some((piece) => isOver(piece, lines.slice(index + 1, head)))
  return !isTouching(line) && !isBounded && !isOneRow(index, lines, pitch)
}

// So close to the next that both must be of one row: texts of different height, set to the middle.
function isTouching({ pitch, size }: Line): boolean {
  return pitch < size * 0.85
}

// A text over columns that have texts of their own.
function isOver({ first, last }: Piece, below: Line[]): boolean {
  return first < last && below.some(({ pieces }) => pieces.some((piece) => piece.first >= first && piece.last <= last))
}

// Then no two lines between two rules have figures in one column, or
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

function isOneRow(index: number, lines: Line[], least: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  if (!line || !next) return false
  if (isLone(next, line) && line.pitch <= next.pitch) return true
  if (isLone(line, next) && line.pitch < (lines[index - 1]?.pitch ?? Infinity)) return true
  if (line.hasFigures && next.hasFigures) return false
  return least < Infinity && line.pitch < least * 0.87
}

function leastPitch(lines: Line[]): number {
  const whole = lines.filter((line, at) => line.hasFigures && lines[at + 1]?.hasFigures)
  return whole.reduce((least, { pitch }) => Math.min(least, pitch), Infinity)
}

// A text that stands alone beside a text of its column is of one cell with it.
function isLone({ pieces: [piece, other] }: Line, { pieces }: Line): boolean {
  if (!piece || other || piece.first === 0 || isFigure(piece.segment.text)) return false
  return pieces.some(
    ({ first, last, segment }) => first === piece.first && last === piece.last && !isFigure(segment.text),
  )
}
