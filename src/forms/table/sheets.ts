import { type Block, bare, type Cell, type Document, type Table } from '../../document.ts'
import { field, isGroup } from '../../vocabulary.ts'
import { type Section, sectionsOf } from './columns.ts'
import { head, rowsOf } from './entries.ts'
import type { Head } from './entry.ts'
import { type Heading, headingOf } from './heading.ts'
import { stackedForms } from './stacked.ts'

/** A form as it stands in a document: its table, and tables that go on with its indicators. */
export interface Sheet {
  index: number
  last: number
  heading: Heading
  above: Head
  parts: { table: Table; sections: Section[] }[]
}

/** The forms of a document: each table that names a project and heads indicators, whatever their columns. */
export function sheetsOf(document: Document): Sheet[] {
  const sheets: Sheet[] = []
  let opening: Sheet | undefined
  const tables = document.blocks.flatMap((block, index) =>
    block.type === 'table' ? stackedForms(block).map((table) => ({ index, table })) : [],
  )
  for (const { index, table } of tables) {
    const sections = sectionsOf(table, captionOf(document.blocks[index - 1]))
    const last = opening ?? sheets.at(-1)
    const [first] = sections
    if (!first) opening = openingAt(document, index, table)
    if (!first || projectColumn(table, first)) continue
    const { heading, above } = topOf(document, index, table, Math.min(...first.headers.map(({ row }) => row)))
    const isHeaded = above.entries.length > 0 || heading.title !== undefined
    if (isOfProject(table, heading, above))
      sheets.push({ index, last: index, heading, above, parts: [{ table, sections }] })
    else if (last && (!isHeaded || last === opening) && goesOn(document, last.last, index)) {
      last.parts.push({ table, sections })
      last.last = index
      if (last === opening) sheets.push({ ...last, above: both(last.above, above) })
    }
    opening = undefined
  }
  return sheets
}

function captionOf(above: Block | undefined): string {
  return above?.type === 'paragraph' && above.text.length <= 20 ? above.text : ''
}

const mostRows = 60

// A table that only names the project: its indicators stand in a table inside it, or in the next one.
function openingAt(document: Document, index: number, table: Table): Sheet | undefined {
  if ((table.cells.at(-1)?.row ?? 0) > mostRows) return undefined
  const { heading, above } = topOf(document, index, table, Number.MAX_SAFE_INTEGER)
  return isOfProject(table, heading, above) ? { index, last: index, heading, above, parts: [] } : undefined
}

function topOf(document: Document, index: number, table: Table, below: number): Pick<Sheet, 'heading' | 'above'> {
  const heading = headingOf(document, index, table)
  const top = head(table, rowsOf(table, heading.row, below - 1))
  return { heading, above: { entries: [...top.entries, ...heading.entries], groups: top.groups } }
}

// The objectives of a whole department may list its tasks by project: 年度主要任务 | 项目名称 | 主要内容. The whole of a
// transfer (转移支付整体绩效目标表) is one project.
function isOfProject({ cells }: Table, { title }: Heading, { entries }: Head): boolean {
  const isNamed = entries.some(({ field }) => field === 'name' || field === 'program')
  if (!isNamed || /(?<!转移支付|专项资金)整体(?:支出)?(?:预算)?绩效/u.test(bare(title?.text ?? ''))) return false
  return !cells.some(({ text }) => text.length <= 20 && tasks.test(bare(text)))
}

const tasks = /^(?:本?年度|本年)?(?:主要|重点)(?:工作)?任务$/u

function both(a: Head, b: Head): Head {
  return { entries: [...a.entries, ...b.entries], groups: [...a.groups, ...b.groups] }
}

/** The column that names the project of each row, in a sheet that holds all projects of a body. */
export function projectColumn(table: Table, section: Section): number | undefined {
  return headsOf(table, section).find(({ text }) => field(text) === 'name')?.column
}

/** The heads of such a sheet; those of the project may stand a row higher, beside 绩效指标 over the levels. */
export function headsOf({ cells }: Table, { row, below, columns }: Section): Cell[] {
  const first = Math.min(...columns.map(({ column }) => column))
  const isUnder = cells.some((cell) => cell.row === row - 1 && cell.column === first && isGroup(cell.text))
  const top = isUnder ? row - 1 : row
  return cells.filter((cell) => cell.row < below && cell.row + cell.rowSpan > top)
}

// A table of indicators without a project of its own, with at most a short line between it and the form above.
function goesOn({ blocks }: Document, from: number, to: number): boolean {
  const between = blocks.slice(from + 1, to)
  return (
    between.length <= 1 &&
    between.every(
      (block) => block.type === 'paragraph' && /指标|目标|续表/u.test(block.text) && block.text.length <= 20,
    )
  )
}
