import { BIGINT, BLOB, BOOLEAN, blobValue, type DuckDBConnection, type DuckDBValue, VARCHAR } from '@duckdb/node-api'
import type { Listing } from '../listing.ts'
import type { Outcome } from '../outcome.ts'

/** A document and what became of it. */
export interface Entrance {
  listing: Listing
  outcome: Outcome
}

/** Writes what became of documents, numbered on from `serial`. */
export type Enter = (entrances: Entrance[], serial: number) => Promise<void>

/** Where the reports are written, compressed: what must be on the disk before the archive goes on. */
export async function journal(connection: DuckDBConnection, version: string): Promise<Enter> {
  const insertion = await connection.prepare('INSERT INTO reports VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)')
  return async (entrances, serial) => {
    for (const [index, { listing, outcome }] of entrances.entries()) {
      insertion.bind([BigInt(serial + index), ...valuesOf(listing, outcome, version)], types)
      await insertion.run()
    }
  }
}

const types = [BIGINT, VARCHAR, VARCHAR, BIGINT, VARCHAR, BLOB, VARCHAR, VARCHAR, BOOLEAN]

function valuesOf({ file, sha256, bytes }: Listing, outcome: Outcome, version: string): DuckDBValue[] {
  const named = [file, sha256 ?? null, bytes === undefined ? null : BigInt(bytes), version]
  if ('report' in outcome) return [...named, blobValue(outcome.report), null, null, false]
  return [...named, null, outcome.error.zh, outcome.error.en, outcome.isLimited]
}
