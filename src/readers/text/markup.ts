import type { Passage } from '../../document.ts'
import type { Line } from './lines.ts'

/** A passage without the markup that a recogniser left in it, and that markup, if any. */
export interface Cleaned {
  passage: Passage
  markup?: Passage
}

const tag = /<\/?(?:p|br)[ \t]*\/?>/giu

/** One printed text at one line; a paragraph or break tag in it becomes a newline between paragraphs. */
export function clean(printed: string, line: number, file: string): Cleaned {
  const tags = printed.match(tag)
  if (!tags) return { passage: toPassage(printed.trim(), line, file) }
  const paragraphs = printed.split(tag).map((text) => text.trim())
  const text = paragraphs.filter((paragraph) => paragraph !== '').join('\n')
  return { passage: toPassage(text, line, file), markup: toPassage(tags.join(' '), line, file) }
}

/** Whether a line is a rule of dashes, as Markdown draws it below the head of a table or between sections. */
export function isRule({ text }: Line): boolean {
  if (!/^[-:\s]+$/u.test(text)) return false
  const fields = text.trim().split(/\s+/u)
  return fields.every((field) => /^:?-{2,}:?$/u.test(field)) && fields.some((field) => field.includes('---'))
}

/** A text that stands at one line. */
export function toPassage(text: string, line: number, file: string): Passage {
  const pieces = text === '' ? [] : [{ start: 0, end: text.length, position: { kind: 'line' as const, line } }]
  return { file, text, pieces }
}
