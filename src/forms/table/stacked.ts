import type { Cell, Table } from '../../document.ts'
import { field, role } from '../../vocabulary.ts'
import { rowsOf } from './entries.ts'
import { isFormTitle } from './heading.ts'
import { inlineEntries } from './inline.ts'
import { printed } from './labels.ts'

/**
 * The forms that a spreadsheet prints below each other in one grid: below the indicators of a form, the next begins with
 * its title or the name of its project.
 */
export function stackedForms(table: Table): Table[] {
  const starts = startsOf(rowsOf(table, 1, Number.MAX_SAFE_INTEGER))
  if (starts.length === 0) return [table]
  return [0, ...starts].map((from, index) => {
    const to = starts[index] ?? Number.MAX_SAFE_INTEGER
    return { ...table, cells: table.cells.filter(({ row }) => row >= from && row < to) }
  })
}

function startsOf(rows: Cell[][]): number[] {
  const starts: number[] = []
  let hasIndicators = false
  for (const [index, cells] of rows.entries()) {
    if (isHeader(cells)) hasIndicators = true
    else if (hasIndicators && isNamed(cells)) {
      hasIndicators = false
      const title = rows.slice(Math.max(0, index - 3), index).find((above) => above.some(isTitle)) ?? cells
      starts.push(title[0]?.row ?? 0)
    }
  }
  return starts
}

function isHeader(cells: Cell[]): boolean {
  const roles = cells.map(({ text }) => role(text))
  return roles.includes('target') && (roles.includes('name') || roles.includes('dimension'))
}

function isNamed(cells: Cell[]): boolean {
  const [first] = printed(cells)
  const named = first && (field(first.text) ?? inlineEntries(first)[0]?.field)
  return named === 'name' || named === 'program'
}

function isTitle({ text }: Cell): boolean {
  return isFormTitle(text)
}
