import type { Report } from '../model.ts'
import { tables } from '../tables/index.ts'
import type { Table } from '../tables/table.ts'
import { headOf, linesOf } from './csv/lines.ts'
import { reportsOf, type Writer } from './writer.ts'

/** One table for each kind of fact. */
const csv: Writer = {
  name: 'csv',
  async write(entries, { excel = false }) {
    const reports = reportsOf(entries)
    const texts = tables.map(async (table) => [`${table.name}.csv`, [await textOf(table, reports, excel)]])
    return Object.fromEntries(await Promise.all(texts))
  },
}

export default csv

async function textOf({ columns, rows }: Table, reports: Report[], excel: boolean): Promise<string> {
  return (await headOf(columns, excel)) + (await linesOf(reports.flatMap(rows), excel))
}
