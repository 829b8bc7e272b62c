import type { DuckDBConnection } from '@duckdb/node-api'
import { placeOf } from '../place.ts'
import { otherInputs } from './failures.ts'
import { objects } from './read.ts'

/**
 * Throws a Failure when an archive was made of inputs that are not named any more, for what they gave would leave it
 * unseen. Where nothing was found, under a name that was mistyped, there is nothing to lose.
 */
export async function checkInputs(
  connection: DuckDBConnection,
  path: string,
  before: string[],
  now: string[],
): Promise<void> {
  const named = new Set(now)
  const missing = new Set(before.filter((input) => !named.has(input)))
  if (missing.size === 0) return
  const empty = await emptyOf(connection, missing)
  const needed = Array.from(missing).filter((input) => !empty.has(input))
  if (needed.length > 0) throw otherInputs(path, needed)
}

/** The inputs that could not be found, and under which nothing is kept either. */
async function emptyOf(connection: DuckDBConnection, inputs: ReadonlySet<string>): Promise<Set<string>> {
  const files = await objects(connection, `SELECT file, state = 'failed' AND sha256 IS NULL AS "isMissing" FROM files`)
  const empty = new Set(files.filter(({ isMissing }) => isMissing === true).map(({ file }) => String(file)))
  for (const { file } of files) empty.delete(placeOf(String(file), inputs) ?? '')
  return empty
}
