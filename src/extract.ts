import { createHash } from 'node:crypto'
import { account } from './coverage.ts'
import type { Block, Document } from './document.ts'
import { whole } from './document.ts'
import { facts } from './facts.ts'
import type { Reading } from './forms/form.ts'
import { forms } from './forms/index.ts'
import { forgetSpans, sourceOf } from './location.ts'
import { join } from './projects.ts'
import { read } from './read.ts'
import type { ReadOptions } from './readers/reader.ts'
import type { Disclosure } from './rules/rule.ts'

/** Turn the bytes of a disclosure document into the normalized project model, without findings. */
export async function extract(bytes: Uint8Array, file: string, options: ReadOptions = {}): Promise<Disclosure> {
  const document = await read(bytes, file, options)
  return { version: 1, file, sha256: sha256(bytes), bytes: bytes.length, ...interpret(document) }
}

type Interpretation = Omit<Disclosure, 'version' | 'file' | 'sha256' | 'bytes'>

/** Let every form read a document and put together what they found. */
export function interpret(document: Document): Interpretation {
  const readings = forms.map((form) => form.read(document))
  const projects = join(readings.flatMap(narrativesOf), readings.flatMap(formsOf))
  const labels = readings.flatMap((reading) => reading.labels)
  const claimed = new Set(labels.map(({ passage }) => passage))
  const own = facts(document, projects, (block: Block) => block.type === 'paragraph' && claimed.has(block))
  const { kind, title, fiscalYear, body, region, references } = own
  const attachments = readings.flatMap((reading) => reading.facts?.attachments ?? [])
  const summary = readings.find((reading) => reading.facts?.summary)?.facts?.summary
  const values = { title, fiscalYear, body, region, summary, projects, attachments }
  const { coverage, unread } = account(document, values, [...labels, ...own.labels])
  const damage = [...document.damage, ...readings.flatMap((reading) => reading.damage ?? [])]
  const marks = damage.map(({ what, passage }) => ({ what, text: passage.text, source: sourceOf([whole(passage)]) }))
  forgetSpans()
  return {
    format: document.format,
    ...(document.pages !== undefined && { pages: document.pages }),
    kind,
    ...(title && { title }),
    ...(fiscalYear && { fiscalYear }),
    ...(body && { body }),
    ...(region && { region }),
    ...(summary && { summary }),
    projects,
    attachments,
    references,
    unread,
    coverage,
    damage: marks,
  }
}

function narrativesOf({ narratives = [] }: Reading): NonNullable<Reading['narratives']> {
  return narratives
}

function formsOf({ forms: found = [] }: Reading): NonNullable<Reading['forms']> {
  return found
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
