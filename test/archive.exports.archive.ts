import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Listing } from '../src/archive/listing.ts'
import { pack } from '../src/archive/pack.ts'
import { type Archive, openArchive } from '../src/archive/store.ts'
import type { Report } from '../src/model.ts'
import { parse } from '../src/parse.ts'
import { tables } from '../src/tables/index.ts'

/** Makes a database in a folder from documents, and from what else became of files; gives the reports, too. */
export async function archiveOf(folder: string, files: string[], others: Omit<Listing, 'position'>[]) {
  const archive = await openArchive(join(folder, 'archive.duckdb'), { version: '1', inputs: files, resume: false })
  const [reports, listings]: [Report[], Listing[]] = [[], []]
  for (const file of files) {
    const bytes = readFileSync(file)
    const report = await parse(bytes, file)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const listing: Listing = { position: listings.length + 1, file, state: 'document', bytes: bytes.length, sha256 }
    await archive.commit(listing, { report: pack(report), rows: rowsOf(report) })
    listings.push(listing)
    reports.push(report)
  }
  for (const other of others) listings.push({ position: listings.length + 1, ...other })
  await lose(archive, listings)
  await archive.settle(listings)
  return { archive, reports, listings }
}

function rowsOf(report: Report) {
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows(report)]))
}

async function lose(archive: Archive, listings: Listing[]): Promise<void> {
  for (const listing of listings) {
    const { state, reason } = listing
    if (state === 'failed' && reason) await archive.commit(listing, { error: reason, isLimited: false })
  }
}
