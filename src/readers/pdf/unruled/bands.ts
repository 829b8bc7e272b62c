import type { Bar } from './bars.ts'
import type { Piece } from './columns.ts'
import { piecesOf } from './columns.ts'
import { isFigure } from './figures.ts'
import type { Region } from './regions.ts'
import type { Row } from './segments.ts'

/** A row of the table: lines of print between two heights. */
export interface Band {
  top: number
  bottom: number
  lines: Row[]
}

/** Groups lines into the rows of the table: by the rules between them, else by their distance. */
export function bandsOf(region: Omit<Region, 'to'>): Band[] {
  const { rows, bars } = region
  const ends = rows.flatMap((_, index) => (isEnd(index, region) ? [index] : []))
  return ends.map((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1
    return {
      lines: rows.slice(start, end + 1),
      top: heightAt(start, rows, bars),
      bottom: heightAt(end + 1, rows, bars),
    }
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

function isEnd(index: number, region: Omit<Region, 'to'>): boolean {
  const { rows, head, columns, bars } = region
  const [row, next] = [rows[index], rows[index + 1]]
  if (!row || !next || index + 1 === head || barAt(index + 1, rows, bars)) return true
  const [above, below] = [piecesOf(row, columns) ?? [], piecesOf(next, columns) ?? []]
  if (index + 1 < head) return above.some((piece) => isOver(piece, below))
  return !isOneRow(index, region, above, below)
}

// A text over columns that have texts of their own.
function isOver({ first, last }: Piece, below: Piece[]): boolean {
  return first < last && below.some((piece) => piece.first >= first && piece.last <= last)
}

// Lines closer than rows that each have figures are of one row, when they do not both have figures.
function isOneRow(index: number, region: Omit<Region, 'to'>, above: Piece[], below: Piece[]): boolean {
  const { rows, head } = region
  if (hasFigures(above) && hasFigures(below)) return false
  const whole = rows.flatMap(({ top, segments }, at) =>
    at >= head && hasFigures(segments.slice(1).map((segment) => ({ segment }))) ? [{ at, top }] : [],
  )
  const pitches = whole.flatMap(({ at, top }, place) => {
    const before = whole[place - 1]
    return before && before.at === at - 1 ? [top - before.top] : []
  })
  const pitch = (rows[index + 1]?.top ?? 0) - (rows[index]?.top ?? 0)
  return pitches.length > 0 && pitch < Math.min(...pitches) * 0.87
}

function hasFigures(pieces: Pick<Piece, 'segment'>[]): boolean {
  return pieces.some(({ segment }) => isFigure(segment.text))
}
