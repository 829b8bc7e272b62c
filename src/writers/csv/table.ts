import type { Location, Report } from '../../model.ts'

/** A table of facts: a name, its columns, and the rows that one report gives. */
export interface Table {
  name: string
  columns: string[]
  rows(report: Report): Value[][]
}

/** The value of a cell; nothing for what is not printed, empty or unreadable. */
export type Value = string | number | null | undefined

/** Places in one cell. */
export function placesOf(source: readonly Location[] | undefined): Value {
  return source?.join(' ')
}

/** A value that no spreadsheet runs as a formula. */
export function neutral(value: Value): Value {
  return typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value
}
