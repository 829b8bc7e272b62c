import { createHash } from 'node:crypto'
import type { Listing } from '../src/archive/listing.ts'
import { pack } from '../src/archive/pack.ts'
import type { Report } from '../src/model.ts'
import { tables } from '../src/tables/index.ts'

/** The listing of a document. */
export function listingOf({ file, sha256, bytes }: Report, position: number): Listing {
  return { position, file, state: 'document', bytes, sha256 }
}

/** What a worker makes of a document. */
export function outcomeOf(report: Report) {
  return { report: pack(report), rows: Object.fromEntries(tables.map(({ name, rows }) => [name, rows(report)])) }
}

/** The SHA-256 of a text. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
