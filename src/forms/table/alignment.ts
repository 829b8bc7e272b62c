import { type Cell, type Passage, part, type Span, whole } from '../../document.ts'
import type { Repair } from '../../model.ts'
import { target } from '../../values/target.ts'
import { category, dimension } from '../../vocabulary.ts'
import type { Column } from './columns.ts'

/** A cell in the column it belongs to. */
export interface Placement {
  column: Column
  span: Span
  repaired?: Repair
}

interface Way {
  cost: number
  placements: Placement[]
}

/** How the labels of the upper two levels are printed in the whole table. */
export interface TableLabels {
  isNumbered: boolean
  hasNumberedDimensions: boolean
}

/** Whether the labels that can be of no other level carry numbers: `1. 产出指标`, `（1）数量指标`. */
export function tableLabels(cells: Cell[]): TableLabels {
  const numbered = cells.filter(({ text }) => ordinal.test(text))
  return {
    isNumbered: numbered.some(({ text }) => category(text) !== null && dimension(text) === null),
    hasNumberedDimensions: numbered.some(({ text }) => dimension(text) !== null && category(text) === null),
  }
}

/** The cells of a row in which each stands under a header that it fits; nothing when any of them does not. */
export function inPlace(cells: Cell[], columns: Column[], table: TableLabels): Placement[] | undefined {
  const placements: Placement[] = []
  // A row with a cell for every column has not shifted, though its levels may be called otherwise; but 成本指标 may be
  // a label of level 2 that has.
  const isFull = cells.length === columns.length && !(cells[0] && dimension(cells[0].text))
  const isLevel = ({ role }: Column) => role === 'category' || role === 'dimension'
  for (const cell of cells) {
    const column = columns.find((column) => column.column === cell.column)
    const isKnown = column && ((isFull && isLevel(column)) || misfit(cell.text, column, table) < 2.5)
    if (!column || !isKnown || (column.role === 'name' && split(cell))) return undefined
    const before = placements.findLast(({ column: { role } }) => role === 'name' || role === 'target')
    if (column.role === 'target' && before?.column.role !== 'name') return undefined
    placements.push({ column, span: whole(cell) })
  }
  return placements
}

/**
 * Put the printed cells of a row of which only the order is certain under the columns they belong to.
 *
 * A recogniser that loses merged cells shifts the cells after them and cuts the row at the width of the table. The
 * order survives, and the labels of the upper two levels are closed vocabularies: of all ways to read the cells in
 * order, take the one with the least cost (a sequence alignment, after Needleman and Wunsch 1970).
 */
export function align(cells: Cell[], columns: Column[], table: TableLabels): Placement[] {
  const known = new Map<number, Way>()
  const best = (cell: number, column: number, isNamed: boolean): Way => {
    const key = (cell * (columns.length + 1) + column) * 2 + Number(isNamed)
    const way = known.get(key) ?? cheapest(ways(cell, column, isNamed))
    known.set(key, way)
    return way
  }
  const ways = (at: number, to: number, isNamed: boolean): Way[] => {
    const [cell, column, next] = [cells[at], columns[to], columns[to + 1]]
    if (!cell && !column) return [{ cost: 0, placements: [] }]
    const found: Way[] = []
    if (column)
      found.push(after(skipped(column, isNamed), [], best(at, to + 1, column.role === 'name' ? false : isNamed)))
    if (!cell) return found
    found.push(after(dropped(cell, cells[at - 1]), [], best(at + 1, to, isNamed)))
    if (!column) return found
    const placed: Placement = { column, span: whole(cell), ...(isShifted(cell, column) && { repaired: 'shifted-row' }) }
    const orphaned = column.role === 'target' && !isNamed ? 4 : 0
    found.push(
      after(costOf(cell, column, table) + orphaned, [placed], best(at + 1, to + 1, column.role === 'name' || isNamed)),
    )
    const parts = column.role === 'name' && next?.role === 'target' ? split(cell) : undefined
    if (parts && next) {
      const placements: Placement[] = [
        { column, span: parts[0], repaired: 'fused-cell' },
        { column: next, span: parts[1], repaired: 'fused-cell' },
      ]
      found.push(after(1, placements, best(at + 1, to + 2, true)))
    }
    return found
  }
  return markRepeats(best(0, 0, false).placements, cells)
}

function after(cost: number, placements: Placement[], rest: Way): Way {
  return { cost: cost + rest.cost, placements: [...placements, ...rest.placements] }
}

function cheapest(ways: Way[]): Way {
  return ways.reduce((least, way) => (way.cost < least.cost ? way : least))
}

// A level label often stands only in the first of its rows; a name without a target has lost it; a row is cut at its
// right end, so the left side is the last to go.
function skipped({ role, horizon }: Column, isNamed: boolean): number {
  if (role === 'name') return horizon === 'mediumTerm' ? 5 : 4
  if (role === 'target') return isNamed ? 2 : 0
  return 0.1
}

// A value that is printed twice in a row counts once; any other cell is dropped only if nothing else is possible.
function dropped(cell: Cell, before: Cell | undefined): number {
  return before?.text === cell.text ? 1.5 : 40
}

// Once a row is shifted its columns say little: they only decide between ways that are otherwise equal.
function costOf(cell: Cell, column: Column, table: TableLabels): number {
  return misfit(cell.text, column, table) + Math.min(Math.abs(cell.column - column.column), 9) / 100
}

function misfit(text: string, { role }: Column, { isNumbered, hasNumberedDimensions }: TableLabels): number {
  if (role === 'category') return category(text) === null ? 20 : categoryDoubt(text, isNumbered)
  if (role === 'dimension') return dimension(text) === null ? 7 : ordinal.test(text) && !hasNumberedDimensions ? 3 : 0
  const level = category(text) !== null || dimension(text) !== null ? (/指标\s*$/u.test(text) ? 5 : 1) : 0
  if (role === 'name') return level + (looksLikeTarget(text) ? 1.5 : 0)
  if (role === 'target') return level * 1.6 + (looksLikeTarget(text) ? 0 : 0.4)
  if (role === 'weight') return /^[\d.]{1,6}分?$/u.test(text.trim()) ? 0 : 8
  return 0.5
}

const ordinal = /^\s*(?:\d|[一二三四五六七八九十])\s*[.．、]/u

// 成本指标 and 满意度指标 head level 1 on some forms and level 2 on others; where level 1 is numbered, 1. 产出指标, the
// number tells.
function categoryDoubt(text: string, isNumbered: boolean): number {
  if (dimension(text) === null || ordinal.test(text)) return 0
  return isNumbered ? 3 : 0.3
}

function looksLikeTarget(text: string): boolean {
  return /^\s*(?:[$≥≤<>=＝≧≦]|\d|每年|不[少低超多高])/u.test(text) || !['words', 'tiers'].includes(target(text).kind)
}

function isShifted(cell: Cell, column: Column): boolean {
  return cell.column !== column.column
}

// `补助企业满意度 $\geq 90\%$`: the name, a gap, and a target that begins with a sign of comparison.
function split(cell: Cell): [Span, Span] | undefined {
  const gap = cell.text.search(/\s(?:\$|[≥≤<>＝≧≦])/u)
  return gap > 0 ? [part(whole(cell), 0, gap), part(whole(cell), gap)] : undefined
}

// The cell after a target holds the same text and was dropped: the value is printed twice.
function markRepeats(placements: Placement[], cells: Cell[]): Placement[] {
  const placed = new Set(placements.map(({ span }) => span.passage))
  const isDropped = (cell: Cell | undefined) => cell !== undefined && !placed.has(cell)
  const repeated = new Set<Passage>(
    cells.filter((cell, index) => isDropped(cells[index + 1]) && cells[index + 1]?.text === cell.text),
  )
  return placements.map((placement) =>
    placement.column.role === 'target' && repeated.has(placement.span.passage)
      ? { ...placement, repaired: 'repeated-value' }
      : placement,
  )
}
