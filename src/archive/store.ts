import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer } from '../writers/answer/answer.ts'
import type { ReadableArchive } from './exports/export.ts'
import type { Listing } from './listing.ts'
import type { Outcome } from './outcome.ts'
import { create, type Database, open } from './store/database.ts'
import { existing, explained } from './store/failures.ts'
import { checkInputs } from './store/inputs.ts'
import { answerTo } from './store/question.ts'
import { reading } from './store/read.ts'
import { literal, views } from './store/shape.ts'
import { headOf, stateOf } from './store/state.ts'
import { writing } from './store/write.ts'

/** The dataset of an archive, in one file: what became of its documents, and the tables of what they say. */
export interface Archive extends ReadableArchive {
  /** What became of documents in an earlier run of this version, by their names; what reached a limit is not in it. */
  known: ReadonlyMap<string, Listing>
  /** Keeps what became of a document; when this is done it is on the disk. Throws a Failure. */
  commit(listing: Listing, outcome: Outcome): Promise<void>
  /** Makes these the files of the archive, and takes out what is of none of their documents. Throws a Failure. */
  settle(listings: Listing[]): Promise<void>
  /** Ends the work. Throws a Failure; what is left undone then is done when the archive is opened again. */
  close(): Promise<void>
}

/**
 * How an archive is opened: by which version of the program, for which inputs, and whether to go on with one that
 * exists. It may grow by other inputs; one that it was made of and that is not named any more would take its documents
 * away.
 */
export interface Terms {
  version: string
  inputs: string[]
  resume: boolean
}

/** Opens an archive to write it, and makes it when it is not there. Throws a Failure. */
export async function openArchive(path: string, terms: Terms): Promise<Archive> {
  const isThere = await exists(path)
  if (isThere && !terms.resume) throw existing(path)
  if (!isThere) await create(path, JSON.stringify(terms.inputs))
  const database = await open(path)
  try {
    return await archiveIn(database, path, terms)
  } catch (error) {
    database.close()
    throw explained(error, path)
  }
}

async function archiveIn(database: Database, path: string, { version, inputs }: Terms): Promise<Archive> {
  const connection = await database.connect()
  const state = await stateOf(connection, path, version)
  await checkInputs(connection, path, state.inputs, inputs)
  await connection.run(`UPDATE archive SET inputs = ${literal(JSON.stringify(inputs))}`)
  for (const view of views) await connection.run(view)
  const ledger = await writing(connection, version, state)
  const saying = says(path)
  return {
    ...reading(database),
    known: state.known,
    commit: (listing, outcome) => ledger.commit(listing, outcome).catch(saying),
    settle: (listings) => ledger.settle(listings).catch(saying),
    close: () => ledger.complete().catch(saying).finally(database.close),
  }
}

/** Opens an archive to read it: its folder, or its database. Throws a Failure. */
export async function readArchive(path: string): Promise<{ archive: ReadableArchive; close(): void }> {
  const { database, close } = await reader(path)
  return { archive: reading(database), close }
}

/** Answers a question in SQL from an archive: its folder, or its database. Throws a Failure. */
export async function askArchive(path: string, sql: string): Promise<{ answer: Answer; close(): void }> {
  const { database, close } = await reader(path)
  try {
    return { answer: await answerTo(database, sql), close }
  } catch (error) {
    close()
    throw error
  }
}

async function reader(path: string): Promise<{ database: Database; close(): void }> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
  const file = isFolder ? join(path, 'archive.duckdb') : path
  const database = await open(file, 'read')
  try {
    await headOf(await database.connect(), file)
    return { database, close: database.close }
  } catch (error) {
    database.close()
    throw explained(error, file)
  }
}

function says(path: string): (error: unknown) => never {
  return (error) => {
    throw explained(error, path)
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
