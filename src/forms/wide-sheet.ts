import { bare, type Cell, content, type Document, type Table, textOf, whole } from '../document.ts'
import { quote } from '../location.ts'
import type { Indicator, Form as ProjectForm } from '../model.ts'
import { amount, moneyUnit } from '../values/amount.ts'
import { type Field, field } from '../vocabulary.ts'
import type { Form, Placed, Reading } from './form.ts'
import { sectionsOf } from './table/columns.ts'
import { rowsOf } from './table/entries.ts'
import { type Heading, headingOf } from './table/heading.ts'
import { indicators } from './table/indicators.ts'
import { gridOf, isHeader, placed } from './table/rows.ts'
import { projectColumn } from './table/sheets.ts'

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
  stated: Map<Field, Cell>
}

function readSheet(document: Document, table: Table, index: number): Reading {
  const [section] = sectionsOf(table)
  const column = section && projectColumn(table, section)
  if (!section || column === undefined) return { labels: [] }
  const heading = headingOf(document, index, table)
  const headers = table.cells.filter((cell) => cell.row < section.below && cell.row + cell.rowSpan > section.row)
  const rows = rowsOf(table, section.below, Number.MAX_SAFE_INTEGER).filter((cells) => !isHeader(cells, section))
  const forms = projectsOf(table, rows, headers, column).map((project): Placed<ProjectForm> => {
    const read = indicators(placed(table, section, project.rows), section, false)
    const found = statements(project, headers, heading, read.indicators)
    const code = project.stated.get('code')
    return { first: index, last: index, found, ...(code && { code: quote(content(code), code.text.trim() || null) }) }
  })
  return { forms, labels: [...heading.labels, ...headers.map(whole)] }
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
    if (name !== '' && !(last && isSame(stated, last.stated))) projects.push({ rows: [cells], stated })
    else last?.rows.push(cells)
  }
  return projects
}

function isSame(a: Map<Field, Cell>, b: Map<Field, Cell>): boolean {
  const fields: Field[] = ['name', 'annual', 'competentDepartment', 'implementingEntity']
  return fields.every((field) => a.get(field)?.text === b.get(field)?.text || a.get(field)?.text.trim() === '')
}

function statedBy(headers: Cell[], at: (column: number) => Cell | undefined): Map<Field, Cell> {
  const stated = new Map<Field, Cell>()
  for (const header of headers) {
    const [named, cell] = [field(header.text), at(header.column)]
    if (named && cell) stated.set(named, cell)
  }
  return stated
}

function statements({ stated }: Project, headers: Cell[], heading: Heading, indicators: Indicator[]): ProjectForm {
  const text = (named: Field) => {
    const cell = stated.get(named)
    return cell && quote(content(cell), textOf(content(cell)) || null)
  }
  const money = stated.get('annual')
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
    other: [],
  }
}
