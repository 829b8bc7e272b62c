import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import type { Message } from '../../model.ts'
import { extentOf, isEntry } from './extent.ts'
import { type Member, mostIn, obstacleOf } from './member.ts'
import { labelOf, nameOf, pathOf } from './path.ts'
import { brokenAfter, obstacles } from './reasons.ts'
import { type Region, slice } from './region.ts'

/** What a ZIP archive lists, in its order; and what is wrong with the list, or with what it describes. */
export interface Directory {
  members: Member[]
  problem?: Message
}

/** How many files, and bytes unpacked, an archive on disk may still hold, with all that is nested in it. */
export interface Room {
  files: number
  bytes: number
}

/** The room of an archive of this size on disk: documents pack 2 to 1, seldom 20 to 1. */
export function roomFor(size: number): Room {
  return { files: 100_000, bytes: Math.min(mostIn(size), Math.max(8 * 2 ** 30, 20 * size)) }
}

/** The files in a ZIP archive, with their positions in the region; those that fit take up room. Folders are no files. */
export async function directoryOf(region: Region, room: Room): Promise<Directory> {
  const extent = extentOf(region)
  const listed = await list(slice(region, extent.start, extent.end), extent.start, room.files)
  const bytes = listed.members.reduce((sum, member) => sum + (obstacleOf(member) ? 0 : member.size), 0)
  if (bytes > room.bytes) return { members: [], problem: obstacles.bomb }
  room.files -= listed.members.length
  room.bytes -= bytes
  return isOverlapping(listed.members) ? { members: [], problem: obstacles.overlap } : listed
}

const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false }

// What stands before the place where a list is broken is listed all the same.
async function list(archive: Region, start: number, most: number): Promise<Directory> {
  const members: Member[] = []
  try {
    const zip = await fromRandomAccessReaderPromise(new Reader(archive), archive.size, options)
    if (zip.entryCount > most) return { members, problem: obstacles.many }
    for await (const entry of zip.eachEntry()) if (!isFolder(entry)) members.push(memberOf(entry, start))
    return isEntry(archive, Number(zip.readEntryCursor))
      ? { members, problem: brokenAfter(members.length) }
      : { members }
  } catch {
    return { members, problem: members.length > 0 ? brokenAfter(members.length) : obstacles.cut }
  }
}

// yauzl reads the many small pieces of the list from this, and nothing else.
class Reader extends RandomAccessReader {
  readonly #region: Region

  constructor(region: Region) {
    super()
    this.#region = region
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, done: (error: Error | null) => void) {
    const bytes = this.#region.read(position, length)
    bytes.copy(buffer, offset)
    done(bytes.length < length ? new Error('the end was reached') : null)
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.#region.read(start, end - start)])
  }
}

function isFolder(entry: Entry): boolean {
  return entry.uncompressedSize === 0 && nameOf(entry).endsWith('/')
}

function memberOf(entry: Entry, origin: number): Member {
  const { compressedSize: packed, uncompressedSize: size, compressionMethod: method, crc32: crc } = entry
  const [name, start] = [nameOf(entry), origin + entry.relativeOffsetOfLocalHeader]
  const end = start + 30 + entry.fileNameLength + packed
  const claims = { isLink: isLink(entry), isEncrypted: entry.isEncrypted(), method, crc, packed, size, start, end }
  return { path: pathOf(name), label: labelOf(name), ...claims }
}

// Unix keeps the type of a file in the upper half of its attributes; a link is S_IFLNK.
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0xf000) === 0xa000
}

// Archives that unpack to petabytes list the same packed bytes many times (David Fifield, A better zip bomb, 2019).
function isOverlapping(members: Member[]): boolean {
  const inPlace = members.toSorted((a, b) => a.start - b.start)
  return inPlace.some(({ start }, at) => start < (inPlace[at - 1]?.end ?? 0))
}
