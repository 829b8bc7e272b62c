import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Export, exports } from '../../archive/exports.ts'
import type { Archive } from '../../archive/store.ts'
import { choice } from '../choice.ts'

/** The exports of these names; the database is written anyway. Throws a Failure when there is none of some name. */
export function exportsOf(names: string[]): Export[] {
  const choices = { duckdb: [], ...Object.fromEntries(exports.map((each) => [each.name, [each]])) }
  return names.flatMap((name) => choice<Export[]>(choices, name))
}

/**
 * Writes what is wanted, and anew what an earlier run wrote, for that would say something else than the database: if it
 * was for spreadsheets, so it is again.
 */
export async function writeExports(wanted: Export[], archive: Archive, output: string, excel = false): Promise<void> {
  const written = await readdir(output)
  for (const each of exports) {
    if (wanted.includes(each)) await each.write(archive, output, { excel })
    else if (written.includes(each.place)) await each.write(archive, output, { excel: await isForSpreadsheets(output) })
  }
}

// Only CSV for spreadsheets begins with a byte order mark.
async function isForSpreadsheets(output: string): Promise<boolean> {
  try {
    const file = await open(join(output, 'csv', 'files.csv'))
    const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0).finally(() => file.close())
    return buffer.equals(Buffer.from('\ufeff'))
  } catch {
    return false
  }
}
