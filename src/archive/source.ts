import type { Message } from '../model.ts'

/** A document of an archive: its name with `/`, its size in bytes, and how its contents are had; `load` throws a Failure. */
export interface Source {
  file: string
  bytes: number
  load(): Promise<Uint8Array>
  /** Whether it cannot be had, and what stands in it, if it is a folder or an archive, neither. */
  isClosed?: true
}

/** A file of an archive that is no document, or that cannot be reached, and why. */
interface Skip {
  file: string
  reason: Message
}

/** What stands in an archive, in the order of the input. */
export type Found = Source | Skip
