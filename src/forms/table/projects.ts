import { bare, type Cell, content, type Span, type Table, whole } from '../../document.ts'
import { type Field, field, fundingSource, isGoalGroup, isGroup } from '../../vocabulary.ts'
import type { Section } from './columns.ts'
import type { Entry } from './entry.ts'
import { isFigure } from './money.ts'
import { gridOf } from './rows.ts'
import { headsOf } from './sheets.ts'

/** One project of a sheet that holds all projects of a body. */
export interface SheetProject {
  rows: Cell[][]
  statements: Statement[]
  /** What states the body above the projects, under the head of both. */
  body: Statement | undefined
  /** Cells of its further rows that state the same again. */
  repeated: Cell[]
}

/** What stands under a head left of the levels is of the whole project. */
interface Statement {
  head: Cell
  cell: Cell
}

/** The heads of a sheet left of its levels: one over each column, and those that stand over several. */
export interface SheetHeads {
  own: Cell[]
  over: Cell[]
}

/** The heads of what is said of each project. */
export function sheetHeads(table: Table, section: Section): SheetHeads {
  const first = Math.min(...section.columns.map(({ column }) => column))
  const left = headsOf(table, section).filter(({ column, text }) => column < first && bare(text) !== '')
  const isOver = (head: Cell) => left.some(({ row, column }) => row > head.row && isAcross(head, column))
  return { own: left.filter((head) => !isOver(head)), over: left.filter(isOver) }
}

function isAcross({ column, colSpan }: Cell, at: number): boolean {
  return column <= at && at < column + colSpan
}

/**
 * The projects of the rows below the heads. A row that names no project, or the same as above, goes on with the one
 * above; rows above the first project and lines of totals belong to none.
 */
export function projectsOf(table: Table, rows: Cell[][], heads: SheetHeads, column: number): SheetProject[] {
  const at = gridOf(table)
  const projects: SheetProject[] = []
  let body: Statement | undefined
  for (const cells of rows) {
    if (cells.some(({ text }) => /^(?:合计|小计|总计)$/u.test(bare(text)))) continue
    const row = cells[0]?.row ?? 0
    const statements = heads.own.flatMap((head) => {
      const cell = at(row, head.column)
      return cell ? [{ head, cell }] : []
    })
    const named = statements.find(({ head, cell }) => head.column === column && cell.text.trim() !== '')
    const last = projects.at(-1)
    if (named && isBody(named, cells)) body = named
    else if (named && !(last && isSame(statements, last)))
      projects.push({ rows: [cells], statements, body, repeated: [] })
    else if (last) {
      last.rows.push(cells)
      last.repeated.push(...repeats(last, cells))
    }
  }
  return projects
}

// Under 单位名称、项目名称, a row that says nothing else but sums names the body of the projects below.
function isBody({ head, cell }: Statement, cells: Cell[]): boolean {
  return /单位/u.test(head.text) && cells.every((other) => other === cell || isFigure(other))
}

const identifying: (Field | undefined)[] = ['name', 'annual', 'competentDepartment', 'implementingEntity']

function isSame(statements: Statement[], { statements: above }: SheetProject): boolean {
  return statements.every(({ head, cell }) => {
    const before = above.find((statement) => statement.head === head)?.cell.text
    return !identifying.includes(field(head.text)) || cell.text === before || before?.trim() === ''
  })
}

function repeats({ rows, statements }: SheetProject, cells: Cell[]): Cell[] {
  return cells.filter(({ column, text }) => {
    const isOfProject = statements.some(({ head }) => head.column === column)
    return isOfProject && rows[0]?.some((cell) => cell.column === column && cell.text === text)
  })
}

/** What a project states, as in the head of a form of its own. */
export function entriesOf({ statements, body }: SheetProject): Entry[] {
  const entries = statements.flatMap((statement): Entry[] => {
    const named = fieldOf(statement.head)
    const isFunding = !named && fundingSource(statement.head.text) !== undefined
    const isSaid = named || isFunding || statement.cell.text.trim() !== ''
    return isSaid && !isOrdinal(statement) ? [entry(statement, isFunding, named)] : []
  })
  return body ? [...entries, entry(body, false, 'competentDepartment')] : entries
}

function entry({ head, cell }: Statement, isFunding: boolean, named: Field | undefined): Entry {
  const { row, column } = head
  return {
    label: whole(head),
    ...(named && { field: named }),
    isFunding,
    values: [{ span: content(cell) }],
    row,
    column,
  }
}

// Over one column, 绩效目标 and 项目资金 name what stands below, and no group of columns.
function fieldOf({ text, colSpan }: Cell): Field | undefined {
  const isOne = colSpan === 1 && isGroup(text)
  return field(text) ?? (isOne ? (isGoalGroup(text) ? 'annualObjective' : 'annual') : undefined)
}

/** The number of a project (序号), where the sheet has a column for it. */
export function ordinalIn({ statements }: SheetProject): Span | undefined {
  const cell = statements.find(isOrdinal)?.cell
  return cell && content(cell)
}

function isOrdinal({ head }: Statement): boolean {
  return bare(head.text) === '序号'
}
