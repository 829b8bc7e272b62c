import { schema } from '../schema.ts'
import type { Status } from './options.ts'
import { deliver } from './outputs.ts'

/** Writes the JSON Schema of a report. */
export async function run(): Promise<Status> {
  await deliver(`${JSON.stringify(schema(), null, 2)}\n`)
  return 0
}
