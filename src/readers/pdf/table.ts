import type { Box } from '../../document.ts'
import { bare } from '../../document.ts'
import type { Line } from './lines.ts'
import type { Part, PartCell } from './parts.ts'

/** A cell of a table that may stand on several pages; rows and columns count from 0. */
export interface JoinedCell {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  /** Its frame on each page. */
  slices: Slice[]
  lines: Line[]
}

/** The frame of a cell on one page; `openTop` and `openBottom` when no rule is drawn above it or below it. */
interface Slice {
  page: number
  box: Box
  shown: Box
  openTop: boolean
  openBottom: boolean
}

/** A table put together from its parts. */
export interface JoinedTable {
  pages: number[]
  /** The lines right above its first part. */
  caption: Line[]
  /** The places of the lines between the columns. */
  edges: number[]
  rows: number
  cells: JoinedCell[]
  /** The part that stands last, where the table may go on, and the cells that end with it. */
  last: Part
  tail: JoinedCell[]
  /** Columns in which cells span rows. */
  merging: Set<string>
  /** Lines printed again on a later page: header rows and labels. */
  repeated: Line[]
}

/** A table of one part, and the lines right above it. */
export function tableOf(part: Part, caption: Line[]): JoinedTable {
  const cells = cellsOf(part)
  const rows = rowCount(cells)
  return {
    pages: [part.page],
    caption,
    edges: edgesOf(part),
    rows,
    cells,
    last: part,
    tail: cells.filter((cell) => cell.row + cell.rowSpan === rows),
    merging: mergingIn(cells),
    repeated: [],
  }
}

/** The cells of a part, as cells that may go on. */
export function cellsOf({ cells, page }: Part): JoinedCell[] {
  return cells.map((cell) => joinedFrom(cell, page))
}

function joinedFrom(cell: PartCell, page: number): JoinedCell {
  const { row, column, rowSpan, colSpan, lines, left, top, right, bottom, shown, openTop, openBottom } = cell
  const slice = { page, box: { left, top, right, bottom }, shown, openTop, openBottom }
  return { row, column, rowSpan, colSpan, lines, slices: [slice] }
}

/** The number of rows that cells take up. */
export function rowCount(cells: { row: number; rowSpan: number }[]): number {
  return cells.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0)
}

/** The places of the lines between the columns of a part. */
export function edgesOf({ cells }: Part): number[] {
  const edges: number[] = []
  for (const { column, colSpan, left, right } of cells) {
    edges[column] ??= left
    edges[column + colSpan] ??= right
  }
  return edges
}

/** The columns in which cells span rows, but for heads beside the head of several columns. */
export function mergingIn(cells: JoinedCell[]): Set<string> {
  const top = cells.filter(({ row }) => row === 0)
  const depth = Math.max(...top.map(({ rowSpan }) => rowSpan))
  const isHead = top.some(({ rowSpan, colSpan }) => colSpan > 1 && rowSpan < depth)
  return new Set(cells.filter(({ row, rowSpan }) => rowSpan > 1 && !(isHead && row === 0)).map(columnOf))
}

/** Names the columns that a cell takes up. */
export function columnOf({ column, colSpan }: Pick<JoinedCell, 'column' | 'colSpan'>): string {
  return `${column} ${colSpan}`
}

/** Whether two lines between columns are one. */
export function near(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= 3
}

/** The text of a cell without white space. */
export function textOf({ lines }: { lines: Line[] }): string {
  return bare(lines.map(({ text }) => text).join(''))
}
