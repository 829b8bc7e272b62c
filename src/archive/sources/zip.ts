import { Failure } from '../../failure.ts'
import type { Message } from '../../model.ts'
import type { Found, Source } from '../source.ts'
import { directoryOf } from './directory.ts'
import { isHiddenFolder, isPackage, kindOf } from './kind.ts'
import { headOf, type Member, obstacleOf, type Span, spanOf, unpack } from './member.ts'
import { distinct, sorted } from './order.ts'
import { obstacles, reasons } from './reasons.ts'
import { type Region, regionOf } from './region.ts'
import type { Shelf } from './shelf.ts'

/** A ZIP archive: the file that it is, its bytes while they are listed and later, and how deep it is nested, from 1. */
export interface Zip {
  source: Source
  region: Region
  level: number
  bytes(span: Span): Promise<Uint8Array>
}

/** The files in a ZIP archive, and in those in it, sorted; the archive itself when it is a document, or is damaged. */
export async function* filesInZip(zip: Zip, shelf: Shelf): AsyncGenerator<Found> {
  const { source, region, level } = zip
  const { members, problem } = await directoryOf(region)
  if (isPackage(members.map(({ label }) => label))) return yield source
  if (level > deepest) return yield { file: source.file, reason: reasons.nested }
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
  const skip = skipOf(member, file, zip)
  if (skip) return yield skip
  const span = spanOf(member, zip.region)
  const head = span && headOf(member, span, zip.region)
  const obstacle = obstacleOf(member)
  const unread = { file, bytes: member.size }
  if (!head) return yield refused(unread, obstacle ?? obstacles.damaged)
  const kind = kindOf(nameOf(file), member.size, head)
  if (typeof kind === 'object') return yield { file, reason: kind }
  if (obstacle) return yield refused(unread, obstacle)
  const source = { ...unread, load: async () => unpack(member, await zip.bytes(span)) }
  if (kind === 'document') yield source
  else yield* filesInNested(source, zip.level + 1, shelf)
}

async function* filesInNested(source: Source, level: number, shelf: Shelf): AsyncGenerator<Found> {
  const contents = await shelf(source).catch(() => undefined)
  if (!contents) return yield source
  const bytes = async ({ start, length }: Span) => (await shelf(source)).subarray(start, start + length)
  yield* filesInZip({ source, region: regionOf(contents), level, bytes }, shelf)
}

function skipOf({ path, label, isLink, isEncrypted }: Member, file: string, { source }: Zip): Found | undefined {
  const parts = label.split('/')
  const hidden = parts.slice(0, -1).findIndex(isHiddenFolder)
  if (hidden >= 0) return { file: [source.file, ...parts.slice(0, hidden + 1)].join('/'), reason: reasons.hidden }
  if (path === undefined) return { file, reason: reasons.path }
  if (isLink) return { file, reason: reasons.link }
  return isEncrypted ? { file, reason: reasons.encrypted } : undefined
}

// It should have been read, so it fails when it is loaded, as a damaged document does.
function refused({ file, bytes }: Omit<Source, 'load'>, says: Message): Source {
  return { file, bytes, load: () => Promise.reject(new Failure(says)) }
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}
