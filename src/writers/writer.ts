import type { Message, Report } from '../model.ts'

/** Turns what was read into files. Writers make text; the command line decides where it goes. */
export interface Writer {
  name: string
  write(entries: Entry[], options: WriteOptions): Pieces | Promise<Pieces>
}

export interface WriteOptions {
  /** For people who open CSV in a spreadsheet: a byte order mark, and no value that runs as a formula. */
  excel?: boolean | undefined
}

/** What became of one input: its report, or the sentence that says why there is none. */
export type Entry = Report | Refusal

export interface Refusal {
  file: string
  error: Message
}

/** File names and their contents, piece by piece: the text of a long document takes more memory than the document. */
export type Pieces = Record<string, Iterable<string>>

/** File names and their contents. */
export type Files = Record<string, string>

/** The reports among entries. */
export function reportsOf(entries: Entry[]): Report[] {
  return entries.flatMap((entry) => ('error' in entry ? [] : [entry]))
}
