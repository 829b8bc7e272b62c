import { bare, type Document, part, type Span, textOf, whole } from '../document.ts'
import { quote } from '../location.ts'
import type { Form } from './form.ts'
import { narrate, type Opening } from './narrative/narrate.ts'
import { type Ordinal, ordinalOf } from './narrative/ordinal.ts'
import { endsNarrative, isInstructions, labelledSentence, narrativeField } from './narrative/sentences.ts'

/** Shanghai's 项目经费情况说明: a title with the name of the project, then seven numbered sections, 一、项目概述 to 七、绩效目标. */
const form: Form = {
  name: 'sectioned-narrative',
  title: { zh: '项目经费情况说明', en: 'Statement of the funds of a project in numbered sections' },
  read: (document) => {
    const style = sectionStyle(document)
    return narrate(document, (line, next) => openingOf(line, next, style))
  },
}

export default form

type Style = Ordinal['style'] | undefined

// A list inside a section may number words that are labels of sections elsewhere: only the style of 一、项目概述 counts.
function sectionStyle({ blocks }: Document): Style {
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? [part(whole(block), 0)] : []))
  const first = lines.findIndex(
    (line, index) => ending.test(textOf(lines[index - 1] ?? line)) && sectionAt(line, undefined),
  )
  return lines[first] && ordinalOf(lines[first])?.style
}

function openingOf(line: Span, [next]: Span[], style: Style): Opening | undefined {
  if (isInstructions(textOf(line))) return { opens: 'instructions' }
  if (endsNarrative(textOf(line))) return { opens: 'nothing' }
  return projectAt(line, next, style) ?? sectionAt(line, style)
}

// Two titles one below the other may be joined to one paragraph; the second is that of the project.
const chapter = /^.*经费情况说明(?=.+经费情况说明\s*$)/su
const ending = /(?:项目|[（(]项目[）)])?经费情况说明\s*$/u

// The first section must follow: a table of contents and the title of the whole chapter read the same.
function projectAt(line: Span, next: Span | undefined, style: Style): Opening | undefined {
  if (bare(textOf(line)).length > 80 || !ending.test(textOf(line)) || !next || !sectionAt(next, style)) return undefined
  const ordinal = ordinalOf(line)
  const title = ordinal?.rest ?? line
  const name = part(title, chapter.exec(textOf(title))?.[0].length ?? 0, textOf(title).search(ending))
  if (textOf(name) === '') return { opens: 'project', label: line }
  return { opens: 'project', label: line, name, ...(ordinal && { ordinal: quote(ordinal.span, ordinal.value) }) }
}

// `一、项目概述`, alone on its line or with its text after a colon.
function sectionAt(line: Span, style: Style): Extract<Opening, { opens: 'field' }> | undefined {
  const ordinal = ordinalOf(line)
  if (!ordinal || (style && ordinal.style !== style)) return undefined
  const sentence = labelledSentence(ordinal.rest)
  const field = sentence?.field ?? narrativeField(textOf(ordinal.rest))
  if (!field || field === 'name') return undefined
  const label = { ...line, end: sentence ? sentence.label.end : ordinal.rest.end }
  const hasText = sentence && textOf(sentence.value) !== ''
  return { opens: 'field', label, field, ...(hasText && { value: sentence.value }) }
}
