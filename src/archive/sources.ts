import { type Stats, statSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { basename, dirname, join, posix, resolve, sep } from 'node:path'
import { sentence } from '../sentence.ts'
import type { Found } from './source.ts'
import { filesAt } from './sources/file.ts'
import { filesInFolder, isUnder, realOf, type Walk } from './sources/folder.ts'
import { hiddenIn } from './sources/kind.ts'
import { sorted } from './sources/order.ts'
import { obstacles, reasons } from './sources/reasons.ts'
import { refused } from './sources/refused.ts'
import { openShelf } from './sources/shelf.ts'

export { namesFrom } from './sources/names.ts'

/**
 * What stands under the names of files, folders and ZIP archives, or of patterns of names, in their order; in a folder
 * or an archive sorted by name. What is listed once is not listed again. What `exclude` names is left out in silence.
 */
export async function* sourcesOf(
  names: string[],
  { exclude = [] }: { exclude?: string[] } = {},
): AsyncGenerator<Found> {
  const excluded = new Set(exclude.map((name) => realOrFuture(resolve(name))))
  const starts = await startsOf(names, excluded)
  const walk = { excluded, shelf: openShelf() }
  const listed = new Set<string>()
  for await (const found of filesFrom(starts, walk)) {
    if (listed.has(found.file)) continue
    listed.add(found.file)
    // The walk itself never waits; Ctrl-C and timers must get their turn.
    if (listed.size % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
    yield found
  }
}

/** A name that was given, or matched, and what stands there; or why it is not followed. */
type Start = { name: string; stats: Stats } | Found

async function* filesFrom(starts: Start[], walk: Walk): AsyncGenerator<Found> {
  for (const start of starts) {
    if ('stats' in start) yield* filesUnder(start.name, start.stats, walk)
    else yield start
  }
}

async function* filesUnder(name: string, stats: Stats, walk: Walk): AsyncGenerator<Found> {
  const [path, file] = [Buffer.from(name), listedName(name)]
  if (stats.isDirectory()) yield* filesInFolder({ path, file, real: realOf(path) }, walk)
  else yield* filesAt(path, file, stats, walk.shelf)
}

async function startsOf(names: string[], excluded: ReadonlySet<string>): Promise<Start[]> {
  const starts: Start[] = []
  for (const name of names) {
    const start = startAt(name)
    if ('load' in start && /[*?[{]/u.test(name)) starts.push(...(await matchesOf(name, excluded)))
    else starts.push(start)
  }
  return starts
}

// What is named itself is read, wherever it stands; a pattern leaves out what a folder leaves out.
async function matchesOf(pattern: string, excluded: ReadonlySet<string>): Promise<Start[]> {
  const names: string[] = []
  for await (const name of glob(pattern)) if (!isUnder(realOrFuture(resolve(name)), excluded)) names.push(name)
  return names.length > 0
    ? sorted(names, listedName).map((name) => matchAt(name, pattern))
    : [refused(nothingAt(pattern), obstacles.missing)]
}

function matchAt(name: string, pattern: string): Start {
  const start = startAt(name)
  const isFolder = 'stats' in start && start.stats.isDirectory()
  const hidden = hiddenIn(listedName(isFolder ? name : dirname(name)).split('/'))
  return hidden === undefined || pattern.includes(basename(hidden)) ? start : { file: hidden, reason: reasons.hidden }
}

function startAt(name: string): Start {
  try {
    return { name, stats: statSync(name) }
  } catch (error) {
    return refused(nothingAt(name), sentence(error))
  }
}

function nothingAt(name: string): { file: string; bytes: number } {
  return { file: listedName(name), bytes: 0 }
}

// The folder of output may not be there yet.
function realOrFuture(path: string): string {
  try {
    return realOf(Buffer.from(path))
  } catch {
    return join(realOrFuture(dirname(path)), Buffer.from(basename(path)).toString('latin1'))
  }
}

/** The name that a file or folder is listed by: as short as it can be, with `/` on every system: a/b for ./a//b/. */
export function listedName(name: string): string {
  return posix.normalize(name.replaceAll(sep, '/')).replace(/(?<=.)\/$/u, '')
}
