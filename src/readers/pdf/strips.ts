import type { JoinedCell, JoinedTable } from './table.ts'
import { columnOf, textOf } from './table.ts'

/**
 * Takes away the strip at the end of a page from which a row was pushed to the next page: it holds nothing and no rule
 * ends it. Says whether there was one.
 */
export function dropStrip(table: JoinedTable, top: JoinedCell[]): boolean {
  const strip = table.tail.filter(({ rowSpan }) => rowSpan === 1)
  if (table.rows === 1 || !strip.every((cell) => textOf(cell) === '' && endsOpen(cell))) return false
  const columns = new Set(top.map(columnOf))
  // The empty beginning of a row that the page end cuts has the columns of that row.
  if (strip.length > 0 && strip.every((cell) => columns.has(columnOf(cell)))) return false
  for (const cell of table.tail) cell.rowSpan--
  table.cells = table.cells.filter(({ rowSpan }) => rowSpan > 0)
  table.rows--
  table.tail = table.cells.filter(({ row, rowSpan }) => row + rowSpan === table.rows)
  return true
}

// Lower than a row with a line of small print.
const lowest = 14

/** Whether what a cell has on the page on which it ends is empty, and too low to be a row of its own. */
export function isLow({ lines, slices }: JoinedCell): boolean {
  const box = slices.at(-1)?.box
  return box !== undefined && lines.length === 0 && box.bottom - box.top < lowest
}

/** Whether no rule ends a cell: the page end cuts it. */
export function endsOpen({ slices }: JoinedCell): boolean {
  return slices.at(-1)?.openBottom ?? false
}

/** Whether no rule begins a cell: it comes from the page before. */
export function beginsOpen({ slices }: JoinedCell): boolean {
  return slices[0]?.openTop ?? false
}

/**
 * Closes gaps: a cell that comes from the page before may end within the last of its rows, since the row has moved down
 * and the cell has not grown. The empty space below it belongs to it. Below a header printed again, any cell may come
 * from there.
 */
export function withoutGaps(cells: JoinedCell[], header: number): JoinedCell[] {
  const isOld = (cell: JoinedCell) => cell.row === header && (header > 0 || beginsOpen(cell))
  let kept = cells
  const lines = new Set(cells.filter(isOld).map(endOf))
  for (const line of [...lines].sort((a, b) => b - a)) {
    const gaps = cells.filter(({ row }) => row === line)
    if (isGap(line, gaps, cells, isOld)) kept = closeGap(line, gaps, kept)
  }
  return kept
}

// Nothing but empty space begins at the line, nothing but what comes from the page before ends there, and rows run
// through it; such as begin on this page, unless the space is too low for a row.
function isGap(line: number, gaps: JoinedCell[], cells: JoinedCell[], isOld: (cell: JoinedCell) => boolean): boolean {
  const ends = cells.filter((cell) => endOf(cell) === line)
  const through = cells.filter((cell) => cell.row < line && endOf(cell) > line)
  const isThrough = gaps.every(isLow) ? through.length > 0 : through.some((cell) => !isOld(cell))
  return isThrough && gaps.every((gap) => textOf(gap) === '') && ends.every(isOld)
}

function closeGap(line: number, gaps: JoinedCell[], cells: JoinedCell[]): JoinedCell[] {
  const kept = cells.filter((cell) => !gaps.includes(cell))
  for (const cell of kept) {
    const gap = gaps.find(({ column, colSpan }) => column <= cell.column && cell.column < column + colSpan)
    if (endOf(cell) === line && gap) growTo(cell, gap)
  }
  for (const cell of kept) {
    if (cell.row > line) cell.row--
    else if (endOf(cell) > line) cell.rowSpan--
  }
  return kept
}

function growTo(cell: JoinedCell, gap: JoinedCell): void {
  const [slice, space] = [cell.slices[0], gap.slices[0]]
  cell.rowSpan += gap.rowSpan
  if (slice && space) slice.box.bottom = space.box.bottom
}

function endOf({ row, rowSpan }: JoinedCell): number {
  return row + rowSpan
}
