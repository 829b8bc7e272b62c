import type { Report } from '../model.ts'
import { documents } from './csv/documents.ts'
import { findings } from './csv/findings.ts'
import { funding } from './csv/funding.ts'
import { indicators } from './csv/indicators.ts'
import { projects } from './csv/projects.ts'
import { references } from './csv/references.ts'
import { neutral, type Table, type Value } from './csv/table.ts'
import { unread } from './csv/unread.ts'
import { reportsOf, type Writer } from './writer.ts'

const tables: Table[] = [documents, projects, indicators, funding, references, findings, unread]

/** One table for each kind of fact; the last columns say where a row is printed. */
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
  const text = await writeToString(cells, { headers: columns, alwaysWriteHeaders: true, includeEndRowDelimiter: true })
  return excel ? `\uFEFF${text}` : text
}
