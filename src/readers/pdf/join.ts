import { beginsAnew, headerRows, repeatedRows } from './likeness.ts'
import type { Part } from './parts.ts'
import type { Seam } from './seam.ts'
import { isOneLabel, isSpanning, seamOf } from './seam.ts'
import { dropStrip, withoutGaps } from './strips.ts'
import type { JoinedCell, JoinedTable } from './table.ts'
import { cellsOf, columnOf, edgesOf, mergingIn, near, rowCount, textOf } from './table.ts'

/** Whether a part at the top of a page goes on with the table that ends the page before. */
export function continues(table: JoinedTable, part: Part): boolean {
  const edges = placedEdges(table, part)
  if (part.page !== table.last.page + 1 || !near(table.edges.at(-1), edges.at(-1))) return false
  return sharesEdges(table.edges, edges) && !beginsAnew(table, part)
}

// The margins of even and odd pages may differ: what counts is how far the columns are from the left side.
function placedEdges(table: JoinedTable, part: Part): number[] {
  const edges = edgesOf(part)
  const shift = (edges[0] ?? 0) - (table.edges[0] ?? 0)
  return Math.abs(shift) > widestShift ? edges : edges.map((edge) => edge - shift)
}

const widestShift = 90

/** The texts of cells that no page end can have cut. */
export function wholeTexts(parts: Part[]): Set<string> {
  const texts = parts.flatMap(({ cells }, index) => {
    const [rows, header] = [rowCount(cells), headerRows(parts[index - 1]?.cells ?? [], cells)]
    return cells.filter(({ row, rowSpan }) => row > header && row + rowSpan < rows).map(textOf)
  })
  return new Set(texts)
}

/**
 * Adds the next part: header rows printed again are dropped, cells that the page end cuts are joined. The table grows in
 * place, since copying it for every page would take time with the square of the pages.
 */
export function extend(table: JoinedTable, part: Part, whole: Set<string>): void {
  const placed = placedEdges(table, part)
  const edges = mergeEdges(table.edges, placed)
  widen(table.cells, table.edges, edges)
  if (edges.length !== table.edges.length) table.merging = mergingIn(table.cells)
  const all = cellsOf(part)
  widen(all, placed, edges)
  const header = repeatedRows(table, part)
  const added = withoutGaps(all, header)
  const later = added.filter(({ row, rowSpan }) => row + rowSpan > header)
  const dropped = added.filter(({ row, rowSpan }) => row + rowSpan <= header)
  const top = later.filter(({ row }) => row === header)
  const isPushed = dropStrip(table, top)
  dropReprinted(table, top)
  for (const cell of later) cell.row += table.rows - header
  for (const column of mergingIn(later)) table.merging.add(column)
  table.repeated.push(...dropped.flatMap(({ lines }) => lines))
  table.edges = edges
  stitch(table, later, seamOf(table.tail, top, whole, isPushed))
  table.pages.push(part.page)
  table.last = part
}

// Spreadsheets print the line that a page end cuts on both pages; on the second it sticks out of its cell.
function dropReprinted(table: JoinedTable, top: JoinedCell[]): void {
  const bottom = new Map(table.tail.map((cell) => [columnOf(cell), cell.lines.at(-1)]))
  for (const cell of top) {
    const [last, first, box] = [bottom.get(columnOf(cell)), cell.lines[0], cell.slices[0]?.box]
    if (!last || !first || !box || last.text !== first.text || first.box.top > box.top - 0.5) continue
    table.repeated.push(first)
    cell.lines = cell.lines.slice(1)
  }
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

function widen(cells: JoinedCell[], from: number[], to: number[]): void {
  const columns = from.map((edge) => indexNear(to, edge))
  if (columns.every((column, index) => column === index)) return
  for (const cell of cells) {
    const column = columns[cell.column] ?? cell.column
    cell.colSpan = (columns[cell.column + cell.colSpan] ?? column + cell.colSpan) - column
    cell.column = column
  }
}

function indexNear(edges: number[], place: number): number {
  let best = 0
  for (const [index, edge] of edges.entries()) {
    if (Math.abs(edge - place) < Math.abs((edges[best] ?? Infinity) - place)) best = index
  }
  return best
}

function stitch(table: JoinedTable, later: JoinedCell[], { pairs, isWhole, isCut, isTold }: Seam): void {
  const shift = isCut ? 1 : 0
  const merged = new Map<JoinedCell, JoinedCell>()
  let isAnew = false
  for (const [index, pair] of pairs.entries()) {
    const { above, below, state } = pair
    const isText = state === 'flows' || state === 'late'
    const isLabel: boolean = !isAnew && (!isText || isWhole) && isOneLabel(pair, pairs[index + 1], table.merging)
    // Labels nest: where one begins, those of its rows begin.
    isAnew ||= !isLabel && isSpanning(pair, table.merging) && textOf(below) !== ''
    if (!isCut && !(isTold ? pair.isOpen : isLabel)) continue
    if (state === 'same') table.repeated.push(...below.lines)
    else above.lines = [...above.lines, ...below.lines]
    above.rowSpan += below.rowSpan - shift
    above.slices.push(...below.slices)
    merged.set(below, above)
  }
  const fresh = later.filter((cell) => !merged.has(cell))
  for (const cell of fresh) cell.row -= shift
  table.cells.push(...fresh)
  table.rows = rowCount([...fresh, ...merged.values(), ...table.tail])
  table.tail = [...fresh, ...merged.values()].filter(({ row, rowSpan }) => row + rowSpan === table.rows)
}
