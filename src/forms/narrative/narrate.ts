import { type Block, type Document, type Paragraph, part, type Span, textOf, whole } from '../../document.ts'
import type { Project } from '../../model.ts'
import type { NarrativePart, Placed, Reading } from '../form.ts'
import { endingAt } from './endings.ts'
import { type NarrativeField, state } from './sentences.ts'

/** What the beginning of a line says about the lines after it. */
export type Opening =
  | { opens: 'project'; label: Span; name?: Span; ordinal?: Project['ordinal'] }
  /** A heading that repeats the name of the project below it. */
  | { opens: 'title'; label: Span; ordinal: Project['ordinal'] }
  | { opens: 'category'; label: Span; category: Project['category']; section?: string }
  | { opens: 'field'; label: Span; field: NarrativeField; value?: Span }
  | { opens: 'nothing' }
  /** A line that is no part of the field above it; the project goes on. */
  | { opens: 'aside' }
  /** What follows explains how to fill in a form; it states no project. */
  | { opens: 'instructions' }

/** Tells what a line opens; a line without an opening goes on with what is open. `next` are the lines after it. */
export type Grammar = (line: Span, next: Span[], above: Heading) => Opening | undefined

/** The heading that projects stand under. */
export type Heading = Pick<NarrativePart, 'category' | 'section'>

interface Line {
  /** The block it stands in, counted from 0. */
  index: number
  /** Left out for a table. */
  span?: Span
}

interface Open {
  placed: Placed<NarrativePart>
  field?: NarrativeField
  spans: Span[]
  labels: Span[]
}

/** Read the narratives of a document: every project with its fields, each field down to the next opening. */
export function narrate(document: Document, grammar: Grammar): Reading {
  const told: Open[] = []
  const labels: Span[] = []
  const lines = linesOf(document, grammar)
  let heading: Heading = {}
  let title: Project['ordinal']
  let open: Open | undefined
  let isMuted = false
  for (const [at, { index, span }] of lines.entries()) {
    const next = lines.slice(at + 1, at + 4).flatMap((line) => line.span ?? [])
    const opening = span ? (grammar(span, next, heading) ?? ending(open, span, next)) : tableEnds(open)
    isMuted = opening?.opens === 'instructions' || (isMuted && span !== undefined && opening?.opens !== 'category')
    if (isMuted) open = settled(open)
    else if (!opening) goOn(open, index, span)
    else if (opening.opens === 'field') open = open && field(open, opening, index)
    else if (opening.opens === 'aside') leaveField(open)
    else {
      settled(open)
      open = opening.opens === 'project' ? project(opening, heading, title, index) : undefined
      if (open) told.push(open)
      title = opening.opens === 'title' ? opening.ordinal : undefined
      if (opening.opens === 'category') heading = headingOf(opening)
      if (opening.opens === 'category' || opening.opens === 'title') labels.push(opening.label)
    }
  }
  settled(open)
  const projects = told.filter(({ placed }) => !isCaption(placed, document.blocks))
  return {
    narratives: projects.map(({ placed }) => placed),
    labels: labels.concat(projects.flatMap((told) => told.labels)),
  }
}

// A paragraph is cut where something opens within it: at a line break, at a printed line that happens to be full and so
// looks like a wrap, and where a second label follows on the same line.
function linesOf({ blocks }: Document, grammar: Grammar): Line[] {
  return blocks.flatMap((block, index): Line[] => {
    if (block.type !== 'paragraph') return block.type === 'table' ? [{ index }] : []
    return cut(block, grammar).map((span) => ({ index, span }))
  })
}

const labelled = /(?<=[\s。；])(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s?)?\p{Script=Han}{2,8}\s?[：:]/gu

function cut(paragraph: Paragraph, grammar: Grammar): Span[] {
  const opens = (start: number) => {
    // An ordinal belongs to the label behind it.
    if (/^[\s（(]*[\d一二三四五六七八九十]{1,3}[\s）)、.．]*$/u.test(lineBefore(paragraph.text, start))) return false
    const opening = grammar(part(whole(paragraph), start), [], {})?.opens
    return opening === 'field' || opening === 'project'
  }
  const inside = [...paragraph.text.matchAll(labelled)].map(({ index }) => index)
  const candidates = [...paragraph.pieces.map(({ start }) => start), ...inside].filter((start) => start > 0)
  const starts = [0, ...[...new Set(candidates)].sort((a, b) => a - b).filter(opens)]
  const spans = starts.map((start, index) => part(whole(paragraph), start, starts[index + 1]))
  return spans.filter((span) => textOf(span) !== '')
}

function lineBefore(text: string, start: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 40), start)
}

// The table of objectives closes the last field; a table in any other section is passed over.
function tableEnds(open: Open | undefined): Opening | undefined {
  return open?.field === 'objectives' ? { opens: 'nothing' } : undefined
}

function ending(open: Open | undefined, span: Span, next: Span[]): Opening | undefined {
  const ends = open?.field && endingAt(open.field, span, next)
  return ends && { opens: ends === 'project' ? 'nothing' : 'aside' }
}

function leaveField(open: Open | undefined): void {
  settled(open)
  delete open?.field
}

function goOn(open: Open | undefined, index: number, span: Span | undefined): void {
  if (!open?.field || !span) return
  open.spans.push(span)
  open.placed.last = index
}

function project(
  { label, name, ordinal }: Extract<Opening, { opens: 'project' }>,
  heading: Heading,
  title: Project['ordinal'],
  index: number,
): Open {
  const number = title ?? ordinal
  const placed = { first: index, last: index, found: { narrative: {}, ...heading }, ...(number && { ordinal: number }) }
  return { placed, field: 'name', spans: name ? [name] : [], labels: [label] }
}

function field(open: Open, opening: Extract<Opening, { opens: 'field' }>, index: number): Open {
  settled(open)
  open.placed.last = index
  open.labels.push(opening.label)
  open.field = opening.field
  open.spans = opening.value ? [opening.value] : []
  return open
}

function settled(open: Open | undefined): undefined {
  if (open?.field) state(open.placed.found.narrative, open.field, open.spans)
}

function headingOf({ category, section }: Extract<Opening, { opens: 'category' }>): Heading {
  return { ...(category && { category }), ...(section && { section }) }
}

// `项目名称：…` alone above a table is a line of the form, not a narrative.
function isCaption({ found, last, ordinal }: Placed<NarrativePart>, blocks: Block[]): boolean {
  const isBare = Object.keys(found.narrative).every((name) => name === 'name') && !ordinal
  return isBare && blocks.slice(last + 1, last + 3).some(({ type }) => type === 'table')
}
