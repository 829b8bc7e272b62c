import { join } from 'node:path'
import type { Column } from '../../tables/table.ts'
import { headOf, linesOf } from '../../writers/csv/lines.ts'
import { everyTable } from './every-table.ts'
import type { Export, Rows } from './export.ts'
import { save } from './output.ts'

/** One file a table, as `parse` writes them, and the list of the files. */
const csv: Export = {
  name: 'csv',
  place: 'csv',
  async write(archive, folder, { excel = false }) {
    for (const { name, columns, rows } of everyTable(archive)) {
      await save(join(folder, 'csv', `${name}.csv`), textOf(columns, rows(), excel))
    }
  },
}

export default csv

/** The text of a table, piece by piece. */
export async function* textOf(columns: Column[], rows: Rows, excel: boolean): AsyncGenerator<string> {
  yield await headOf(columns, excel)
  for await (const some of rows) yield await linesOf(some, excel)
}
