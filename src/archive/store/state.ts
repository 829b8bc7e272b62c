import { DuckDBBlobValue, type DuckDBConnection } from '@duckdb/node-api'
import { Failure } from '../../failure.ts'
import { tables } from '../../tables/index.ts'
import type { Listing } from '../listing.ts'
import { unpack } from '../pack.ts'
import { format } from './database.ts'
import { foreign, newer } from './failures.ts'
import type { Rows } from './fold.ts'
import { objects } from './read.ts'

/** What an archive holds when it is opened. */
export interface State {
  /** The inputs it was made of. */
  inputs: string[]
  /** The number of commits there were. */
  serial: number
  known: Map<string, Listing>
  /** The files that have a report or a reason. */
  reported: Set<string>
  /** The files that have rows in the tables. */
  present: Set<string>
  /** What was committed, but has no rows in the tables yet. */
  pending: Map<string, Rows>
}

/** Reads what an archive holds. Throws a Failure when the database is no archive of ours, or of a newer version. */
export async function stateOf(connection: DuckDBConnection, path: string, version: string): Promise<State> {
  const { inputs, folded } = await headOf(connection, path)
  const reports = await objects(connection, reported)
  const documents = await objects(connection, 'SELECT file FROM documents')
  const final = reports.filter((row) => row.version === version && row.limited === false)
  return {
    inputs,
    serial: reports.reduce((most, { serial }) => Math.max(most, Number(serial)), folded),
    known: new Map(final.map((row) => [String(row.file), listingFrom(row)])),
    reported: new Set(reports.map(({ file }) => String(file))),
    present: new Set(documents.map(({ file }) => String(file))),
    pending: await pendingOf(connection, folded),
  }
}

/** Tells whether a database is an archive, and one that this version can read. Throws a Failure when it is not. */
export async function headOf(
  connection: DuckDBConnection,
  path: string,
): Promise<{ inputs: string[]; folded: number }> {
  const sql = "SELECT count(*) AS count FROM duckdb_tables() WHERE database_name = 'archive' AND table_name = 'archive'"
  const [{ count } = {}] = await objects(connection, sql)
  if (count === 0) throw new Failure(foreign(path))
  const [head = {}] = await objects(connection, 'SELECT * FROM archive')
  if (Number(head.format) > format) throw new Failure(newer(path))
  return { inputs: JSON.parse(String(head.inputs)), folded: Number(head.folded) }
}

const reported = 'SELECT serial, file, sha256, bytes, version, reason_zh, reason_en, limited FROM reports'

// The position is that of the run that asks.
function listingFrom({ file, sha256, bytes, reason_zh, reason_en }: Record<string, unknown>): Listing {
  const named = { position: 0, file: String(file), sha256: String(sha256), bytes: Number(bytes) }
  if (reason_zh === null) return { ...named, state: 'document' }
  return { ...named, state: 'failed', reason: { zh: String(reason_zh), en: String(reason_en) } }
}

async function pendingOf(connection: DuckDBConnection, folded: number): Promise<Map<string, Rows>> {
  const reader = await connection.runAndReadAll(`SELECT file, report FROM reports WHERE serial > ${folded}`)
  const pending = reader.getRows().map(([file, report]): [string, Rows] => {
    return [String(file), report instanceof DuckDBBlobValue ? rowsOf(report.bytes) : {}]
  })
  return new Map(pending)
}

function rowsOf(packed: Uint8Array): Rows {
  const report = unpack(packed)
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows(report)]))
}
