import { posix } from 'node:path'
import type { Found, Source } from '../source.ts'
import { directoryOf, type Room } from './directory.ts'
import { hiddenIn, isPackage, kindOf } from './kind.ts'
import { headOf, type Member, obstacleOf, type Span, spanOf, unpack } from './member.ts'
import { distinct, sorted } from './order.ts'
import { obstacles, reasons } from './reasons.ts'
import { refused } from './refused.ts'
import { type Region, regionOf } from './region.ts'
import type { Shelf } from './shelf.ts'

/** A ZIP archive: the file that it is, its bytes while they are listed and later. */
export interface Zip {
  source: Source
  region: Region
  /** How deep it is nested, from 1, and how much it may hold, with what is nested in it. */
  level: number
  room: Room
  bytes(span: Span): Promise<Uint8Array>
}

/** The files in a ZIP archive, and in those in it, sorted; the archive itself when it is a document, or is damaged. */
export async function* filesInZip(zip: Zip, shelf: Shelf): AsyncGenerator<Found> {
  const { source, region, level, room } = zip
  const { members, problem } = await directoryOf(region, room)
  if (isPackage(members.map(({ label }) => label))) return yield source
  if (level > deepest) return yield refused(source, obstacles.nested)
  if (problem) yield refused(source, problem)
  else if (members.length === 0) yield { file: source.file, reason: reasons.nothing }
  const inOrder = sorted(members, ({ label }) => label)
  const labels = distinct(inOrder.map(({ label }) => label))
  for (const [at, member] of inOrder.entries()) {
    yield* filesOf(member, `${source.file}/${labels[at]}`, zip, shelf)
  }
}

const deepest = 2

async function* filesOf(member: Member, file: string, zip: Zip, shelf: Shelf): AsyncGenerator<Found> {
  const untouched = untouchedOf(member, file, zip)
  if (untouched) return yield untouched
  const span = spanOf(member, zip.region)
  const head = span && headOf(member, span, zip.region)
  const obstacle = obstacleOf(member)
  const unread = { file, bytes: member.size }
  if (!head) return yield refused(unread, obstacle ?? obstacles.damaged)
  const kind = kindOf(posix.basename(member.label), member.size, head)
  if (typeof kind === 'object') return yield { file, reason: kind }
  if (kind === 'packed') return yield refused(unread, obstacles.packed)
  if (obstacle) return yield refused(unread, obstacle)
  // Sources outlive the listing: one that kept the region would keep a whole nested archive in memory.
  const { bytes } = zip
  const source = { ...unread, load: async () => unpack(member, await bytes(span)) }
  if (kind === 'document') yield source
  else yield* filesInNested(source, zip, shelf)
}

async function* filesInNested(source: Source, { level, room }: Zip, shelf: Shelf): AsyncGenerator<Found> {
  const contents = await shelf(source).catch(() => undefined)
  if (!contents) return yield source
  const bytes = async ({ start, length }: Span) => (await shelf(source)).subarray(start, start + length)
  yield* filesInZip({ source, region: regionOf(contents), level: level + 1, room, bytes }, shelf)
}

function untouchedOf({ label, size, isLink, isEncrypted }: Member, file: string, { source }: Zip): Found | undefined {
  const hidden = hiddenIn(label.split('/').slice(0, -1))
  if (hidden !== undefined) return { file: `${source.file}/${hidden}`, reason: reasons.hidden }
  if (isLink) return { file, reason: reasons.link }
  return isEncrypted ? refused({ file, bytes: size }, obstacles.encrypted) : undefined
}
