import type { Cell, Document, Table } from '../../document.ts'
import { field, isGroup } from '../../vocabulary.ts'
import { type Section, sectionsOf } from './columns.ts'
import { head, rowsOf } from './entries.ts'
import type { Head } from './entry.ts'
import { type Heading, headingOf } from './heading.ts'

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
  for (const [index, table] of document.blocks.entries()) {
    const sections = table.type === 'table' ? sectionsOf(table) : []
    const [first] = sections
    const last = sheets.at(-1)
    if (table.type !== 'table' || !first || projectColumn(table, first)) continue
    const heading = headingOf(document, index, table)
    const top = head(table, rowsOf(table, heading.row, first.row - 1))
    const above = { entries: [...top.entries, ...heading.entries], groups: top.groups }
    const isNamed = above.entries.some(({ field }) => field === 'name' || field === 'program')
    const isHeaded = above.entries.length > 0 || heading.title !== undefined
    if (isNamed) sheets.push({ index, last: index, heading, above, parts: [{ table, sections }] })
    else if (last && !isHeaded && goesOn(document, last.last, index)) {
      last.parts.push({ table, sections })
      last.last = index
    }
  }
  return sheets
}

/** The column that names the project of each row, in a sheet that holds all projects of a body. */
export function projectColumn(table: Table, section: Section): number | undefined {
  return headsOf(table, section).find(({ text }) => field(text) === 'name')?.column
}

/** The heads of such a sheet; those of the project may stand a row higher, beside 绩效指标 over the levels. */
export function headsOf({ cells, grid }: Table, { row, below, columns }: Section): Cell[] {
  const first = Math.min(...columns.map(({ column }) => column))
  const isUnder = cells.some((cell) => cell.row === row - 1 && cell.column === first && isGroup(cell.text))
  const top = isUnder && grid === 'lost' ? row - 1 : row
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
