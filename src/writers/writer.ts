import type { Message, Report } from '../model.ts'

/** Turns what was read into files. Writers return text; the command line decides where it goes. */
export interface Writer {
  name: string
  write(entries: Entry[]): Files | Promise<Files>
}

/** What became of one input: its report, or the sentence that says why there is none. */
export type Entry = Report | Refusal

export interface Refusal {
  file: string
  error: Message
}

/** File names and their contents. */
export type Files = Record<string, string>
