import { type DuckDBConnection, DuckDBDataChunk, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import type { Value } from '../../tables/table.ts'
import { facts, quoted, type Stored } from './shape.ts'
import { kinds, toDatabase } from './values.ts'

/** The rows of the facts of a document by the name of their table; none when it could not be read. */
export type Rows = Record<string, Value[][]>

/** Puts the facts of documents in the place of those of stale files, within a transaction of the caller. */
export async function fold(connection: DuckDBConnection, documents: Rows[], stale: string[]): Promise<void> {
  for (const table of facts) {
    if (stale.length > 0) await remove(connection, table.name, stale)
    const rows = documents.flatMap(({ [table.name]: rows = [] }) => rows.map((row, index) => [...row, index + 1]))
    if (rows.length > 0) await append(connection, table, rows)
  }
}

/** Takes the rows of some files out of a table. */
export async function remove(connection: DuckDBConnection, table: string, files: string[]): Promise<void> {
  const sql = `DELETE FROM ${quoted(table)} WHERE file IN (SELECT unnest($1))`
  await connection.run(sql, [listValue(files)], [LIST(VARCHAR)])
}

/** Adds rows to a table. */
export async function append(connection: DuckDBConnection, { name, columns }: Stored, rows: Value[][]): Promise<void> {
  const appender = await connection.createAppender(name)
  for (let from = 0; from < rows.length; from += largestChunk) {
    const some = rows.slice(from, from + largestChunk)
    const chunk = DuckDBDataChunk.create(
      columns.map(({ type }) => kinds[type]),
      some.length,
    )
    for (const [index, { type }] of columns.entries()) {
      chunk.setColumnValues(
        index,
        some.map((row) => toDatabase(row[index], type)),
      )
    }
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

// The size of a vector of DuckDB.
const largestChunk = 2048
