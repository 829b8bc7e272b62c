import type { Listing } from './listing.ts'
import { placeOf } from './place.ts'
import type { Found } from './source.ts'
import { sorted } from './sources/order.ts'
import type { Archive } from './store.ts'

/** A file that is out of reach, and what became of it in an earlier run. */
export interface Kept {
  file: string
  before: Listing
}

/**
 * What is found, and behind each folder or archive that is closed what an earlier run found in it: that is not gone. A
 * disk that is mounted in part, or a lost permission, must not take documents out of a dataset.
 */
export async function withKept(
  found: Found[],
  archive: Pick<Archive, 'known' | 'listings'>,
): Promise<(Found | Kept)[]> {
  const closed = new Set(found.flatMap((item) => ('isClosed' in item ? [item.file] : [])))
  if (closed.size === 0) return found
  const there = new Set(found.map(({ file }) => file))
  const lost = (await earlier(archive)).filter(({ file }) => !there.has(file))
  const kept = Map.groupBy(lost, ({ file }) => placeOf(file, closed))
  return found.flatMap((item) => [item, ...inOrder(kept.get(item.file))])
}

// What was read since the files were listed, in a run that was broken off, is newer than that list.
async function earlier({ listings, known }: Pick<Archive, 'known' | 'listings'>): Promise<Listing[]> {
  const latest = new Map<string, Listing>()
  for await (const listing of listings()) latest.set(listing.file, listing)
  for (const [file, listing] of known) latest.set(file, listing)
  return Array.from(latest.values())
}

function inOrder(listings: Listing[] = []): Kept[] {
  return sorted(listings, ({ file }) => file).map((before) => ({ file: before.file, before }))
}
