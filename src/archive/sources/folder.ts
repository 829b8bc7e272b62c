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

/** What a walk through folders has to know: where it began, what it leaves out (both without links), and a shelf. */
export interface Walk {
  roots: Set<string>
  excluded: ReadonlySet<string>
  shelf: Shelf
}

/** The files in a folder, and in the folders and ZIP archives in it, sorted. */
export async function* filesInFolder(folder: Place, walk: Walk): AsyncGenerator<Found> {
  const entries = entriesOf(folder)
  if ('load' in entries) return yield entries
  for (const entry of entries) {
    if (!walk.excluded.has(entry.real)) yield* filesOf(entry, walk)
  }
}

/** The path of what stands at a path, without links; each character is one byte, for names need not be UTF-8. */
export function realOf(path: Buffer): string {
  return realpathSync.native(path, 'buffer').toString('latin1')
}

/** Whether a path is one of these, or stands in one. */
export function isUnder(path: string, roots: ReadonlySet<string>): boolean {
  const parent = dirname(path)
  return roots.has(path) || (parent !== path && isUnder(parent, roots))
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
  else if (isLink) yield* filesBehind(entry, walk)
  else yield* filesInFolder(entry, walk)
}

// A folder that links lead to is listed once; one that stands under a place where the walk began is listed there. So the
// walk ends, however the links go.
async function* filesBehind(link: Place, walk: Walk): AsyncGenerator<Found> {
  const real = attempt(() => realOf(link.path))
  if (real === undefined) return yield { file: link.file, reason: reasons.broken }
  if (isUnder(real, walk.excluded)) return
  if (isUnder(real, walk.roots)) return yield { file: link.file, reason: reasons.circle }
  walk.roots.add(real)
  yield* filesInFolder({ ...link, real }, walk)
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
