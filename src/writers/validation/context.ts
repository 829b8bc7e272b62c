import type { Evidence, Finding } from '../../model.ts'
import type { Disclosure } from '../../rules/rule.ts'
import { line } from './escapes.ts'
import { type Place, placeOf } from './place.ts'

/** A printed value of a document, and the field of the model that it fills. */
export interface Quotation extends Evidence {
  field: string
  places: Place[]
}

/** A row of text and the part `row[start, end)` that is meant. */
export interface Context {
  row: string
  start: number
  end: number
}

/** All printed values of a document, in the order of the model. */
export function quotationsOf(disclosure: Disclosure | undefined): Quotation[] {
  if (!disclosure) return []
  const { title, fiscalYear, body, region, summary, projects, attachments } = disclosure
  const facts = Object.entries({ title, fiscalYear, body, region, summary, attachments })
  return [
    ...facts.flatMap(([name, value]) => collected(value, name)),
    ...projects.flatMap((project) => collected(project, project.id)),
  ]
}

/** The field of the model that a piece of evidence was taken from: `1.3.form.indicators[2].target`. */
export function fieldOf({ text, source }: Evidence, quotations: Quotation[]): string | undefined {
  return quotations.find((quotation) => quotation.text === text && quotation.source[0] === source[0])?.field
}

/** What is printed around a piece of evidence: the sentence it was taken from, or the other cells of its row. */
export function contextOf(evidence: Evidence, finding: Finding, quotations: Quotation[]): Context {
  const text = line(evidence.text)
  const figure = text.length < 16 ? undefined : (numberIn(text, finding) ?? wordsIn(text, finding))
  if (figure) return { row: text, ...figure }
  return sentenceAround(text, evidence, quotations) ?? rowAround(text, evidence, quotations)
}

function collected(node: unknown, field: string): Quotation[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap((part, index) => collected(part, `${field}[${index}]`))
  const own = isEvidence(node)
    ? [{ field, text: node.text, source: node.source, places: node.source.map(placeOf) }]
    : []
  return [...own, ...Object.entries(node).flatMap(([name, value]) => collected(value, `${field}.${name}`))]
}

function isEvidence(node: object): node is Evidence {
  return 'text' in node && typeof node.text === 'string' && 'source' in node && Array.isArray(node.source)
}

// In a long text the number that the formula reckons with is what is meant.
function numberIn(text: string, { formula = '' }: Finding): Omit<Context, 'row'> | undefined {
  const numbers = new Set(Array.from(formula.matchAll(/\d[\d,.]{0,40}/gu), ([number]) => bare(number)))
  for (const { 0: number, index } of text.matchAll(/\d[\d,.]{0,40}/gu)) {
    const figure = number.replace(/[,.]+$/u, '')
    if (numbers.has(bare(figure))) return { start: index, end: index + figure.length }
  }
  return undefined
}

// Else what the message quotes or repeats of it.
function wordsIn(text: string, { message }: Finding): Omit<Context, 'row'> | undefined {
  const quoted = Array.from(message.zh.matchAll(/“([^“”]{1,200})”/gu), ([, phrase = '']) => line(phrase))
  const repeated = message.zh.split(/[“”，、：；。]/u).filter((phrase) => phrase.trim().length >= 4)
  const phrases = [...quoted, ...repeated.map(line)].filter(Boolean)
  const phrase = phrases.find((phrase) => phrase.length < text.length && text.includes(phrase))
  if (phrase === undefined) return undefined
  const start = text.indexOf(phrase)
  return { start, end: start + phrase.length }
}

function bare(number: string): string {
  return number.replaceAll(',', '').replace(/\.+$/u, '')
}

function sentenceAround(text: string, { source }: Evidence, quotations: Quotation[]): Context | undefined {
  const place = placeOf(source[0])
  for (const quotation of quotations) {
    if (quotation.text.length <= text.length || !quotation.places.some((own) => holds(own, place))) continue
    const row = line(quotation.text)
    const start = row.indexOf(text)
    const isOnce = text !== '' && start >= 0 && row.indexOf(text, start + 1) < 0
    if (isOnce) return { row, start, end: start + text.length }
  }
  return undefined
}

function rowAround(text: string, { source }: Evidence, quotations: Quotation[]): Context {
  const place = placeOf(source[0])
  const cells = new Map([[source[0], { text, left: leftOf(place) }]])
  for (const quotation of quotations) {
    const [other = {}] = quotation.places
    const isCell = quotation.text.length <= 40 && quotation.text !== '' && !cells.has(quotation.source[0])
    if (isCell && isBeside(other, place) && !holds(other, place) && !holds(place, other)) {
      cells.set(quotation.source[0], { text: line(quotation.text), left: leftOf(other) })
    }
  }
  const row = [...cells].sort(([, a], [, b]) => a.left - b.left)
  const before = row
    .slice(
      0,
      row.findIndex(([key]) => key === source[0]),
    )
    .map(([, cell]) => `${cell.text}  `)
  const start = before.join('').length
  return { row: row.map(([, cell]) => cell.text).join('  '), start, end: start + text.length }
}

// Whether one place holds another; a tenth of a point is lost in rounding.
function holds(outer: Place, inner: Place): boolean {
  if (outer.page !== inner.page || outer.table !== inner.table || outer.paragraph !== inner.paragraph) return false
  if (outer.row !== inner.row || outer.column !== inner.column) return false
  const [[left = 0, top = 0, width = 0, height = 0], [x = 0, y = 0, w = 0, h = 0]] = [outer, inner].map(
    ({ viewrect = [] }) => viewrect,
  ) as [number[], number[]]
  const isInside = x >= left - 1 && y >= top - 1 && x + w <= left + width + 1 && y + h <= top + height + 1
  const first = inner.line ?? 0
  return isInside && first >= (outer.line ?? 0) && first <= (outer.lastLine ?? outer.line ?? 0)
}

// Whether two places are in one row: on one line, in one row of a table, or at one height of a page.
function isBeside(a: Place, b: Place): boolean {
  if (a.line !== undefined) return a.line === b.line && a.lastLine === undefined
  if (a.row !== undefined) return a.table === b.table && a.row === b.row
  if (a.page === undefined || a.page !== b.page || !a.viewrect || !b.viewrect) return false
  const [, top = 0, , height = 0] = a.viewrect
  const [, y = 0, , h = 0] = b.viewrect
  const shared = Math.min(top + height, y + h) - Math.max(top, y)
  return height < 3 * h && shared > Math.min(height, h) / 2
}

function leftOf({ viewrect, column }: Place): number {
  return viewrect?.[0] ?? column ?? 0
}
