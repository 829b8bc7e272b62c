import { DuckDBBlobValue, type DuckDBConnection, type DuckDBValue, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import type { Value } from '../../tables/table.ts'
import type { Entry } from '../../writers/writer.ts'
import type { ReadableArchive } from '../exports/export.ts'
import { files } from '../files.ts'
import type { Listing } from '../listing.ts'
import { unpack } from '../pack.ts'
import type { Database } from './database.ts'
import { facts, quoted } from './shape.ts'
import { fromDatabase } from './values.ts'

/** What can be read of an archive, in the order of the input, some rows at a time. */
export function reading(database: Database): ReadableArchive {
  return {
    rows: (table) => rowsOf(database, table),
    entries: () => entriesOf(database),
    listings: () => listingsOf(database),
    all: (sql) => using(database, (connection) => objects(connection, sql)),
  }
}

/** The rows that answer a question, by the names of their columns. */
export async function objects(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql)
  return reader.getRowObjects().map(plain)
}

function plain(row: Record<string, DuckDBValue>): Record<string, unknown> {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'boolean' ? value : fromDatabase(value),
  ])
  return Object.fromEntries(entries)
}

async function* rowsOf(database: Database, name: string): AsyncGenerator<Value[][]> {
  const columns = facts.find((table) => table.name === name)?.columns.slice(0, -1) ?? []
  const selected = columns.map((column) => `fact.${quoted(column.name)}`).join(', ')
  const from = `${quoted(name)} fact JOIN files USING (file)`
  yield* stream(database, `SELECT ${selected} FROM ${from} ORDER BY files.position, fact."row"`)
}

async function* listingsOf(database: Database): AsyncGenerator<Listing> {
  const selected = files.columns.map(({ name }) => quoted(name)).join(', ')
  for await (const rows of stream(database, `SELECT ${selected} FROM files ORDER BY position`)) {
    yield* rows.map(listingFrom)
  }
}

function listingFrom([position, file, state, bytes, sha256, first, zh, en]: Value[]): Listing {
  return {
    position: Number(position),
    file: String(file),
    // What we wrote into this column is a state.
    state: state as Listing['state'],
    ...(typeof bytes === 'number' && { bytes }),
    ...(typeof sha256 === 'string' && { sha256 }),
    ...(typeof first === 'string' && { first }),
    ...(typeof zh === 'string' && typeof en === 'string' && { reason: { zh, en } }),
  }
}

async function* entriesOf(database: Database): AsyncGenerator<Entry> {
  for await (const some of batches(listingsOf(database), reportsAtATime)) {
    const reports = await using(database, (connection) => reportsOf(connection, some))
    for (const { file, reason } of some) {
      const report = reports.get(file)
      if (report) yield unpack(report)
      else if (reason) yield { file, error: reason }
    }
  }
}

const reportsAtATime = 32

async function* batches(listings: AsyncIterable<Listing>, size: number): AsyncGenerator<Listing[]> {
  let batch: Listing[] = []
  for await (const listing of listings) {
    if (listing.state === 'duplicate' || listing.state === 'skipped') continue
    batch.push(listing)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  yield batch
}

// In the order in which they are found: sorting the reports themselves would move each of them to the disk and back.
async function reportsOf(connection: DuckDBConnection, listings: Listing[]): Promise<Map<string, Uint8Array>> {
  const documents = listings.filter(({ state }) => state === 'document').map(({ file }) => file)
  const sql = 'SELECT file, report FROM reports WHERE file IN (SELECT unnest($1))'
  const reader = await connection.runAndReadAll(sql, [listValue(documents)], [LIST(VARCHAR)])
  const found = reader.getRows().flatMap(([file, report]): [string, Uint8Array][] => {
    return report instanceof DuckDBBlobValue ? [[String(file), report.bytes]] : []
  })
  return new Map(found)
}

async function* stream(database: Database, sql: string): AsyncGenerator<Value[][]> {
  const connection = await database.connect()
  try {
    const result = await connection.stream(sql)
    for await (const rows of result.yieldRows()) yield rows.map((row) => row.map(fromDatabase))
  } finally {
    connection.closeSync()
  }
}

async function using<T>(database: Database, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const connection = await database.connect()
  try {
    return await use(connection)
  } finally {
    connection.closeSync()
  }
}
