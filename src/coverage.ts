import {
  type Block,
  type Cell,
  type Document,
  type Paragraph,
  type Passage,
  part,
  passagesOf,
  type Span,
  textOf,
  whole,
} from './document.ts'
import { formatPosition, sourceOf, spansBehind } from './location.ts'
import type { Report, Unread } from './model.ts'

/** What became of every character: double-entry bookkeeping for text, by position, each once. */
export interface Account {
  coverage: Report['coverage']
  unread: Unread[]
}

const [unread, furniture, read] = [0, 1, 2] as const

/**
 * Balance the text that the reader found against what the values cite (read) and what forms used as labels (furniture);
 * the rest is unread and listed. Counts non-space characters; read goes before furniture before unread.
 */
export function account(document: Document, values: unknown, labels: Span[]): Account {
  const marks = new Map<Passage, Uint8Array>()
  for (const label of labels) mark(marks, label, furniture)
  for (const span of cited(values)) mark(marks, span, read)
  const entries = document.blocks.flatMap((block) => unreadOf(block, marks))
  const count = [0, 0, 0] satisfies Count
  for (const passage of document.blocks.flatMap(passagesOf)) add(count, passage, marks.get(passage))
  const aside = [0, 0, 0] satisfies Count
  for (const passage of document.furniture) add(aside, passage, undefined)
  const [left, kept, done] = [count[unread], count[furniture] + aside[unread], count[read]]
  return { coverage: { characters: done + kept + left, read: done, furniture: kept, unread: left }, unread: entries }
}

function mark(marks: Map<Passage, Uint8Array>, { passage, start, end }: Span, state: number): void {
  const marked = marks.get(passage) ?? new Uint8Array(passage.text.length)
  marked.fill(state, start, end)
  marks.set(passage, marked)
}

// The spans behind every source in the model.
function cited(value: unknown): Span[] {
  const spans: Span[] = []
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, child] of Object.entries(node)) {
      if (key === 'source' && Array.isArray(child)) spans.push(...spansBehind(child))
      else visit(child)
    }
  }
  visit(value)
  return spans
}

// How many characters are in each state.
type Count = [unread: number, furniture: number, read: number]

function add(count: Count, { text }: Passage, marked: Uint8Array | undefined): void {
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text.charCodeAt(at)) || isLowSurrogate(text.charCodeAt(at))) continue
    const state = marked?.[at] ?? unread
    count[state === read || state === furniture ? state : unread]++
  }
}

// White space as \s has it, decided without a regular expression: this runs once for every character.
function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  if (code < 0x1680) return code === 0xa0
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    [0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].includes(code)
  )
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

function unreadOf(block: Block, marks: Map<Passage, Uint8Array>): Unread[] {
  if (block.type === 'image') {
    return [{ text: '', source: [formatPosition(block.file, block.position)], what: 'image' }]
  }
  if (block.type === 'paragraph') return remains(block, marks.get(block), 'paragraph')
  if (block.cells.some((cell) => marks.has(cell))) {
    return block.cells.flatMap((cell) => remains(cell, marks.get(cell), 'cell'))
  }
  const text = tableText(block.cells)
  const printed = block.cells.filter((cell) => cell.text.trim() !== '')
  return text === '' ? [] : [{ text, source: printed.flatMap((cell) => sourceOf([whole(cell)])), what: 'table' }]
}

// Every run of unmarked text, without the white space at its ends.
function remains(passage: Paragraph | Cell, marked: Uint8Array | undefined, what: Unread['what']): Unread[] {
  const entries: Unread[] = []
  const { length } = passage.text
  for (let start = 0; start < length; ) {
    let end = start
    while (end < length && (marked?.[end] ?? unread) === unread) end++
    const span = part(whole(passage), start, end)
    if (textOf(span) !== '') entries.push({ text: textOf(span), source: sourceOf([span]), what })
    start = end + 1
  }
  return entries
}

function tableText(cells: Cell[]): string {
  const rows = new Map<number, string[]>()
  for (const { row, text } of cells) rows.set(row, [...(rows.get(row) ?? []), text.trim()])
  return [...rows.values()]
    .map((texts) => texts.join('\t'))
    .join('\n')
    .trim()
}
