import type { DuckDBConnection } from '@duckdb/node-api'
import { checkExact } from '../exact.ts'
import { rowOf } from '../files.ts'
import type { Listing } from '../listing.ts'
import type { Outcome } from '../outcome.ts'
import { append, type Folded, fold, remove } from './fold.ts'
import { type Entrance, journal } from './journal.ts'
import { quoted, stored } from './shape.ts'
import type { State } from './state.ts'

/** Keeps what becomes of documents. */
export interface Writing {
  commit(listing: Listing, outcome: Outcome): Promise<void>
  settle(listings: Listing[]): Promise<void>
}

/**
 * Keeps reports one by one, and puts the rows of many of them into the tables at once: a transaction that touches all
 * tables takes longer than the rows of one document. What a killed process left out is made up for from the reports.
 */
export async function writing(connection: DuckDBConnection, version: string, state: State): Promise<Writing> {
  const enter = await journal(connection, version)
  const { reported, present, pending } = state
  let { serial } = state
  const group: Entrance[] = []
  let kept = Promise.resolve()

  // What comes in while a transaction is under way shares the next one.
  async function commit(listing: Listing, outcome: Outcome): Promise<void> {
    if ('rows' in outcome) checkExact(outcome.rows)
    group.push({ listing, outcome })
    if (group.length === 1) kept = kept.catch(() => {}).then(() => keep(group.splice(0)))
    await kept
  }

  async function keep(entrances: Entrance[]): Promise<void> {
    if (sizeOf(pending) >= foldedAtOnce) await foldPending()
    const again = entrances.map(({ listing }) => listing.file).filter((file) => reported.has(file))
    await transaction(connection, async () => {
      if (again.length > 0) await remove(connection, 'reports', again)
      await enter(entrances, serial + 1)
    })
    serial += entrances.length
    for (const { listing, outcome } of entrances) {
      reported.add(listing.file)
      pending.push({ file: listing.file, rows: 'rows' in outcome ? outcome.rows : {} })
    }
  }

  async function foldPending(): Promise<void> {
    const stale = pending.map(({ file }) => file).filter((file) => present.has(file))
    await transaction(connection, async () => {
      await fold(connection, pending, stale)
      await connection.run(`UPDATE archive SET folded = ${serial}`)
    })
    for (const { file, rows } of pending) {
      if (rows.documents) present.add(file)
      else present.delete(file)
    }
    pending.length = 0
  }

  async function settle(listings: Listing[]): Promise<void> {
    if (pending.length > 0) await foldPending()
    await transaction(connection, () => list(connection, listings))
    await connection.run('CHECKPOINT')
  }

  return { commit, settle }
}

// As much as memory holds easily, and as little as is quickly made up for.
const foldedAtOnce = 10_000

function sizeOf(pending: Folded[]): number {
  return pending.reduce((size, { rows }) => size + Object.values(rows).reduce((sum, { length }) => sum + length, 1), 0)
}

async function transaction(connection: DuckDBConnection, work: () => Promise<void>): Promise<void> {
  await connection.run('BEGIN')
  try {
    await work()
    await connection.run('COMMIT')
  } catch (error) {
    // After some errors DuckDB has rolled back, or has given up the database; the first error says what is wrong.
    await connection.run('ROLLBACK').catch(() => {})
    throw error
  }
}

// The reports of files that could not be read stay as long as these are files of the archive.
async function list(connection: DuckDBConnection, listings: Listing[]): Promise<void> {
  await connection.run('DELETE FROM files')
  for (const table of stored.filter(({ name }) => name === 'files')) {
    await append(connection, table, listings.map(rowOf))
  }
  for (const { name } of stored.filter(({ name }) => name !== 'files')) {
    await connection.run(`DELETE FROM ${quoted(name)} WHERE file NOT IN (${filesThatAre("'document'")})`)
  }
  await connection.run(`DELETE FROM reports WHERE file NOT IN (${filesThatAre("'document', 'failed'")})`)
}

function filesThatAre(states: string): string {
  return `SELECT file FROM files WHERE state IN (${states})`
}
