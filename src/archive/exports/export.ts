import type { Value } from '../../tables/table.ts'
import type { Entry, WriteOptions } from '../../writers/writer.ts'
import type { Listing } from '../listing.ts'

/** Writes an archive into a folder. The same archive gives the same bytes; memory does not grow with the archive. */
export interface Export {
  name: string
  /** Where it is written in the folder: a file, or a folder of its own. */
  place: string
  write(archive: ReadableArchive, folder: string, options: WriteOptions): Promise<void>
}

/** Rows of a table, some at a time. */
export type Rows = AsyncIterable<Value[][]>

/** What an export reads of an archive, all of it in the order of the input. */
export interface ReadableArchive {
  /** The rows of a table of facts. */
  rows(table: string): Rows
  /** The reports, and the sentences of the documents that could not be read. */
  entries(): AsyncIterable<Entry>
  /** What became of each file. */
  listings(): AsyncIterable<Listing>
  /** The answer to a question in SQL. */
  all(sql: string): Promise<Record<string, unknown>[]>
}
