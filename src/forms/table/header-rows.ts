import { bare, type Cell, type Table } from '../../document.ts'
import { field, fundingSource, role, yearOfHead } from '../../vocabulary.ts'

/**
 * The headers of a row of an indicator table, which may begin a row higher, where they stand beside the head of a group of
 * columns, and of which one may be parted into several below it: 指标值 into 指标性质, 指标值 and 计量单位. `lowest` are those
 * over the rows of indicators, which begin at `end`.
 */
export function headsAt(table: Table, headers: Cell[], row: number): { cells: Cell[]; lowest: Cell[]; end: number } {
  const top = headersAt(table, headers, row)
  const end = endOfHeads(table, top, row)
  const parts = headers.filter((cell) => cell.row > row && cell.row < end)
  const cells = [...top, ...parts]
  const isParted = (cell: Cell) => parts.some((part) => cell.row < part.row && isOver(cell, part))
  return { cells, lowest: cells.filter((cell) => !isParted(cell)), end }
}

function isOver({ column, colSpan }: Cell, below: Cell): boolean {
  return column <= below.column && below.column < column + colSpan
}

// Without spans, the heads of names and targets go on with a row of nothing but heads.
function endOfHeads({ cells, grid }: Table, top: Cell[], row: number): number {
  if (grid === 'drawn') return Math.max(row, ...top.map((header) => header.row + header.rowSpan))
  const next = cells.filter((cell) => cell.row === row + 1 && bare(cell.text) !== '')
  const isMain = top.some(({ text }) => role(text) === 'name') && top.some(({ text }) => role(text) === 'target')
  const isHeads = isMain && next.length > 0 && next.every(({ text }) => isHead(text))
  return row + (isHeads ? 2 : 1)
}

function isHead(text: string): boolean {
  return (
    role(text) !== undefined ||
    field(text) === 'total' ||
    fundingSource(text) !== undefined ||
    yearOfHead(text) !== undefined
  )
}

// Without spans, 一级指标 beside the heads of the two sides stands a row above the other headers.
function headersAt({ grid }: Table, headers: Cell[], row: number): Cell[] {
  const own = headers.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
  const higher = headers.filter((cell) => grid === 'lost' && cell.row === row - 1)
  const isLevel = ({ text }: Cell) => ['category', 'dimension', 'name'].includes(role(text) ?? '')
  if (!higher.every((cell) => isLevel(cell) && own.every(({ column }) => column !== cell.column))) return own
  return [...higher, ...own]
}
