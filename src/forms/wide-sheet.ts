import { type Cell, type Document, type Table, textOf, whole } from '../document.ts'
import { quote } from '../location.ts'
import type { Form as ProjectForm } from '../model.ts'
import { number } from '../values/numeral.ts'
import { isGroup } from '../vocabulary.ts'
import type { Form, Placed, Reading } from './form.ts'
import { type Section, sectionsOf } from './table/columns.ts'
import { rowsOf } from './table/entries.ts'
import type { Head } from './table/entry.ts'
import { type Heading, headingOf } from './table/heading.ts'
import { codeOf, stated } from './table/heads.ts'
import { indicators } from './table/indicators.ts'
import { entriesOf, ordinalIn, projectsOf, type SheetHeads, type SheetProject, sheetHeads } from './table/projects.ts'
import { isHeader, placed } from './table/rows.ts'
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

function readSheet(document: Document, table: Table, index: number): Reading {
  const [section] = sectionsOf(table)
  const column = section && projectColumn(table, section)
  if (!section || column === undefined) return { labels: [] }
  const heading = headingOf(document, index, table)
  const heads = sheetHeads(table, section)
  const above = table.cells.filter(({ row, text }) => row === section.row - 1 && isGroup(text))
  const printed = rowsOf(table, section.below, Number.MAX_SAFE_INTEGER)
  const headers = [...heads.own, ...heads.over, ...section.headers]
  const skipped = new Set(printed.filter((cells) => isHeader(cells, { headers }) || isCount(cells)))
  const rows = printed.filter((cells) => !skipped.has(cells))
  const projects = projectsOf(table, rows, heads, column)
  const forms = projects.map((project): Placed<ProjectForm> => {
    const said = headOf(project, heads, heading)
    const read = indicators(placed(table, section, project.rows.map(ofIndicators(table, section))), section, false)
    const ordinal = ordinalIn(project)
    return {
      first: index,
      last: index,
      found: stated(heading, said, read.indicators),
      ...(ordinal && { ordinal: quote(ordinal, number(textOf(ordinal))) }),
      ...codeOf(said),
    }
  })
  const repeated = projects.flatMap((project) => project.repeated)
  const labels = [...headers, ...above, ...[...skipped].flat(), ...repeated]
  return { forms, labels: [...heading.labels, ...labels.map(whole)] }
}

// 1 | 2 | 3 … numbers the columns.
function isCount(cells: Cell[]): boolean {
  return cells.length > 2 && cells.every(({ text }, index) => text.trim() === String(index + 1))
}

// What stands above the sheet is of every project that does not say it itself.
function headOf(project: SheetProject, { over }: SheetHeads, heading: Heading): Head {
  const own = entriesOf(project)
  const above = heading.entries.filter((entry) => !own.some(({ field }) => field === entry.field))
  return { entries: [...own, ...above], groups: over.map(whole) }
}

// Without spans, what is said of the project must not be taken for a level.
function ofIndicators({ grid }: Table, { columns }: Section): (cells: Cell[]) => Cell[] {
  const first = Math.min(...columns.map(({ column }) => column))
  return (cells) => (grid === 'lost' ? cells.filter(({ column }) => column >= first) : cells)
}
