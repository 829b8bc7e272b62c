import type { DuckDBConnection } from '@duckdb/node-api'
import { checkExact } from '../exact.ts'
import { rowOf } from '../files.ts'
import type { Listing } from '../listing.ts'
import type { Outcome } from '../outcome.ts'
import { append, fold, type Rows, remove } from './fold.ts'
import { type Enter, type Entrance, journal } from './journal.ts'
import { facts, listed, quoted } from './shape.ts'
import type { State } from './state.ts'

/** Keeps what becomes of documents. */
export interface Writing {
  commit(listing: Listing, outcome: Outcome): Promise<void>
  settle(listings: Listing[]): Promise<void>
  /** Puts into the tables what was committed lately. */
  complete(): Promise<void>
}

/** Opens an archive for writing, as an earlier run left it. */
export async function writing(connection: DuckDBConnection, version: string, state: State): Promise<Writing> {
  return new Ledger(connection, await journal(connection, version), state)
}

/**
 * Keeps reports one by one, and puts the rows of many of them into the tables at once: a transaction that touches all
 * tables takes longer than the rows of one document. What a killed process left out is made up for from the reports.
 */
class Ledger implements Writing {
  readonly #connection: DuckDBConnection
  readonly #enter: Enter
  readonly #state: State
  readonly #group: Entrance[] = []
  #kept = Promise.resolve()

  constructor(connection: DuckDBConnection, enter: Enter, state: State) {
    this.#connection = connection
    this.#enter = enter
    this.#state = state
  }

  // What comes in while a transaction is under way shares the next one.
  async commit(listing: Listing, outcome: Outcome): Promise<void> {
    if ('rows' in outcome) checkExact(outcome.rows)
    this.#group.push({ listing, outcome })
    if (this.#group.length === 1) this.#kept = this.#kept.catch(() => {}).then(() => this.#keep(this.#group.splice(0)))
    await this.#kept
  }

  async settle(listings: Listing[]): Promise<void> {
    await this.complete()
    await transaction(this.#connection, () => list(this.#connection, listings))
    await this.#connection.run('CHECKPOINT')
  }

  async complete(): Promise<void> {
    if (this.#state.pending.size > 0) await this.#foldPending()
  }

  async #keep(entrances: Entrance[]): Promise<void> {
    const { reported, pending, serial } = this.#state
    if (sizeOf(pending) >= foldedAtOnce) await this.#foldPending()
    const again = entrances.map(({ listing }) => listing.file).filter((file) => reported.has(file))
    const work = async () => {
      if (again.length > 0) await remove(this.#connection, 'reports', again)
      await this.#enter(entrances, serial + 1)
    }
    // One statement is a transaction by itself, and costs a third less than within BEGIN and COMMIT.
    await (entrances.length + again.length > 1 ? transaction(this.#connection, work) : work())
    this.#state.serial += entrances.length
    for (const { listing, outcome } of entrances) {
      reported.add(listing.file)
      pending.set(listing.file, 'rows' in outcome ? outcome.rows : {})
    }
  }

  async #foldPending(): Promise<void> {
    const { pending, present, serial } = this.#state
    const stale = Array.from(pending.keys()).filter((file) => present.has(file))
    await transaction(this.#connection, async () => {
      await fold(this.#connection, Array.from(pending.values()), stale)
      await this.#connection.run(`UPDATE archive SET folded = ${serial}`)
    })
    for (const [file, rows] of pending) {
      if (rows.documents) present.add(file)
      else present.delete(file)
    }
    pending.clear()
  }
}

// As much as memory holds easily, and as little as is quickly made up for.
const foldedAtOnce = 10_000

function sizeOf(pending: ReadonlyMap<string, Rows>): number {
  const documents = Array.from(pending.values(), (rows) => Object.values(rows).map(({ length }) => length))
  return documents.flat().reduce((size, length) => size + length, documents.length)
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

async function list(connection: DuckDBConnection, listings: Listing[]): Promise<void> {
  await connection.run('DELETE FROM files')
  await append(connection, listed, listings.map(rowOf))
  for (const { name } of facts) {
    await connection.run(`DELETE FROM ${quoted(name)} WHERE file NOT IN (${filesThatAre('document')})`)
  }
  // Why a document could not be read is kept, so that it is not read again. To ask for the reports would read them all.
  await connection.run(`DELETE FROM reports WHERE file NOT IN (${filesThatAre('document')})
    AND (reason_en IS NULL OR file NOT IN (${filesThatAre('failed')}))`)
}

function filesThatAre(state: Listing['state']): string {
  return `SELECT file FROM files WHERE state = '${state}'`
}
