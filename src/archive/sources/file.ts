import type { Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { posix } from 'node:path'
import { Failure } from '../../failure.ts'
import { sentence } from '../../sentence.ts'
import type { Found } from '../source.ts'
import { attempt } from './attempt.ts'
import { roomFor } from './directory.ts'
import { headLength, kindOf } from './kind.ts'
import { most, type Span } from './member.ts'
import { obstacles, reasons } from './reasons.ts'
import { refused } from './refused.ts'
import { openFile } from './region.ts'
import type { Shelf } from './shelf.ts'
import { filesInZip } from './zip.ts'

/** A file on disk, which may be opened: as it is, or the files in it when it is a ZIP archive. */
export async function* filesAt(path: Buffer, file: string, stats: Stats, shelf: Shelf): AsyncGenerator<Found> {
  // To open a pipe is to wait for what may never come.
  if (!stats.isFile()) return yield { file, reason: reasons.special }
  const source = { file, bytes: stats.size, load: () => load(path) }
  const region = attempt(() => openFile(path, stats.size))
  // Why it cannot be opened is said when it is loaded.
  if (!region) return yield { ...source, isClosed: true }
  try {
    const kind = kindOf(posix.basename(file), region.size, region.read(0, headLength))
    if (kind === 'document') yield source
    else if (kind === 'packed') yield refused(source, obstacles.packed)
    else if (kind === 'zip')
      yield* filesInZip(
        { source, region, level: 1, room: roomFor(region.size), bytes: (span) => bytesAt(path, span) },
        shelf,
      )
    else yield { file, reason: kind }
  } finally {
    region.close()
  }
}

async function load(path: Buffer): Promise<Uint8Array> {
  return withHandle(path, async (handle) => {
    if ((await handle.stat()).size > most) throw new Failure(obstacles.tooLarge)
    return handle.readFile()
  })
}

// What the file is too short for, by now, is found by the check sum.
async function bytesAt(path: Buffer, { start, length }: Span): Promise<Uint8Array> {
  return withHandle(path, async (handle) => {
    const bytes = Buffer.alloc(length)
    let done = 0
    for (let count = 1; count > 0 && done < length; done += count) {
      count = (await handle.read(bytes, done, length - done, start + done)).bytesRead
    }
    return bytes
  })
}

async function withHandle(path: Buffer, use: (handle: FileHandle) => Promise<Uint8Array>): Promise<Uint8Array> {
  const handle = await open(path).catch(refuse)
  try {
    return await use(handle).catch(refuse)
  } finally {
    await handle.close()
  }
}

function refuse(error: unknown): never {
  throw new Failure(sentence(error))
}
