import { access, glob, readFile } from 'node:fs/promises'
import { sep } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Refusal } from '../writers/writer.ts'

/** An input by its name, with `/`; or why there is none. */
export type Input = { file: string } | Refusal

/** The inputs that the arguments of a command name, in order; the matches of a glob are sorted. */
export async function expand(names: string[]): Promise<Input[]> {
  const inputs: Input[] = []
  for (const name of names) inputs.push(...(await matches(name)))
  return inputs
}

/** The bytes of a file; of standard input for `-`. */
export async function load(file: string): Promise<Uint8Array> {
  return file === '-' ? buffer(process.stdin) : readFile(file)
}

async function matches(name: string): Promise<Input[]> {
  const isPattern = /[*?[{]/u.test(name) && !(await exists(name))
  if (!isPattern) return [{ file: slashed(name) }]
  const files: string[] = []
  for await (const file of glob(name)) files.push(slashed(file))
  return files.length > 0 ? files.sort().map((file) => ({ file })) : [unmatched(name)]
}

async function exists(name: string): Promise<boolean> {
  return access(name).then(
    () => true,
    () => false,
  )
}

function slashed(name: string): string {
  return name.replaceAll(sep, '/')
}

function unmatched(file: string): Refusal {
  return { file, error: { zh: '没有匹配的文件；请检查路径。', en: 'no file matches; check the path.' } }
}
