import type { Location, Message, Report } from '../model.ts'

/** A table of facts: one row a fact, its columns in order. */
export interface Table {
  name: string
  says: Message
  columns: Column[]
  rows(report: Report): Value[][]
}

/** A column: what it holds, and how a database or a spreadsheet should keep it. */
export interface Column {
  name: string
  type: Type
  says: Message
}

/** `amount` is exact yuan, `number` any other figure; dates are texts, for they are as precise as what is printed. */
type Type = 'text' | 'integer' | 'number' | 'amount'

/** The value of a cell; nothing for what is not printed, empty or unreadable. */
export type Value = string | number | null | undefined

/** A column together with the way its value is had from a fact. */
export type ColumnOf<Fact> = [name: string, type: Type, zh: string, en: string, value: (fact: Fact) => Value]

/** A table of the facts that are found in a report. */
export function table<Fact>(
  name: string,
  says: Message,
  facts: (report: Report) => Fact[],
  columns: ColumnOf<Fact>[],
): Table {
  return {
    name,
    says,
    columns: columns.map(([name, type, zh, en]) => ({ name, type, says: { zh, en } })),
    rows: (report) => facts(report).map((fact) => columns.map(([, , , , value]) => value(fact))),
  }
}

/** Places in one cell. */
export function placesOf(source: readonly Location[] | undefined): Value {
  return source?.join(' ')
}
