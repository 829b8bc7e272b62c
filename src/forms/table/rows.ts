import { bare, type Cell, content, part, type Span, type Table, whole } from '../../document.ts'
import { category, dimension, field, isGroup } from '../../vocabulary.ts'
import { align, inPlace, type Placement, type TableLabels, tableLabels } from './alignment.ts'
import type { Column, Section } from './columns.ts'
import { rowsOf } from './entries.ts'
import type { Entry } from './entry.ts'
import { inlineEntries } from './inline.ts'

/** The rows under the header of an indicator table, each with its cells in their columns. */
export interface Rows {
  rows: Placement[][]
  /** The side labels that head the whole block: 绩效目标, 绩效指标; and headers that are printed again. */
  labels: Span[]
  /** What stands in the row of totals under the heads of weights and scores: 总分 | 100 | 98.5. */
  totals: Entry[]
  /** The first row of the foot. */
  foot: number
}

/** Read the rows of a block of indicators, down to its end or to the first row that begins with a label of the foot. */
export function indicatorRows(table: Table, section: Section): Rows {
  const below = rowsOf(table, section.below, section.end - 1)
  const end = below.findIndex((cells) => !isTotal(cells) && isFoot(cells, section))
  const body = end < 0 ? below : below.slice(0, end)
  const foot = below[end]?.[0]?.row ?? section.end
  const headers = headersOf(table, section)
  const repeated = new Set(body.filter((cells) => isHeader(cells, { headers })))
  const levels = body.flat().filter((cell) => isLevel(cell, section))
  const again = [...repeated].flat().filter(({ text }) => isGroup(text) || isAmong(section.headers, text))
  const labels = again.concat(section.labels, sideLabels(table, section, foot), levels)
  const contents = body.filter((cells) => !repeated.has(cells) && !isTotal(cells))
  const totals = body.filter(isTotal).flatMap((cells) => totalsIn(cells, section))
  return { rows: placed(table, section, contents), labels: labels.map(whole), totals, foot }
}

/** Put the cells of some rows of a block under its columns. */
export function placed(table: Table, section: Section, contents: Cell[][]): Placement[][] {
  return table.grid === 'drawn' ? drawnRows(table, section, contents) : lostRows(table, section, contents)
}

// A level under which no indicator stands is a label all the same, but not where a row was shifted and cut.
function isLevel({ text, column }: Cell, { columns }: Section): boolean {
  const role = columns.find((one) => one.column === column)?.role
  return (role === 'category' && category(text) !== null) || (role === 'dimension' && dimension(text) !== null)
}

// The foot begins with a label left of the names, since 项目总额 may be the name of an indicator, or with an answer that
// runs through the columns of names and targets.
function isFoot(cells: Cell[], { columns }: Section): boolean {
  const first = cells.find(({ text }) => text.trim() !== '')
  const [name, target] = (['name', 'target'] as const).map((role) => columns.find((column) => column.role === role))
  if (!first || (name && first.column >= name.column)) return false
  const isThrough = name && target && cells.some((cell) => isUnder(cell, name) && isUnder(cell, target))
  const isClosing = closing.test(bare(first.text)) || conclusion.test(bare(first.text))
  return isThrough || isClosing || field(first.text) !== undefined || inlineEntries(first).length > 0
}

const closing =
  /^[^。]{0,12}(?:意见|自评结论|需要说明的(?:问题|事项)|填报说明)[：:]?$|^(?:其他说明|备注|说明|注)[：:]?/u
const conclusion = /^[^。]{0,16}(?:结论|问题|措施|建议|原因分析|应用方案)[：:]?$/u

// A line of totals of the weights is no indicator.
function isTotal(cells: Cell[]): boolean {
  const first = cells.find(({ text }) => text.trim() !== '')
  return first !== undefined && /^(?:合计|总计|小计|总分)$/u.test(bare(first.text))
}

// The last of the figures answers the label of the row, the sum of the weights before it the head of its column.
function totalsIn(cells: Cell[], { columns }: Section): Entry[] {
  const [label, ...figures] = cells.filter(({ text }) => text.trim() !== '')
  const counted = columns.filter(isCounted)
  if (!label || figures.length > counted.length) return []
  return figures.flatMap((figure, index): Entry[] => {
    const column = counted.find((one) => isUnder(figure, one)) ?? (figures.length === counted.length && counted[index])
    if (!column) return []
    const answered = column === counted.at(-1) ? label : column.header
    const { row, column: at } = figure
    return [{ label: whole(answered), isFunding: false, values: [{ span: content(figure) }], row, column: at }]
  })
}

function isUnder(cell: Cell, { column }: Column): boolean {
  return cell.column <= column && column < cell.column + cell.colSpan
}

/** Whether a row prints the header of the block again, as a table does that goes on over a page end. */
export function isHeader(cells: Cell[], { headers }: Pick<Section, 'headers'>): boolean {
  const printed = cells.filter(({ text }) => text.trim() !== '' && !isGroup(text))
  return printed.length > 1 && printed.every(({ text }) => isAmong(headers, text))
}

function isAmong(headers: Cell[], text: string): boolean {
  return headers.some((header) => bare(header.text) === bare(text))
}

// All that stands in the rows of the header, also what names no column that is known: 经办人.
function headersOf({ cells }: Table, { row, below, headers }: Section): Cell[] {
  return [...headers, ...cells.filter((cell) => cell.row >= row && cell.row < below)]
}

function sideLabels({ cells }: Table, { row }: Section, foot: number): Cell[] {
  return cells.filter((cell) => cell.row + cell.rowSpan > row && cell.row < foot && isGroup(cell.text))
}

function drawnRows(table: Table, { columns }: Section, contents: Cell[][]): Placement[][] {
  const at = gridOf(table)
  return contents.map((cells) => {
    const row = cells[0]?.row ?? 0
    const used = new Set<Cell>()
    return columns.flatMap((column) => {
      const cell = at(row, column.column)
      if (!cell || used.has(cell) || (isCounted(column) && cell.row !== row)) return []
      const name = columns.find(({ role, under }) => role === 'name' && under && under === column.under)
      if (name && at(row, name.column)?.row !== row) return []
      used.add(cell)
      return [{ column, span: part(whole(cell), 0) }]
    })
  })
}

// A weight that is merged over several rows counts once, in the first of them.
function isCounted({ role }: Column): boolean {
  return role === 'weight' || role === 'score'
}

/** The cell at each position of the grid, spans included. */
export function gridOf({ cells }: Table): (row: number, column: number) => Cell | undefined {
  const grid = new Map<string, Cell>()
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) grid.set(`${row},${column}`, cell)
    }
  }
  return (row, column) => grid.get(`${row},${column}`)
}

function lostRows({ cells }: Table, { row, below, columns }: Section, contents: Cell[][]): Placement[][] {
  const labels = tableLabels(contents.flat())
  const known = new Set(columns.map(({ column }) => column))
  const printed = cells.filter((cell) => cell.row >= row && cell.row < below && bare(cell.text) !== '')
  const heads = printed.filter(({ column }) => !known.has(column))
  const others = new Set(heads.map(({ column }) => column))
  if (columns.some(({ under }) => under)) return contents.map((cells) => underHeads(cells, columns))
  return contents.map((cells) => lostRow(cells, columns, others, labels))
}

// Where levels head columns, rows have no labels that could tell whether they shifted.
function underHeads(cells: Cell[], columns: Column[]): Placement[] {
  return cells.flatMap((cell) => {
    const column = columns.find((column) => column.column === cell.column)
    return column ? [{ column, span: part(whole(cell), 0) }] : []
  })
}

// What stands under a head that the vocabulary does not know has no place in the row. A row far wider than the table is
// no row of it, and would take long to align.
function lostRow(cells: Cell[], columns: Column[], others: Set<number>, labels: TableLabels): Placement[] {
  const printed = cells.filter(({ text }) => text.trim() !== '' && !isGroup(text))
  if (printed.length > columns.length * 2) return []
  const own = printed.filter(({ column }) => !others.has(column))
  const placements = inPlace(own, columns, labels) ?? align(printed, columns, labels)
  return [...placements, ...blanks(cells, placements, columns)]
}

// A name in its own column with an empty cell in the column of its target: the target is blank, not lost.
function blanks(cells: Cell[], placements: Placement[], columns: Column[]): Placement[] {
  return columns.flatMap((column, index) => {
    const before = columns.slice(0, index).findLast(({ role }) => role !== 'comparison')
    const name = placements.find((placement) => placement.column === before)
    if (column.role !== 'target' || name?.column.role !== 'name' || name.repaired) return []
    if (placements.some((placement) => placement.column === column)) return []
    const cell = cells.find((cell) => cell.column === column.column && cell.text.trim() === '')
    return cell ? [{ column, span: part(whole(cell), 0) }] : []
  })
}
