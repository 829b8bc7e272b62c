import { bare, type Span, textOf } from '../document.ts'
import { quote } from '../location.ts'
import type { Form } from './form.ts'
import { type Heading, narrate, type Opening } from './narrative/narrate.ts'
import { type Ordinal, ordinalOf } from './narrative/ordinal.ts'
import { endsNarrative, isInstructions, labelledSentence } from './narrative/sentences.ts'

/** 专项资金信息公开: each project in sentences that begin with a label, `（1）项目名称：… 项目概述：…`. */
const form: Form = {
  name: 'labelled-narrative',
  title: { zh: '带标签的项目说明', en: 'Narrative of a project in labelled sentences' },
  read: (document) => narrate(document, openingOf),
}

export default form

function openingOf(line: Span, next: Span[], above: Heading): Opening | undefined {
  if (isInstructions(textOf(line))) return { opens: 'instructions' }
  if (endsNarrative(textOf(line))) return { opens: 'nothing' }
  return projectAt(line) ?? titleAt(line, next) ?? categoryAt(line, next, above) ?? fieldAt(line)
}

// A project begins with the sentence that names it, numbered or not: `（1）项目名称：…`.
function projectAt(line: Span): Extract<Opening, { opens: 'project' }> | undefined {
  const ordinal = ordinalOf(line)
  const sentence = labelledSentence(ordinal?.rest ?? line)
  if (sentence?.field !== 'name') return undefined
  const { label, value } = sentence
  const start = { ...line, end: label.end }
  return {
    opens: 'project',
    label: start,
    name: value,
    ...(ordinal && { ordinal: quote(ordinal.span, ordinal.value) }),
  }
}

// `（一）河道治理项目` directly above `项目名称：河道治理项目` is the title of the project, not a category.
function titleAt(line: Span, [next]: Span[]): Extract<Opening, { opens: 'title' }> | undefined {
  const [heading, project] = [headingAt(line), next && projectAt(next)]
  if (!heading || !project?.name || bare(textOf(heading.rest)) !== bare(textOf(project.name))) return undefined
  return { opens: 'title', label: line, ordinal: quote(heading.span, heading.value) }
}

// A numbered heading above a project heads a category; so does the next number after the heading of a category, though
// words stand between it and its projects.
function categoryAt(line: Span, [next, ...later]: Span[], above: Heading): Opening | undefined {
  const heading = headingAt(line)
  if (!heading) return undefined
  const isAbove = next && (projectAt(next) || titleAt(next, later))
  const isNext = above.section !== undefined && !heading.isBracketed && heading.value === Number(above.section) + 1
  if (!isAbove && !(isNext && [next, ...later].some((line) => line && projectAt(line)))) return undefined
  const category = quote(heading.rest, textOf(heading.rest))
  return { opens: 'category', label: line, category, ...(!heading.isBracketed && { section: String(heading.value) }) }
}

function headingAt(line: Span): Ordinal | undefined {
  const heading = ordinalOf(line)
  const text = heading ? textOf(heading.rest) : ''
  return text !== '' && text.length <= 60 && !/[。；：;:]/u.test(text) ? heading : undefined
}

function fieldAt(line: Span): Opening | undefined {
  const sentence = labelledSentence(line)
  return sentence && { opens: 'field', ...sentence }
}
