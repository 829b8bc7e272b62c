import { Failure } from './failure.ts'
import { writers } from './writers/index.ts'
import type { Entry, Files, Pieces, WriteOptions } from './writers/writer.ts'

/** Writes reports in a format; the result maps file names to contents. Refused inputs have their place in some formats. */
export async function write(entries: Entry[], format: string, options: WriteOptions = {}): Promise<Files> {
  const files = Object.entries(await writeInPieces(entries, format, options))
  return Object.fromEntries(files.map(([name, pieces]) => [name, [...pieces].join('')]))
}

/** Writes reports in a format, piece by piece. */
export async function writeInPieces(entries: Entry[], format: string, options: WriteOptions = {}): Promise<Pieces> {
  const writer = writers.find(({ name }) => name === format)
  if (!writer) throw unknown(format)
  return writer.write(entries, options)
}

function unknown(format: string): Failure {
  const names = writers.map(({ name }) => name).join(', ')
  return new Failure({
    zh: `不能写成 ${format}；可选格式：${names}。`,
    en: `nothing can be written as ${format}; the formats are ${names}.`,
  })
}
