import { bare, type Cell, type Table } from '../../document.ts'
import type { Indicator } from '../../model.ts'
import { horizonOf, isGroup, labelKey, type Role, role, yearOfHead } from '../../vocabulary.ts'
import { headsAt } from './header-rows.ts'
import { headOver, levelHeads } from './level-heads.ts'

type Horizon = Indicator['horizon']

/** A column of an indicator table, by what its header says. */
export interface Column {
  role: Role
  /** Left out for columns that serve every horizon: a level-1 label that stands once for both sides. */
  horizon?: Horizon
  /** The level 1 that it stands under, where levels head columns and not rows. */
  under?: Cell
  header: Cell
  column: number
  span: number
}

/** A block of indicators: a header row, its columns left to right, and the rows down to `end`. */
export interface Section {
  row: number
  /** The first row below the header. */
  below: number
  /** The first row of the next block; of the last block, the row after the table. */
  end: number
  columns: Column[]
  headers: Cell[]
  /** What heads the block: 绩效指标, 年度绩效指标 … */
  labels: Cell[]
}

/**
 * The blocks of indicators in a table: each header row names level-3 indicators and their targets. The line above the
 * table may head the first.
 */
export function sectionsOf(table: Table, caption = ''): Section[] {
  const headers = table.cells.filter(({ text }) => role(text) !== undefined)
  const sections: Section[] = []
  for (const row of [...new Set(headers.map(({ row }) => row))].sort((a, b) => a - b)) {
    const section = sectionAt(table, headers, row, sections.length === 0 ? caption : '')
    const last = sections.at(-1)
    if (!section || (last && (section.row < last.below || isRepeated(section, last)))) continue
    if (last) last.end = firstRow(section)
    sections.push(section)
  }
  return sections
}

function sectionAt(table: Table, headers: Cell[], row: number, caption: string): Section | undefined {
  const { cells, lowest, end } = headsAt(table, headers, row)
  const columns = lowest.flatMap((header) => {
    const named = role(header.text)
    return named ? columnsUnder(table, header, named) : []
  })
  columns.sort((a, b) => a.column - b.column)
  const roles = columns.map(({ role }) => role)
  if (!roles.includes('target') || !(roles.includes('name') || roles.includes('dimension'))) return undefined
  const levels = levelHeads(table, row, columns)
  const heads = [...new Set([...levels, ...cells, ...columns.map(({ header }) => header)])]
  const below = Math.max(end, ...heads.map((header) => header.row + header.rowSpan))
  const top = Math.min(row, ...levels.map((level) => level.row))
  const labels = labelsOf(table, cells, top, below)
  const under = columns.map((column) => ({ ...column, ...underLevel(table, levels, column) }))
  const sorted = withHorizons(withName(table, under, row), headed([...labels.map(({ text }) => text), caption]))
  return { row: top, below, end: rowAfter(table), columns: sorted, headers: heads, labels }
}

function underLevel({ grid }: Table, levels: Cell[], { column }: Column): Pick<Column, 'under'> {
  const under = headOver(levels, grid, column)
  return under ? { under } : {}
}

function rowAfter({ cells }: Table): number {
  return Math.max(...cells.map((cell) => cell.row + cell.rowSpan))
}

// 指标值 over 实施期 | 年度 heads a column for each; over 前年 | 上年 | 预计当年实现, one for this year.
function columnsUnder({ cells, grid }: Table, header: Cell, role: Role): Column[] {
  const alone = { role, header, column: header.column, span: header.colSpan }
  if (role !== 'target') return [alone]
  const below = cells.filter(({ row }) => row === header.row + header.rowSpan)
  const parts = below.filter(({ column }) => {
    return column >= header.column && (grid === 'lost' || column < header.column + header.colSpan)
  })
  const under = parts.filter(({ text }) => horizonName.test(labelKey(text)) || yearOfHead(text) === 'this')
  const isBesideYears = parts.some(({ text }) => yearOfHead(text) === 'before')
  if (under.length < (isBesideYears ? 1 : 2)) return isBesideYears ? [] : [alone]
  return under.map((header) => ({ role, header, column: header.column, span: header.colSpan }))
}

const horizonName = /^(?:中期|长期|实施期|实施周期|项目期|总体|本?年度|当年|本年)(?:目标|指标)?值?$/u

// 绩效指标 between level 2 and the target heads the names, where it is no side label; of 三级指标 and 指标内容 before one
// target, the second explains the first.
function withName({ cells }: Table, columns: Column[], row: number): Column[] {
  const of = (...roles: Role[]) => columns.filter(({ role }) => roles.includes(role))
  const [names, [target, another]] = [of('name'), of('target')]
  if (names.length > 1 && !another) {
    return columns.map((column) => (names.indexOf(column) > 0 ? { ...column, role: 'note' } : column))
  }
  const left = of('category', 'dimension').at(-1)
  if (names.length > 0 || !left || !target) return columns
  const header = cells.find((cell) => cell.row === row && isGroup(cell.text) && isBetween(cell, left, target))
  if (!header) return columns
  const name: Column = { role: 'name', header, column: header.column, span: header.colSpan }
  return [...columns, name].sort((a, b) => a.column - b.column)
}

function isBetween({ column }: Cell, left: Column, right: Column): boolean {
  return left.column < column && column < right.column
}

const horizons = /总目标|(?:中期|长期|实施期|实施周期|年度|当年|本年度?)(?:总体)?(?:绩效)?(?:目标|指标)/u

// A side label left of the header, a line of its own above it, or a head of several columns beside heads of two rows.
// Where a page ends below the header, the side label may stand below an empty corner.
function labelsOf({ cells }: Table, headers: Cell[], row: number, below: number): Cell[] {
  const left = Math.min(...headers.map(({ column }) => column))
  const isLabel = ({ text }: Cell) => isGroup(text) || horizons.test(bare(text))
  const leftOf = (at: number) =>
    cells.filter((cell) => cell.row <= at && at < cell.row + cell.rowSpan && cell.column < left)
  const [beside, next] = [leftOf(row), leftOf(below)]
  const isEmpty = beside.length > 0 && beside.every(({ text }) => bare(text) === '')
  const above = cells.filter((cell) => cell.row === row - 1 && bare(cell.text) !== '')
  const over = above.filter((cell) => above.length === 1 || headers.some((header) => header.row === cell.row))
  const among = cells.filter(
    (cell) => cell.row >= row && cell.row < below && cell.column > left && !headers.includes(cell),
  )
  return [...over, ...among, ...(isEmpty ? next : beside)].filter(isLabel)
}

function headed(labels: string[]): Horizon | undefined {
  const label = labels.find((text) => horizons.test(bare(text)))
  if (!label) return undefined
  return /年度|当年|本年/u.test(label) ? 'annual' : 'mediumTerm'
}

// A table that goes on over a page end may print its header again.
function isRepeated(section: Section, last: Section): boolean {
  const texts = ({ headers }: Section) => headers.map(({ text }) => bare(text)).join('|')
  const horizon = ({ columns }: Section) => columns.find(({ role }) => role === 'target')?.horizon
  return texts(section) === texts(last) && (horizon(section) === horizon(last) || section.labels.length === 0)
}

function firstRow({ row, labels }: Section): number {
  return Math.min(row, ...labels.filter((label) => label.row >= row - 1).map((label) => label.row))
}

// The left side holds the medium term, the right side the year (财预〔2015〕88号 form and its children).
function withHorizons(columns: Column[], horizon: Horizon | undefined): Column[] {
  const names = columns.filter(({ role }) => role === 'name')
  if (names.length === 2 && !names.some(({ under }) => under)) {
    const split = columns.findIndex(({ role }, index) => columns.findIndex((column) => column.role === role) < index)
    return columns.map((column, index) =>
      column.role === 'category' ? column : { ...column, horizon: index < split ? 'mediumTerm' : 'annual' },
    )
  }
  const targets = columns.filter(({ role }) => role === 'target')
  return columns.map((column) =>
    column.role === 'target'
      ? { ...column, horizon: horizon ?? targetHorizon(column.header.text, targets.length) }
      : column,
  )
}

// 指标值 alone is of the year; a column for the whole project is `total` only where none is headed for the year.
function targetHorizon(header: string, count: number): Horizon {
  const named = horizonOf(header)
  return named === 'total' && count > 1 ? 'mediumTerm' : named
}
