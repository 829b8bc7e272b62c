import type { Stretch } from './columns.ts'
import { cellsOf, columnsIn, cover, covered } from './columns.ts'
import type { Row } from './segments.ts'

/** Rows `from` to `to`, the last not included, whose columns agree. */
export interface Block {
  from: number
  to: number
}

// The bound keeps hostile files cheap; no page has as many rows, no row as many columns.
const [mostRows, mostColumns] = [400, 50]

/** The rows from one on that follow each other closely and keep the same gaps free. */
export function blockAt(from: number, rows: Row[]): Block {
  const first = rows[from]
  if (!first || first.segments.length < 2 || isTall(first) || isOther(first)) return { from, to: from }
  let stretches = covered([first])
  let to = from + 1
  for (; to < rows.length && to - from < mostRows; to++) {
    const [last, row] = [rows[to - 1], rows[to]]
    if (!last || !row || isTall(row) || isOther(row) || isFar(rows, to) || isTitle(rows, from, to)) break
    const wider = cover(stretches, row)
    if (!keepsGaps(stretches, wider, row)) break
    stretches = wider
  }
  return { from, to }
}

/** Whether a row is a label that runs down the page, or a formula. */
export function isTall({ top, bottom, size }: Row): boolean {
  return bottom - top > size * 2.5
}

// One text, in another size or further below than the rows follow each other, is no row but begins something else.
function isTitle(rows: Row[], from: number, index: number): boolean {
  const [last, row] = [rows[index - 1], rows[index]]
  if (!last || !row || row.segments.length > 1) return false
  const feet = rows.slice(Math.max(from, index - 6), index).map(({ bottom }) => bottom)
  const pitches = feet.slice(1).map((foot, at) => foot - (feet[at] ?? 0))
  const isApart = pitches.length > 0 && row.bottom - last.bottom > Math.max(...pitches) * 1.35
  return isApart || Math.abs(row.size - last.size) > last.size * 0.1
}

// Dots that lead to a page number, or a line to fill in; or more pieces than a table has columns.
function isOther({ segments }: Row): boolean {
  return segments.length > mostColumns || segments.some(({ text }) => /[.．·•…_]{4}|(?:[.．·•] ){3}/u.test(text))
}

/** Whether a row stands apart from the one before it: further than two lines, and further than that did. */
export function isFar(rows: Row[], index: number): boolean {
  const [before, last, row] = [rows[index - 2], rows[index - 1], rows[index]]
  if (!last || !row) return true
  const usual = before ? (last.top - before.bottom) * 1.3 : 0
  return row.top - last.bottom > Math.max(Math.min(last.size, row.size) * 2, Math.min(usual, last.size * 4))
}

function keepsGaps(before: Stretch[], after: Stretch[], row: Row): boolean {
  const columns = columnsIn(after, row.size)
  const kept = columnsIn(before, row.size).every((column, index, all) => {
    const next = all[index + 1]
    if (!next) return true
    return columns.some(
      ({ right }, at) => right >= column.left && right < next.left && (columns[at + 1]?.left ?? 0) > column.right,
    )
  })
  return kept && cellsOf(row, columns) !== undefined
}
