import { type Span, textOf } from '../document.ts'
import { quote } from '../location.ts'
import type { Form } from './form.ts'
import { narrate, type Opening } from './narrative/narrate.ts'
import { isHeading, ordinalOf } from './narrative/ordinal.ts'
import { endsNarrative, labelledSentence } from './narrative/sentences.ts'

/** 专项资金信息公开: each project in sentences that begin with a label, `（1）项目名称：… 项目概述：…`. */
const form: Form = {
  name: 'labelled-narrative',
  title: { zh: '带标签的项目说明', en: 'Narrative of a project in labelled sentences' },
  read: (document) => narrate(document, openingOf),
}

export default form

function openingOf(line: Span, next: Span | undefined): Opening | undefined {
  if (endsNarrative(textOf(line))) return { opens: 'nothing' }
  return projectAt(line) ?? categoryAt(line, next) ?? fieldAt(line)
}

// A project begins with the sentence that names it, numbered or not: `（1）项目名称：…`.
function projectAt(line: Span): Extract<Opening, { opens: 'project' }> | undefined {
  const ordinal = ordinalOf(line)
  const sentence = labelledSentence(ordinal?.rest ?? line)
  if (sentence?.field !== 'name') return undefined
  const { label, value } = sentence
  return { opens: 'project', label, name: value, ...(ordinal && { ordinal: quote(ordinal.span, ordinal.value) }) }
}

// A numbered heading directly above the first sentence of a project heads a category.
function categoryAt(line: Span, next: Span | undefined): Opening | undefined {
  const heading = next && isHeading(line) && projectAt(next) ? ordinalOf(line) : undefined
  if (!heading) return undefined
  const category = quote(heading.rest, textOf(heading.rest))
  return { opens: 'category', label: line, category, ...(!heading.isBracketed && { section: String(heading.value) }) }
}

function fieldAt(line: Span): Opening | undefined {
  const sentence = labelledSentence(line)
  return sentence && { opens: 'field', ...sentence }
}
