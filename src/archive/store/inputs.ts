import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { otherInputs } from './failures.ts'

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
  const missing = before.filter((input) => !named.has(input))
  if (missing.length === 0) return
  const reader = await connection.runAndReadAll(withoutContents, [listValue(missing)], [LIST(VARCHAR)])
  const empty = new Set(reader.getRows().map(([file]) => file))
  const needed = missing.filter((input) => !empty.has(input))
  if (needed.length > 0) throw otherInputs(path, needed)
}

const withoutContents = `
  SELECT file FROM files input
  WHERE state = 'failed' AND sha256 IS NULL AND file IN (SELECT unnest($1))
    AND NOT EXISTS (SELECT 1 FROM files other WHERE starts_with(other.file, input.file || '/'))`
