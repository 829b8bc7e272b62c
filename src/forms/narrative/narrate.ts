import { type Document, type Paragraph, part, type Span, textOf, whole } from '../../document.ts'
import type { Project } from '../../model.ts'
import type { NarrativePart, Placed, Reading } from '../form.ts'
import { type NarrativeField, state } from './sentences.ts'

/** What the beginning of a line says about the lines after it. */
export type Opening =
  | { opens: 'project'; label: Span; name?: Span; ordinal?: Project['ordinal'] }
  | { opens: 'category'; label: Span; category: Project['category']; section?: string }
  | { opens: 'field'; label: Span; field: NarrativeField; value?: Span }
  | { opens: 'nothing' }

/** Tells what a line opens; a line without an opening goes on with what is open. `next` is the line after it. */
export type Grammar = (line: Span, next: Span | undefined) => Opening | undefined

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
}

/** Read the narratives of a document: every project with its fields, each field down to the next opening. */
export function narrate(document: Document, grammar: Grammar): Reading {
  const narratives: Placed<NarrativePart>[] = []
  const labels: Span[] = []
  const lines = linesOf(document, grammar)
  let heading: Pick<NarrativePart, 'category' | 'section'> = {}
  let open: Open | undefined
  for (const [at, { index, span }] of lines.entries()) {
    const opening = span ? grammar(span, lines[at + 1]?.span) : tableEnds(open)
    if (opening && opening.opens !== 'nothing' && (open || opening.opens !== 'field')) labels.push(opening.label)
    if (opening?.opens === 'category') heading = headingOf(opening)
    if (!opening) goOn(open, index, span)
    else if (opening.opens === 'field') open = open && field(open, opening, index)
    else {
      settle(open)
      open = opening.opens === 'project' ? project(opening, heading, index) : undefined
      if (open) narratives.push(open.placed)
    }
  }
  settle(open)
  return { narratives, labels }
}

// A paragraph is cut where a printed line of it opens something: a line that happens to be full looks like a wrap.
function linesOf({ blocks }: Document, grammar: Grammar): Line[] {
  return blocks.flatMap((block, index): Line[] => {
    if (block.type !== 'paragraph') return block.type === 'table' ? [{ index }] : []
    return cut(block, grammar).map((span) => ({ index, span }))
  })
}

function cut(paragraph: Paragraph, grammar: Grammar): Span[] {
  const opens = ({ start }: { start: number }) => {
    const opening = start > 0 ? grammar(part(whole(paragraph), start), undefined)?.opens : undefined
    return opening === 'field' || opening === 'project'
  }
  const starts = [0, ...paragraph.pieces.filter(opens).map(({ start }) => start)]
  const spans = starts.map((start, index) => part(whole(paragraph), start, starts[index + 1]))
  return spans.filter((span) => textOf(span) !== '')
}

// The table of objectives closes the last field; a table in any other section is passed over.
function tableEnds(open: Open | undefined): Opening | undefined {
  return open?.field === 'objectives' ? { opens: 'nothing' } : undefined
}

function goOn(open: Open | undefined, index: number, span: Span | undefined): void {
  if (!open?.field || !span) return
  open.spans.push(span)
  open.placed.last = index
}

function project(
  { name, ordinal }: Extract<Opening, { opens: 'project' }>,
  heading: Pick<NarrativePart, 'category' | 'section'>,
  index: number,
): Open {
  const placed = { first: index, last: index, found: { narrative: {}, ...heading }, ...(ordinal && { ordinal }) }
  return { placed, field: 'name', spans: name ? [name] : [] }
}

function field(open: Open, opening: Extract<Opening, { opens: 'field' }>, index: number): Open {
  settle(open)
  open.placed.last = index
  return { placed: open.placed, field: opening.field, spans: opening.value ? [opening.value] : [] }
}

function settle(open: Open | undefined): void {
  if (open?.field) state(open.placed.found.narrative, open.field, open.spans)
}

function headingOf({
  category,
  section,
}: Extract<Opening, { opens: 'category' }>): Pick<NarrativePart, 'category' | 'section'> {
  return { ...(category && { category }), ...(section && { section }) }
}
