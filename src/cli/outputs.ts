import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Failure } from '../failure.ts'
import type { Message } from '../model.ts'
import type { Pieces } from '../writers/writer.ts'
import { codeOf, writing } from '../writing.ts'
import type { Input } from './inputs.ts'

/** Writes a text, or the pieces of one, to a file, or to standard output when no path is given. */
export async function deliver(text: string | Iterable<string>, path?: string): Promise<void> {
  const pieces = typeof text === 'string' ? [text] : text
  if (path === undefined) await pour(pieces)
  else await writing({ zh: path, en: path }, () => writeFile(path, pieces))
}

/** Writes a text to standard output piece by piece, as long as someone reads it. */
export async function pour(pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    const isRead = await writing(standardOutput, () => print(piece))
    if (!isRead) return
  }
}

/** Writes files into a folder, which is made when it is not there. */
export async function deliverAll(files: Pieces, folder: string): Promise<void> {
  await writing({ zh: folder, en: folder }, () => mkdir(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) await deliver(text, join(folder, name))
}

/** Refuses an output that would overwrite an input, or the database of one. */
export function protect(inputs: Input[], path: string | undefined): void {
  const files = inputs.flatMap(({ file }) => (file === '-' ? [] : [resolve(file), resolve(file, 'archive.duckdb')]))
  const isInput = path !== undefined && files.includes(resolve(path))
  if (!isInput) return
  throw new Failure({
    zh: `${path} 是输入文件，不会覆盖；请为 --output 另取名字。`,
    en: `${path} is an input and is not overwritten; give --output another name.`,
  })
}

// Waits until the text is written, and tells whether it was: a reader that has gone away (`| head`) is no failure.
function print(text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (!error || codeOf(error) === 'EPIPE' ? resolve(!error) : reject(error)))
  })
}

const standardOutput: Message = { zh: '标准输出', en: 'standard output' }
