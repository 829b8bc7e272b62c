import { damaged, tooLarge } from './failures.ts'
import { attribute, type Element, elementsOf, parse } from './xml.ts'
import { type Entry, entriesOf, inflate } from './zip.ts'

/** The parts of a Word file that hold text or say how it is numbered. */
export interface Parts {
  body: Element
  /** Footnotes and endnotes. */
  notes: Element[]
  /** Headers and footers. */
  margins: Element[]
  numbering: Element | undefined
  styles: Element | undefined
}

// A page has some 1500 tags, and a tag costs mammoth some 700 bytes of memory: a thousand pages, a gigabyte.
const most = { bytes: 64 * 2 ** 20, tags: 1_500_000 }

/** Opens a Word file; throws a Failure when it is damaged or too large. */
export function partsOf(bytes: Uint8Array): Parts {
  const open = opener(bytes, entriesOf(bytes) ?? new Map())
  const main = targets(open('_rels/.rels'), '', ['officeDocument'])[0] ?? 'word/document.xml'
  const body = open(main)
  if (!body) throw damaged()
  const relations = open(main.replace(/([^/]+)$/u, '_rels/$1.rels'))
  const all = (...types: string[]) => targets(relations, main, types).flatMap((path) => open(path) ?? [])
  return {
    body,
    notes: all('footnotes', 'endnotes'),
    margins: all('header', 'footer'),
    numbering: all('numbering')[0],
    styles: all('styles')[0],
  }
}

function opener(bytes: Uint8Array, entries: Map<string, Entry>): (path: string) => Element | undefined {
  const left = { ...most }
  return (path) => {
    const entry = entries.get(path)
    if (!entry) return undefined
    const xml = decode(inflate(bytes, entry, left.bytes))
    left.bytes -= entry.size
    left.tags -= countTags(xml)
    if (left.tags < 0) throw tooLarge()
    return parse(xml)
  }
}

function countTags(xml: string): number {
  let count = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) count++
  return count
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

// The parts that a part refers to, by the last word of the type of the relationship.
function targets(relations: Element | undefined, from: string, types: string[]): string[] {
  if (!relations) return []
  return elementsOf(relations).flatMap((relation) => {
    const type = attribute(relation, 'Type')?.split('/').at(-1) ?? ''
    const target = attribute(relation, 'Target')
    const isInside = attribute(relation, 'TargetMode') !== 'External'
    return types.includes(type) && target !== undefined && isInside ? [resolve(target, from)] : []
  })
}

function resolve(target: string, from: string): string {
  const folders = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const name of target.split('/')) {
    if (name === '..') folders.pop()
    else if (name !== '' && name !== '.') folders.push(name)
  }
  return folders.join('/')
}
