import { promisify } from 'node:util'
import { constants, crc32, inflateRaw, inflateRawSync } from 'node:zlib'
import { Failure } from '../../failure.ts'
import type { Message } from '../../model.ts'
import { attempt } from './attempt.ts'
import { headLength } from './kind.ts'
import { obstacles } from './reasons.ts'
import type { Region } from './region.ts'

/** A file in a ZIP archive, as the list of the archive describes it; sizes and positions are bytes. */
export interface Member {
  /** Its path in the archive; nothing when the path is not valid. */
  path: string | undefined
  /** What can be shown for its path, valid or not. */
  label: string
  isLink: boolean
  isEncrypted: boolean
  method: number
  crc: number
  packed: number
  size: number
  /** Where its header begins, and where it ends at the earliest. */
  start: number
  end: number
}

/** Where the packed contents of a member stand in its archive. */
export interface Span {
  start: number
  length: number
}

/** The largest file that is read, in bytes. */
export const most = 512 * 2 ** 20

/** Why a member is left packed, if it is: what it claims about itself tells. */
export function obstacleOf({ path, method, packed, size }: Member): Message | undefined {
  if (path === undefined) return obstacles.path
  if (method !== stored && method !== deflated) return obstacles.method
  if (size > most || packed > most) return obstacles.tooLarge
  return size > mostIn(packed) ? obstacles.bomb : undefined
}

/**
 * How many bytes so many packed ones may stand for. Blank pages and spreadsheets may well pack 100 to 1; only together
 * with a size that fills the memory is it an attack.
 */
export function mostIn(packed: number): number {
  return Math.max(64 * 2 ** 20, 200 * packed)
}

/** Where the contents of a member stand; nothing when its header is not where the list says. */
export function spanOf({ start, packed }: Member, archive: Region): Span | undefined {
  // APPNOTE.TXT 6.3.10, section 4.3.7: the lengths of the name and of the extra field are at 26 and 28.
  const header = archive.read(start, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return undefined
  const contents = start + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  return contents + packed <= archive.size ? { start: contents, length: packed } : undefined
}

/** The first bytes of a member; nothing when they are damaged, or packed by a method that is not known. */
export function headOf({ method }: Member, span: Span, archive: Region): Uint8Array | undefined {
  // Deflate packs at most 1032 to 1, so this is a megabyte at most.
  const packed = archive.read(span.start, Math.min(span.length, method === stored ? headLength : 1024))
  if (method !== deflated) return method === stored ? packed : undefined
  return attempt(() => inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, headLength))
}

/** The contents of a member, never more than the size it claims; throws a Failure when they are damaged. */
export async function unpack({ method, size, crc }: Member, packed: Uint8Array): Promise<Uint8Array> {
  const contents =
    method === stored ? packed : await inflate(packed, { maxOutputLength: Math.max(size, 1) }).catch(() => undefined)
  if (contents?.length !== size || crc32(contents) !== crc) throw new Failure(obstacles.damaged)
  return contents
}

const [stored, deflated] = [0, 8]
const inflate = promisify(inflateRaw)
