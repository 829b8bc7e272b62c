import type { Report } from '../model.ts'
import { tables } from '../tables/index.ts'
import type { Table, Value } from '../tables/table.ts'
import { reportsOf, type Writer } from './writer.ts'

/** One table for each kind of fact. */
const csv: Writer = {
  name: 'csv',
  async write(entries, { excel = false }) {
    const reports = reportsOf(entries)
    const texts = tables.map(async (table) => [`${table.name}.csv`, await textOf(table, reports, excel)])
    return Object.fromEntries(await Promise.all(texts))
  },
}

export default csv

async function textOf({ columns, rows }: Table, reports: Report[], excel: boolean): Promise<string> {
  // fast-csv is loaded here, so that other formats start without it.
  const { writeToString } = await import('fast-csv')
  const values: Value[][] = reports.flatMap(rows)
  const cells = excel ? values.map((row) => row.map(neutral)) : values
  const headers = columns.map(({ name }) => name)
  const text = await writeToString(cells, { headers, alwaysWriteHeaders: true, includeEndRowDelimiter: true })
  return excel ? `\uFEFF${text}` : text
}

/** A value that no spreadsheet runs as a formula. */
function neutral(value: Value): Value {
  return typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value
}
