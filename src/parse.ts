import { extract } from './extract.ts'
import type { Report } from './model.ts'
import type { ReadOptions } from './readers/reader.ts'
import { validate } from './validate.ts'

/** Reads one document and checks it: what it discloses, where that is printed, and what is wrong with it. */
export async function parse(bytes: Uint8Array, file: string, options: ReadOptions = {}): Promise<Report> {
  const disclosure = await extract(bytes, file, options)
  return { ...disclosure, findings: validate(disclosure).findings }
}
