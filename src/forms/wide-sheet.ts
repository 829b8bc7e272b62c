import { bare, type Cell, content, type Document, type Table, textOf, whole } from '../document.ts'
import { quote } from '../location.ts'
import type { Indicator, Form as ProjectForm } from '../model.ts'
import { amount, moneyUnit } from '../values/amount.ts'
import { type Field, field, isGroup } from '../vocabulary.ts'
import type { Form, Placed, Reading } from './form.ts'
import { sectionsOf } from './table/columns.ts'
import { rowsOf } from './table/entries.ts'
import { type Heading, headingOf } from './table/heading.ts'
import { indicators } from './table/indicators.ts'
import { gridOf, isHeader, placed } from './table/rows.ts'
import { headsOf, projectColumn } from './table/sheets.ts'

/** 部门预算项目绩效目标申报表: one wide sheet for all projects of a body, a row an indicator, the project in merged cells. */
const form: Form = {
  name: 'wide-sheet',
  title: { zh: '部门预算项目绩效目标申报表（一表多项目）', en: 'Objectives of all projects of a body on one sheet' },
  read: (document) =>
    merged(
      document.blocks.map((block, index) =>
        block.type === 'table' ? readSheet(document, block, index) : { labels: [] },
      ),
    ),
}

export default form

function merged(readings: Reading[]): Reading {
  return { forms: readings.flatMap(({ forms = [] }) => forms), labels: readings.flatMap(({ labels }) => labels) }
}

/** The rows of one project, and the cells that state it. */
interface Project {
  rows: Cell[][]
  stated: Stated
  /** Cells of its further rows that state the same again. */
  repeated: Cell[]
}

interface Stated {
  fields: Map<Field, Cell>
  /** Under headers that the vocabulary does not know, or that name a field again. */
  others: { header: Cell; cell: Cell }[]
}

function readSheet(document: Document, table: Table, index: number): Reading {
  const [section] = sectionsOf(table)
  const column = section && projectColumn(table, section)
  if (!section || column === undefined) return { labels: [] }
  const heading = headingOf(document, index, table)
  const above = table.cells.filter(({ row, text }) => row === section.row - 1 && isGroup(text))
  const headers = [...new Set([...headsOf(table, section), ...above])]
  const rows = rowsOf(table, section.below, Number.MAX_SAFE_INTEGER).filter((cells) => !isHeader(cells, section))
  const first = Math.min(...section.columns.map(({ column }) => column))
  const projects = projectsOf(table, rows, headersLeft(headers, first), column)
  // Without spans, what is said of the project must not be taken for a level.
  const ofIndicators = (cells: Cell[]) =>
    table.grid === 'lost' ? cells.filter(({ column }) => column >= first) : cells
  const forms = projects.map((project): Placed<ProjectForm> => {
    const read = indicators(placed(table, section, project.rows.map(ofIndicators)), section, false)
    const found = statements(project.stated, headers, heading, read.indicators)
    const code = project.stated.fields.get('code')
    return { first: index, last: index, found, ...(code && { code: quote(content(code), code.text.trim() || null) }) }
  })
  const repeated = projects.flatMap((project) => project.repeated)
  return { forms, labels: [...heading.labels, ...[...headers, ...repeated].map(whole)] }
}

// What stands left of the levels is of the whole project.
function headersLeft(headers: Cell[], first: number): Cell[] {
  return headers.filter(({ column, text }) => column < first && bare(text) !== '')
}

// A row that names no project, or the same as above, goes on with the one above; rows above the first project and lines
// of totals belong to none.
function projectsOf(table: Table, rows: Cell[][], headers: Cell[], column: number): Project[] {
  const at = gridOf(table)
  const projects: Project[] = []
  for (const cells of rows) {
    const row = cells[0]?.row ?? 0
    const name = at(row, column)?.text.trim() ?? ''
    const last = projects.at(-1)
    if (cells.some(({ text }) => /^(?:合计|小计|总计)$/u.test(bare(text)))) continue
    const stated = statedBy(headers, (head) => at(row, head))
    if (name !== '' && !(last && isSame(stated, last.stated))) projects.push({ rows: [cells], stated, repeated: [] })
    else if (last) {
      last.rows.push(cells)
      last.repeated.push(...repeats(headers, cells, last.rows[0] ?? []))
    }
  }
  return projects
}

function isSame({ fields: a }: Stated, { fields: b }: Stated): boolean {
  const fields: Field[] = ['name', 'annual', 'competentDepartment', 'implementingEntity']
  return fields.every((field) => a.get(field)?.text === b.get(field)?.text || a.get(field)?.text.trim() === '')
}

function repeats(headers: Cell[], cells: Cell[], first: Cell[]): Cell[] {
  return cells.filter(({ column, text }) => {
    const isOfProject = headers.some((header) => header.column === column)
    return isOfProject && first.some((cell) => cell.column === column && cell.text === text)
  })
}

function statedBy(headers: Cell[], at: (column: number) => Cell | undefined): Stated {
  const stated: Stated = { fields: new Map(), others: [] }
  for (const header of headers) {
    const [named, cell] = [fieldOf(header), at(header.column)]
    if (!cell) continue
    if (named && !stated.fields.has(named)) stated.fields.set(named, cell)
    else if (cell.text.trim() !== '') stated.others.push({ header, cell })
  }
  return stated
}

// 绩效目标 over the text of each project is its objective; elsewhere it heads a group of columns.
function fieldOf({ text, colSpan }: Cell): Field | undefined {
  return field(text) ?? (isGroup(text) && colSpan === 1 && /目标$/u.test(bare(text)) ? 'annualObjective' : undefined)
}

function statements(
  { fields, others }: Stated,
  headers: Cell[],
  heading: Heading,
  indicators: Indicator[],
): ProjectForm {
  const text = (named: Field) => {
    const cell = fields.get(named)
    const above = heading.entries.find((entry) => entry.field === named)?.values[0]?.span
    const span = cell ? content(cell) : above
    return span && quote(span, textOf(span) || null)
  }
  const money = fields.get('annual')
  const unit = moneyUnit(headers.find(({ text }) => field(text) === 'annual')?.text ?? '') ?? heading.unit
  return {
    title: heading.title,
    fiscalYear: heading.fiscalYear,
    name: text('name'),
    competentDepartment: text('competentDepartment'),
    implementingEntity: text('implementingEntity'),
    type: text('type'),
    funding: { annual: money && quote(content(money), amount(money.text, unit)), lines: [] },
    annualObjective: text('annualObjective'),
    indicators,
    other: others.map(({ header, cell }) => ({
      label: bare(header.text),
      value: quote(content(cell), cell.text.trim()),
    })),
  }
}
