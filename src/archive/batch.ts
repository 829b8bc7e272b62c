import { createHash } from 'node:crypto'
import { sentence } from '../sentence.ts'
import { findings } from '../tables/findings.ts'
import type { Kept } from './kept.ts'
import type { Listing } from './listing.ts'
import type { Outcome, Reading } from './outcome.ts'
import type { Progress } from './progress.ts'
import type { Found, Source } from './source.ts'
import { obstacles } from './sources/reasons.ts'

/** What a batch works with: what is known from before, who reads documents, where outcomes are kept, who is told. */
export interface Setting {
  known: ReadonlyMap<string, Listing>
  jobs: number
  signal: AbortSignal
  read(file: string, bytes: Uint8Array, onStart: () => void): Promise<Outcome>
  commit(listing: Listing, outcome: Outcome): Promise<void>
  watch(progress: Progress): void
  now(): number
}

/**
 * What became of all files, in the order of the input; each document is read once, under the first name it has.
 * Ended by the signal it gives the listings so far. Throws what `commit` throws.
 */
export async function batch(found: (Found | Kept)[], setting: Setting): Promise<Listing[]> {
  const run = begin(found.length, setting.now())
  for (const [index, item] of found.entries()) {
    if (setting.signal.aborted || run.broken.length > 0) break
    await take(item, index + 1, run, setting)
  }
  await Promise.all(run.pending)
  for (const error of run.broken) throw error
  return run.listings.sort((a, b) => a.position - b.position)
}

interface Run {
  listings: Listing[]
  /** The first file with some content, by its SHA-256. */
  firsts: Map<string, string>
  pending: Set<Promise<void>>
  broken: unknown[]
  progress: Progress
}

function begin(total: number, started: number): Run {
  const findings = { error: 0, warning: 0, info: 0 }
  const progress = { total, done: 0, failed: 0, duplicates: 0, skipped: 0, findings, working: [], started }
  return { listings: [], firsts: new Map(), pending: new Set(), broken: [], progress }
}

async function take(item: Found | Kept, position: number, run: Run, setting: Setting): Promise<void> {
  const { file } = item
  if ('reason' in item) return list({ position, file, state: 'skipped', reason: item.reason }, run, setting)
  if ('before' in item) return list({ ...stillOf(item.before, run), position }, run, setting)
  const bytes = await item.load().catch((error: unknown) => error)
  if (!(bytes instanceof Uint8Array)) return list(unreachable(item, position, bytes), run, setting)
  const listing = { position, file, bytes: bytes.length, sha256: sha256Of(bytes) }
  const before = settled(listing, run, setting)
  if (before) return list({ ...before, position }, run, setting)
  await vacancy(run, setting)
  start(work(listing, bytes, run, setting), run)
}

// A name in front of an earlier one can make it the first of its content, so a known file may be a duplicate today.
function settled({ file, sha256, ...rest }: Omit<Listing, 'state'> & { sha256: string }, run: Run, setting: Setting) {
  const first = run.firsts.get(sha256)
  if (first !== undefined) return { ...rest, file, sha256, state: 'duplicate', first } satisfies Listing
  run.firsts.set(sha256, file)
  const known = setting.known.get(file)
  return known?.sha256 === sha256 ? known : undefined
}

// A file that is out of reach is as it was; but what it repeats may be gone, and its contents with it.
function stillOf(before: Listing, { firsts }: Run): Listing {
  const { position, file, bytes = 0, sha256 } = before
  if (sha256 === undefined) return before
  const first = firsts.get(sha256)
  if (first !== undefined) return { position, file, bytes, sha256, state: 'duplicate', first }
  if (before.state === 'duplicate') return { position, file, bytes, state: 'failed', reason: obstacles.unreachable }
  firsts.set(sha256, file)
  return before
}

// Each worker finds another document when it is done with one, also while the two before are still being written.
async function vacancy({ pending }: Run, { jobs }: Setting): Promise<void> {
  while (pending.size > 2 * jobs) await Promise.race(pending)
}

function start(task: Promise<void>, { pending, broken }: Run): void {
  const kept = task.catch((error: unknown) => void broken.push(error)).finally(() => pending.delete(kept))
  pending.add(kept)
}

async function work(unread: Omit<Listing, 'state'>, bytes: Uint8Array, run: Run, setting: Setting): Promise<void> {
  const job = { file: unread.file, since: 0 }
  const outcome = await setting.read(unread.file, bytes, () => {
    job.since = setting.now()
    run.progress.working.push(job)
  })
  run.progress.working = run.progress.working.filter((other) => other !== job)
  // What the end of the run took down was not read, and is not lost: it is read when the run goes on.
  if (setting.signal.aborted && 'error' in outcome) return
  const listing = listingOf(unread, outcome)
  await setting.commit(listing, outcome)
  if ('rows' in outcome) count(outcome, run.progress)
  list(listing, run, setting)
}

function listingOf(unread: Omit<Listing, 'state'>, outcome: Outcome): Listing {
  return 'error' in outcome ? { ...unread, state: 'failed', reason: outcome.error } : { ...unread, state: 'document' }
}

function list(listing: Listing, { listings, progress }: Run, { watch }: Setting): void {
  listings.push(listing)
  progress.done += 1
  if (listing.state === 'failed') progress.failed += 1
  if (listing.state === 'duplicate') progress.duplicates += 1
  if (listing.state === 'skipped') progress.skipped += 1
  watch(progress)
}

const severity = findings.columns.findIndex(({ name }) => name === 'severity')

function count({ rows }: Reading, progress: Progress): void {
  for (const row of rows.findings ?? []) {
    const value = row[severity]
    if (value === 'error' || value === 'warning' || value === 'info') progress.findings[value] += 1
  }
}

function unreachable({ file, bytes }: Source, position: number, error: unknown): Listing {
  // What is not there has no size.
  return { position, file, ...(bytes > 0 && { bytes }), state: 'failed', reason: sentence(error) }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
