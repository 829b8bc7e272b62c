import type { Box } from '../../document.ts'
import { bare } from '../../document.ts'
import type { Line } from './lines.ts'
import type { Part, PartCell } from './sheets.ts'
import type { Room } from './wrap.ts'
import { isFull, isStacked } from './wrap.ts'

/** A cell of a table that may stand on several pages; rows and columns count from 0. */
export interface JoinedCell {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  /** Its frame on each page. */
  slices: { page: number; box: Box; shown: Box }[]
  lines: Line[]
}

/** A table put together from its parts. */
export interface JoinedTable {
  pages: number[]
  /** The places of the lines between the columns. */
  edges: number[]
  rows: number
  cells: JoinedCell[]
  /** The part that stands last, where the table may go on. */
  last: Part
  /** Lines printed again on a later page: header rows and labels. */
  repeated: Line[]
}

/** A table of one part. */
export function tableOf(part: Part): JoinedTable {
  const cells = part.cells.map((cell) => joinedFrom(cell, part.page))
  return { pages: [part.page], edges: edgesOf(part), rows: rowCount(cells), cells, last: part, repeated: [] }
}

/** Whether a part at the top of a page goes on with the table that ends the page before. */
export function continues(table: JoinedTable, part: Part): boolean {
  const edges = edgesOf(part)
  const { last } = table
  if (part.page !== last.page + 1) return false
  const isAsWide = near(table.edges[0], edges[0]) && near(table.edges.at(-1), edges.at(-1))
  return isAsWide && sharesEdges(table.edges, edges) && !beginsAnew(table, part)
}

/** The texts of cells that no page end can have cut. */
export function wholeTexts(parts: Part[]): Set<string> {
  const texts = parts.flatMap(({ cells }) => {
    const rows = rowCount(cells)
    return cells.filter(({ row, rowSpan }) => row > 0 && row + rowSpan < rows).map(textOf)
  })
  return new Set(texts)
}

/** Adds the next part: header rows printed again are dropped, cells that the page end cuts are joined. */
export function join(table: JoinedTable, part: Part, whole: Set<string>): JoinedTable {
  const header = repeatedRows(table, part)
  const edges = mergeEdges(table.edges, edgesOf(part))
  const earlier = widen(table.cells, table.edges, edges)
  const dropped = part.cells.filter(({ row, rowSpan }) => row + rowSpan <= header)
  const later = widen(
    part.cells.filter(({ row, rowSpan }) => row + rowSpan > header).map((cell) => joinedFrom(cell, part.page)),
    edgesOf(part),
    edges,
  ).map((cell) => ({ ...cell, row: cell.row - header + table.rows }))
  const seam = seamOf(earlier, later, table.rows, whole)
  const repeated = [...table.repeated, ...dropped.flatMap(({ lines }) => lines)]
  return {
    ...stitch({ ...table, edges, repeated }, earlier, later, seam),
    pages: [...table.pages, part.page],
    last: part,
  }
}

/** The space for text in a cell, and what its neighbours leave free at their sides. */
export function roomIn({ left, right }: Pick<Box, 'left' | 'right'>, padding: number): Room {
  return { left: left + padding, right: right - padding }
}

/** The padding of a table: the least that its fullest lines leave free. */
export function paddingOf(cells: { lines: Line[]; box: Box }[]): number {
  let least = 6
  for (const { lines, box } of cells) {
    if (lines.length < 2) continue
    for (const line of lines) {
      const free = Math.min(line.box.left - box.left, box.right - line.box.right)
      if (free > -1 && free < least) least = free
    }
  }
  return Math.max(least, 0)
}

function joinedFrom(cell: PartCell, page: number): JoinedCell {
  const { row, column, rowSpan, colSpan, lines, left, top, right, bottom, shown } = cell
  return { row, column, rowSpan, colSpan, lines, slices: [{ page, box: { left, top, right, bottom }, shown }] }
}

function rowCount(cells: { row: number; rowSpan: number }[]): number {
  return cells.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0)
}

function edgesOf({ cells }: Part): number[] {
  const edges: number[] = []
  for (const { column, colSpan, left, right } of cells) {
    edges[column] ??= left
    edges[column + colSpan] ??= right
  }
  return edges
}

function near(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= 3
}

// One part may have fewer columns, but not others: nearly all lines of the simpler one are lines of the other.
function sharesEdges(a: number[], b: number[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  const shared = few.filter((edge) => many.some((other) => near(edge, other))).length
  return shared >= few.length * 0.7
}

function mergeEdges(a: number[], b: number[]): number[] {
  const fresh = b.filter((edge) => !a.some((other) => near(edge, other)))
  return fresh.length === 0 ? a : [...a, ...fresh].sort((x, y) => x - y)
}

function widen(cells: JoinedCell[], from: number[], to: number[]): JoinedCell[] {
  const columns = from.map((edge) => indexNear(to, edge))
  if (columns.every((column, index) => column === index)) return cells
  return cells.map((cell) => {
    const column = columns[cell.column] ?? cell.column
    const end = columns[cell.column + cell.colSpan] ?? column + cell.colSpan
    return { ...cell, column, colSpan: end - column }
  })
}

function indexNear(edges: number[], place: number): number {
  let best = 0
  for (const [index, edge] of edges.entries()) {
    if (Math.abs(edge - place) < Math.abs((edges[best] ?? Infinity) - place)) best = index
  }
  return best
}

/** How the first rows of a part repeat those of the table. */
type Likeness = 'equal' | 'alike' | 'other'

function likeness(table: JoinedTable, part: Part, row: number): Likeness {
  const [above, below] = [rowAt(table.cells, row), rowAt(part.cells, row)]
  if (above.length === 0 || above.length !== below.length) return 'other'
  const isAligned = above.every(({ slices, colSpan, rowSpan }, index) => {
    const cell = below[index]
    return cell && near(slices[0]?.box.left, cell.left) && rowSpan === cell.rowSpan && (colSpan > 0 || cell.colSpan > 0)
  })
  if (!isAligned) return 'other'
  const texts = above.map((cell, index) => [textOf(cell), textOf(below[index] ?? cell)])
  if (texts.every(([a, b]) => a === b) && texts.some(([a]) => a)) return 'equal'
  const [first, second] = texts.find(([a]) => a) ?? []
  return first && first === second ? 'alike' : 'other'
}

function rowAt<T extends { row: number; column: number }>(cells: T[], row: number): T[] {
  const first = cells.slice(0, 200)
  return first.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column)
}

function textOf({ lines }: { lines: Line[] }): string {
  return bare(lines.map(({ text }) => text).join(''))
}

// Another form of the same print: its labels are the same, what is filled in is not.
function beginsAnew(table: JoinedTable, part: Part): boolean {
  const equal = countEqual(table, part)
  if (likeness(table, part, equal) !== 'alike') return false
  return equal === 0 || likeness(table, part, equal + 1) !== 'other'
}

function countEqual(table: JoinedTable, part: Part): number {
  let row = 0
  while (row < 10 && likeness(table, part, row) === 'equal') row++
  return row
}

// Header rows that the producer printed again; the first part keeps them.
function repeatedRows(table: JoinedTable, part: Part): number {
  const rows = countEqual(table, part)
  return rows >= rowCount(part.cells) ? 0 : rows
}

/** What the page end did to a cell: `cut` in two, its label left `blank` or printed again (`same`), or nothing. */
interface Pair {
  above: JoinedCell
  below: JoinedCell
  state: 'blank' | 'same' | 'flows' | 'fresh' | 'late' | 'empty'
  /** Read as labels, the texts are two halves of one. */
  isLabel: boolean
}

interface Seam {
  pairs: Pair[]
  /** Every cell at the top goes on below one at the bottom. */
  isWhole: boolean
  /** The last row of one page and the first of the next are one row. */
  isCut: boolean
}

function seamOf(earlier: JoinedCell[], later: JoinedCell[], rows: number, whole: Set<string>): Seam {
  const bottom = new Map(
    earlier.filter((cell) => cell.row + cell.rowSpan === rows).map((cell) => [`${cell.column} ${cell.colSpan}`, cell]),
  )
  const top = later.filter(({ row }) => row === rows)
  const padding = paddingOf(
    [...bottom.values(), ...top].map(({ lines, slices }) => ({ lines, box: slices[0]?.box ?? none })),
  )
  const pairs: Pair[] = []
  // Where the columns part otherwise, what stands further right goes on with nothing.
  for (const below of top.toSorted((a, b) => a.column - b.column)) {
    const above = bottom.get(`${below.column} ${below.colSpan}`)
    if (!above) break
    pairs.push({
      above,
      below,
      state: stateOf(above, below, padding),
      isLabel: isCutLabel(above, below, padding, whole),
    })
  }
  const isWhole = pairs.length === top.length
  return { pairs, isWhole, isCut: isWhole && isRowCut(pairs) }
}

const none: Box = { left: 0, top: 0, right: 0, bottom: 0 }

function stateOf(above: JoinedCell, below: JoinedCell, padding: number): Pair['state'] {
  const [before, after] = [textOf(above), textOf(below)]
  if (after === '') return before === '' ? 'empty' : 'blank'
  if (before === '') return 'late'
  if (before === after) return 'same'
  if (isStacked([...above.lines, ...below.lines])) return 'flows'
  return flows(above, below, padding) ? 'flows' : 'fresh'
}

// A text that a page end cuts runs down to it, and is full to the side.
function flows(above: JoinedCell, below: JoinedCell, padding: number, slack = 0.15): boolean {
  const [last, first, box] = [above.lines.at(-1), below.lines[0], above.slices.at(-1)?.box]
  if (!last || !first || !box || !isFull(last, first, roomIn(box, padding), slack)) return false
  return box.bottom - last.box.bottom < last.size * 2 + 8
}

// What the document prints elsewhere tells two halves from two labels; else the first must have no room left at all.
function isCutLabel(above: JoinedCell, below: JoinedCell, padding: number, whole: Set<string>): boolean {
  const [before, after] = [textOf(above), textOf(below)]
  if (whole.has(before + after)) return true
  if (whole.has(before) || whole.has(after)) return false
  return isFilled(above) || flows(above, below, padding, -0.1)
}

// No room for another line: what follows had to go to the next page.
function isFilled({ lines, slices }: JoinedCell): boolean {
  const [first, last, box] = [lines[0], lines.at(-1), slices.at(-1)?.box]
  if (!first || !last || !box || lines.length < 2) return false
  return box.bottom - box.top - (last.box.bottom - first.box.top) < last.size
}

// No cell begins anew and some text runs on; or a single text goes on with a new paragraph beside blank labels.
function isRowCut(pairs: Pair[]): boolean {
  const having = (state: Pair['state']) => pairs.filter((pair) => pair.state === state)
  const fresh = having('fresh')
  if (having('late').length > 0 || having('same').length > 0) return false
  if (fresh.length === 0) return having('flows').length > 0
  const isAlone = fresh.length === 1 && having('flows').length === 0 && having('blank').length > 0
  return isAlone && fresh.every(({ above }) => /[。；;：:]\s*$/u.test(above.lines.at(-1)?.text ?? ''))
}

function stitch(
  table: JoinedTable,
  earlier: JoinedCell[],
  later: JoinedCell[],
  { pairs, isWhole, isCut }: Seam,
): JoinedTable {
  const shift = isCut ? 1 : 0
  const merged = new Map<JoinedCell, JoinedCell>()
  const replaced = new Map<JoinedCell, JoinedCell>()
  const repeated = [...table.repeated]
  const merging = mergingColumns([...earlier, ...later])
  for (const [index, pair] of pairs.entries()) {
    const { above, below, state } = pair
    const isText = state === 'flows' || state === 'late'
    if (!isCut && ((isText && !isWhole) || !isOneLabel(pair, pairs[index + 1], merging))) continue
    if (state === 'same' && !isCut) repeated.push(...below.lines)
    const lines = state === 'same' && !isCut ? above.lines : [...above.lines, ...below.lines]
    const rowSpan = above.rowSpan + below.rowSpan - shift
    replaced.set(above, { ...above, rowSpan, lines, slices: [...above.slices, ...below.slices] })
    merged.set(below, above)
  }
  const cells = [
    ...earlier.map((cell) => replaced.get(cell) ?? cell),
    ...later.filter((cell) => !merged.has(cell)).map((cell) => ({ ...cell, row: cell.row - shift })),
  ].sort((a, b) => a.row - b.row || a.column - b.column)
  return { ...table, cells, rows: rowCount(cells), repeated }
}

// A label for several rows that a page end parts. Only in columns where cells span rows; a blank cell elsewhere is empty.
function isOneLabel({ above, below, state, isLabel }: Pair, next: Pair | undefined, merging: Set<string>): boolean {
  const spans = above.rowSpan > 1 || below.rowSpan > 1 || merging.has(`${above.column} ${above.colSpan}`)
  if (!spans || state === 'fresh') return false
  if (state === 'flows') return isLabel
  // The corner of a header is blank too, but then what stands beside it is no label that goes on.
  return state !== 'late' || above.column > 0 || (next !== undefined && next.state !== 'fresh')
}

function mergingColumns(cells: JoinedCell[]): Set<string> {
  return new Set(cells.filter(({ rowSpan }) => rowSpan > 1).map(({ column, colSpan }) => `${column} ${colSpan}`))
}
