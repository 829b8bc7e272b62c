import type { Message } from '../model.ts'
import type { Value } from '../tables/table.ts'

/** A document that was read: its report as compressed JSON, and the rows of its tables by the name of the table. */
export interface Reading {
  report: Uint8Array
  rows: Record<string, Value[][]>
}

/** A document that could not be read; one that reached a limit of this run, or is locked, may be read with another limit or password. */
export interface Loss {
  error: Message
  isLimited: boolean
}

/** What became of a document. */
export type Outcome = Reading | Loss
