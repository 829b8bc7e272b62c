import { join, resolve } from 'node:path'
import type { Column } from '../../tables/table.ts'
import { explained } from '../store/failures.ts'
import { literal, quoted } from '../store/shape.ts'
import { everyTable } from './every-table.ts'
import type { Export } from './export.ts'
import { replace } from './output.ts'

/** One file a table, with the types of the database: money is DECIMAL. */
const parquet: Export = {
  name: 'parquet',
  place: 'parquet',
  async write(archive, folder) {
    for (const { name, columns } of everyTable(archive)) {
      const path = join(folder, 'parquet', `${name}.parquet`)
      await replace(path, (draft) => archive.all(copy(name, columns, draft)).catch((error) => refuse(error, path)))
    }
  },
}

export default parquet

// The database works with one thread, so that the rows of a file, and with them its bytes, are always in this order.
function copy(name: string, columns: Column[], path: string): string {
  const selected = columns.map((column) => `"table".${quoted(column.name)}`).join(', ')
  const place = name === 'files' ? '' : ', "table"."row"'
  const rows = `SELECT ${selected} FROM ${quoted(name)} "table" JOIN files USING (file) ORDER BY files.position${place}`
  return `COPY (${rows}) TO ${literal(resolve(path))} (FORMAT parquet, COMPRESSION zstd)`
}

function refuse(error: unknown, path: string): never {
  throw explained(error, path)
}
