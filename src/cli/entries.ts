import { Failure } from '../failure.ts'
import { sentence } from '../sentence.ts'
import type { Refusal } from '../writers/writer.ts'
import { type Input, load } from './inputs.ts'
import type { Options } from './options.ts'
import { progress } from './progress.ts'
import { complain } from './speech.ts'

/** What becomes of the inputs, in their order. One that cannot be used gets its sentence, and the others go on. */
export async function entriesOf<T>(
  inputs: Input[],
  options: Options,
  use: (bytes: Uint8Array, file: string) => Promise<T[]>,
): Promise<(T | Refusal)[]> {
  const entries: (T | Refusal)[] = []
  for (const [index, input] of inputs.entries()) {
    progress(index, inputs.length, input.file, options)
    entries.push(...(await entryOf(input, options, use)))
  }
  progress(inputs.length, inputs.length, '', options)
  return entries
}

async function entryOf<T>(
  input: Input,
  options: Options,
  use: (bytes: Uint8Array, file: string) => Promise<T[]>,
): Promise<(T | Refusal)[]> {
  try {
    if ('error' in input) throw new Failure(input.error)
    return await use(await load(input.file), input.file)
  } catch (error) {
    complain(input.file, error, options)
    return [{ file: input.file, error: sentence(error) }]
  }
}
