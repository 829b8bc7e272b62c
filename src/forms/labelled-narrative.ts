import { type Document, type Paragraph, type Span, textOf, whole } from '../document.ts'
import { quote } from '../location.ts'
import type { Project } from '../model.ts'
import type { Form, NarrativePart, Placed, Reading } from './form.ts'
import { isHeading, ordinalOf } from './narrative/ordinal.ts'
import { content, endsNarrative, labelledSentence, type NarrativeField, state } from './narrative/sentences.ts'

/** 专项资金信息公开: each project in sentences that begin with a label, `（1）项目名称：… 项目概述：…`. */
const form: Form = {
  name: 'labelled-narrative',
  title: { zh: '带标签的项目说明', en: 'Labelled narrative of a project' },
  read: readNarratives,
}

export default form

interface Open {
  placed: Placed<NarrativePart>
  field: NarrativeField
  spans: Span[]
}

function readNarratives({ blocks }: Document): Reading {
  const narratives: Placed<NarrativePart>[] = []
  const labels: Span[] = []
  let [open, category, section]: [Open | undefined, Project['category'], string | undefined] = [
    undefined,
    undefined,
    undefined,
  ]
  const close = () => {
    if (open) state(open.placed.found.narrative, open.field, open.spans)
  }
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'paragraph' || endsNarrative(block.text)) {
      close()
      open = undefined
      continue
    }
    const start = projectStart(block)
    const sentence = start ?? labelledSentence(content(block))
    if (start) {
      close()
      const found: NarrativePart = { narrative: {}, ...(category && { category }), ...(section && { section }) }
      const placed = { first: index, last: index, found, ...(start.ordinal && { ordinal: start.ordinal }) }
      narratives.push(placed)
      open = { placed, field: 'name', spans: [start.value] }
      labels.push(...start.labels)
    } else if (isHeading(block) && startsProject(blocks.slice(index + 1))) {
      close()
      open = undefined
      const heading = ordinalOf(block)
      category = heading && quote(heading.rest, textOf(heading.rest))
      section = heading && !heading.isBracketed ? String(heading.value) : undefined
      labels.push(whole(block))
    } else if (sentence && open) {
      close()
      open.placed.last = index
      open = { placed: open.placed, field: sentence.field, spans: [sentence.value] }
      labels.push(sentence.label)
    } else if (open && block.text.trim() !== '') {
      open.placed.last = index
      open.spans.push(content(block))
    }
  }
  close()
  return { narratives, labels }
}

interface Start {
  field: NarrativeField
  label: Span
  value: Span
  labels: Span[]
  ordinal?: Project['ordinal']
}

// A project begins with the sentence that names it, numbered or not: `（1）项目名称：…`.
function projectStart(paragraph: Paragraph): Start | undefined {
  const ordinal = ordinalOf(paragraph)
  const sentence = labelledSentence(ordinal?.rest ?? content(paragraph))
  if (sentence?.field !== 'name') return undefined
  if (!ordinal) return { ...sentence, labels: [sentence.label] }
  return { ...sentence, labels: [sentence.label], ordinal: quote(ordinal.span, ordinal.value) }
}

// A numbered heading directly above the first sentence of a project heads a category.
function startsProject(blocks: Document['blocks']): boolean {
  const next = blocks.find((block) => block.type !== 'paragraph' || block.text.trim() !== '')
  return next?.type === 'paragraph' && projectStart(next) !== undefined
}
