import { bare, part, type Span, textOf } from '../document.ts'
import type { Form } from './form.ts'
import { narrate, type Opening } from './narrative/narrate.ts'
import { ordinalOf } from './narrative/ordinal.ts'
import { endsNarrative, labelledSentence, narrativeField } from './narrative/sentences.ts'

/** Shanghai's 项目经费情况说明: a title with the name of the project, then seven numbered sections, 一、项目概述 to 七、绩效目标. */
const form: Form = {
  name: 'sectioned-narrative',
  title: { zh: '项目经费情况说明', en: 'Statement of the funds of a project in numbered sections' },
  read: (document) => narrate(document, openingOf),
}

export default form

function openingOf(line: Span, next: Span | undefined): Opening | undefined {
  if (endsNarrative(textOf(line))) return { opens: 'nothing' }
  return projectAt(line, next) ?? sectionAt(line)
}

const ending = /(?:项目)?经费情况说明\s*$/u

// The first section must follow: a table of contents and the title of the whole chapter read the same.
function projectAt(line: Span, next: Span | undefined): Opening | undefined {
  const text = textOf(line)
  if (bare(text).length > 80 || !ending.test(text) || ordinalOf(line) || !next || !sectionAt(next)) return undefined
  const name = part(line, 0, text.search(ending))
  return { opens: 'project', label: line, ...(textOf(name) !== '' && { name }) }
}

// `一、项目概述`, alone on its line or with its text after a colon.
function sectionAt(line: Span): Extract<Opening, { opens: 'field' }> | undefined {
  const rest = ordinalOf(line)?.rest
  if (!rest) return undefined
  const sentence = labelledSentence(rest)
  const field = sentence?.field ?? narrativeField(textOf(rest))
  if (!field || field === 'name') return undefined
  const label = { ...line, end: sentence ? sentence.label.end : rest.end }
  const hasText = sentence && textOf(sentence.value) !== ''
  return { opens: 'field', label, field, ...(hasText && { value: sentence.value }) }
}
