import { bare, type Document, type Paragraph, part, type Span, textOf } from '../document.ts'
import { quote } from '../location.ts'
import type { Form, NarrativePart, Placed, Reading } from './form.ts'
import { ordinalOf } from './narrative/ordinal.ts'
import { content, endsNarrative, type NarrativeField, narrativeField, state } from './narrative/sentences.ts'

/** Shanghai's 项目经费情况说明: a title with the name of the project, then seven numbered sections, 一、项目概述 to 七、绩效目标. */
const form: Form = {
  name: 'sectioned-narrative',
  title: { zh: '项目经费情况说明', en: 'Statement of the funds of a project, in numbered sections' },
  read: readStatements,
}

export default form

interface Open {
  placed: Placed<NarrativePart>
  field?: NarrativeField
  spans: Span[]
}

function readStatements({ blocks }: Document): Reading {
  const narratives: Placed<NarrativePart>[] = []
  const labels: Span[] = []
  let open: Open | undefined
  const close = () => {
    if (open?.field) state(open.placed.found.narrative, open.field, open.spans)
  }
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'paragraph') continue
    const title = isTitle(block, blocks.slice(index + 1))
    const section = open && sectionOf(block)
    if (title) {
      close()
      open = { placed: { first: index, last: index, found: { narrative: nameOf(block) } }, spans: [] }
      narratives.push(open.placed)
      labels.push(content(block))
    } else if (endsNarrative(block.text)) {
      close()
      open = undefined
    } else if (section && open) {
      close()
      open = { placed: open.placed, field: section.field, spans: section.value ? [section.value] : [] }
      open.placed.last = index
      labels.push(section.label)
    } else if (open?.field && block.text.trim() !== '') {
      open.placed.last = index
      open.spans.push(content(block))
    }
  }
  close()
  return { narratives, labels }
}

const ending = /(?:项目)?经费情况说明\s*$/u

// The first section must follow: a table of contents and the title of the whole chapter read the same.
function isTitle(paragraph: Paragraph, next: Document['blocks']): boolean {
  if (bare(paragraph.text).length > 80 || !ending.test(paragraph.text.trimEnd()) || ordinalOf(paragraph)) return false
  const first = next.find((block) => block.type !== 'paragraph' || block.text.trim() !== '')
  return first?.type === 'paragraph' && sectionOf(first) !== undefined
}

function nameOf(paragraph: Paragraph): NarrativePart['narrative'] {
  const title = content(paragraph)
  const name = part(title, 0, textOf(title).search(ending))
  return textOf(name) === '' ? {} : { name: quote(name, textOf(name)) }
}

// `一、项目概述`, alone on its line or with its text after a colon.
function sectionOf(paragraph: Paragraph): { field: NarrativeField; label: Span; value?: Span } | undefined {
  const rest = ordinalOf(paragraph)?.rest
  if (!rest) return undefined
  const colon = textOf(rest).slice(0, 24).search(/[：:]/u)
  const named = narrativeField(colon > 0 ? textOf(rest).slice(0, colon) : textOf(rest))
  if (!named || named === 'name') return undefined
  const end = colon > 0 ? rest.start + colon + 1 : rest.end
  const value = colon > 0 ? part(rest, colon + 1) : undefined
  const label = { passage: paragraph, start: 0, end }
  return value && textOf(value) !== '' ? { field: named, label, value } : { field: named, label }
}
