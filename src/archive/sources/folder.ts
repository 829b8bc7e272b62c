import { readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, posix, sep } from 'node:path'
import { sentence } from '../../sentence.ts'
import type { Found, Source } from '../source.ts'
import { attempt } from './attempt.ts'
import { filesAt } from './file.ts'
import { isHiddenFolder } from './kind.ts'
import { decodeName, isForeignName } from './names.ts'
import { distinct, sorted } from './order.ts'
import { obstacles, reasons } from './reasons.ts'
import { refused } from './refused.ts'
import type { Shelf } from './shelf.ts'

/** A place on disk: its path as the system knows it, the name it is listed by, and its path without links. */
export interface Place {
  path: Buffer
  file: string
  real: string
}

/** What a walk through folders has to know: what it leaves out, without links, and a shelf. */
export interface Walk {
  excluded: ReadonlySet<string>
  shelf: Shelf
}

/** The files in a folder, and in the folders and ZIP archives in it, sorted. */
export async function* filesInFolder(folder: Place, walk: Walk): AsyncGenerator<Found> {
  const entries = entriesOf(folder)
  if ('load' in entries) return yield entries
  if (entries.some(({ file }) => posix.basename(file) === 'archive.duckdb'))
    return yield { file: folder.file, reason: reasons.dataset }
  for (const entry of entries) {
    if (!walk.excluded.has(entry.real)) yield* filesOf(entry, walk)
  }
}

/** The path of what stands at a path, without links; each character is one byte, for names need not be UTF-8. */
export function realOf(path: Buffer): string {
  return realpathSync.native(path, 'buffer').toString('latin1')
}

/** Whether a path is one of these, or stands in one. */
export function isUnder(path: string, folders: ReadonlySet<string>): boolean {
  const parent = dirname(path)
  return folders.has(path) || (parent !== path && isUnder(parent, folders))
}

interface Entry extends Place {
  isLink: boolean
}

async function* filesOf(entry: Entry, walk: Walk): AsyncGenerator<Found> {
  const { path, file, isLink } = entry
  const stats = attempt(() => statSync(path))
  if (!stats) yield isLink ? { file, reason: reasons.broken } : refused({ file, bytes: 0 }, obstacles.unreachable)
  else if (!stats.isDirectory()) yield* filesAt(path, file, stats, walk.shelf)
  else if (isHiddenFolder(posix.basename(file))) yield { file, reason: reasons.hidden }
  // It may lead anywhere: to all of a disk, or back to a folder above.
  else if (isLink) yield { file, reason: reasons.elsewhere }
  else yield* filesInFolder(entry, walk)
}

function entriesOf({ path, file, real }: Place): Entry[] | Source {
  try {
    const found = readdirSync(path, { encoding: 'buffer', withFileTypes: true })
    const isForeign = found.some(({ name }) => isForeignName(name))
    const named = found.map((entry) => ({
      entry,
      bytes: entry.name.toString('latin1'),
      name: decodeName(entry.name, isForeign),
    }))
    const inOrder = sorted(named, ({ name, bytes }) => `${name}/${bytes}`)
    const names = distinct(inOrder.map(({ name }) => name))
    return inOrder.map(({ entry, bytes }, at) => ({
      path: Buffer.concat([path, Buffer.from(sep), entry.name]),
      file: posix.join(file, names[at] ?? ''),
      real: real.endsWith(sep) ? real + bytes : real + sep + bytes,
      isLink: entry.isSymbolicLink(),
    }))
  } catch (error) {
    return refused({ file, bytes: 0 }, sentence(error))
  }
}
