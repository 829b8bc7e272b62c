import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edition } from '../difference.ts'
import { extract } from '../extract.ts'
import { Failure } from '../failure.ts'
import type { Report } from '../model.ts'
import { sentence } from '../sentence.ts'
import type { Refusal } from '../writers/writer.ts'
import { expand, load } from './inputs.ts'
import type { Options } from './options.ts'
import { savedEntries } from './saved.ts'

type Stated = Edition['reports'][number]

/** The reports that an argument names, and the inputs among them that could not be read. Throws a Failure when the argument cannot be used. */
export async function editionAt(name: string, options: Options): Promise<Edition & { refusals: Refusal[] }> {
  const edition: Edition & { refusals: Refusal[] } = { name, reports: [], refusals: [] }
  const isNew = firstOfEach()
  for await (const entry of entriesAt(name, options)) {
    if ('error' in entry) edition.refusals.push(entry)
    else if (isNew(entry)) edition.reports.push(compared(entry))
  }
  return edition
}

// One disclosure is often published as PDF and as Word: files of one kind and year with the same projects and budgets,
// of one body; where no body is printed, of the same implementing units. Compared twice, none of its projects could be
// told from its copy.
function firstOfEach(): (report: Stated) => boolean {
  const known = new Set<string>()
  return ({ kind, body, fiscalYear, projects }) => {
    const entities = projects.map(
      ({ form, narrative }) => form?.implementingEntity?.value ?? narrative?.implementingEntity?.value,
    )
    const stated = projects.map(({ name, narrative, form }) => [
      name?.value,
      narrative?.budget?.value,
      form?.funding.annual?.value,
    ])
    const disclosure = JSON.stringify([kind, body?.value, fiscalYear?.value, stated, entities])
    const isOwned = Boolean(body?.value) || entities.every(Boolean)
    const isKnown = projects.length > 0 && isOwned && known.has(disclosure)
    known.add(disclosure)
    return !isKnown
  }
}

// Reports come one by one, and only what is compared of them stays.
async function* entriesAt(name: string, options: Options): AsyncIterable<Stated | Refusal> {
  if (await isArchive(name)) yield* archived(name)
  else yield* written(name, options)
}

// DuckDB is loaded here, so that reports are compared without it.
async function* archived(path: string): AsyncIterable<Stated | Refusal> {
  const { readArchive } = await import('../archive/store.ts')
  const { archive, close } = await readArchive(path)
  try {
    yield* archive.entries()
  } finally {
    close()
  }
}

async function* written(name: string, options: Options): AsyncIterable<Stated | Refusal> {
  for (const input of await expand([name])) {
    if ('error' in input) throw new Failure(input.error)
    yield* await entriesIn(input.file, name, options)
  }
}

// Of several files that a pattern matches, one that cannot be read does not keep the others from being compared.
async function entriesIn(file: string, name: string, options: Options): Promise<(Stated | Refusal)[]> {
  try {
    const bytes = await load(file)
    return (await savedEntries(bytes, file)) ?? [await extract(bytes, file, options)]
  } catch (error) {
    if (file === name) throw error
    return [{ file, error: sentence(error) }]
  }
}

// The folder that batch wrote, or its database: DuckDB writes DUCK behind a checksum of eight bytes.
async function isArchive(path: string): Promise<boolean> {
  try {
    const isFolder = (await stat(path)).isDirectory()
    const file = await open(isFolder ? join(path, 'archive.duckdb') : path)
    try {
      const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 8)
      return buffer.toString('latin1') === 'DUCK'
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}

function compared({ file, kind, fiscalYear, body, projects }: Stated | Report): Stated {
  return { file, kind, projects, ...(fiscalYear && { fiscalYear }), ...(body && { body }) }
}
