import type { Evidence, Finding } from '../../../model.ts'
import type { Validated } from '../../../validate.ts'
import { excerpt } from '../columns.ts'
import { contextOf, type Quotation } from '../context.ts'
import { fileUri } from '../escapes.ts'
import { element, markup } from '../markup.ts'
import { placeName } from '../place.ts'
import { type Wording, words } from '../words.ts'

/** A piece of evidence: the place, which opens the document there, and what is printed, with the figure marked. */
export function evidenceOf(
  evidence: Evidence,
  finding: Finding,
  { file }: Validated,
  quotations: Quotation[],
  wording: Wording,
): string {
  const place = markup(placeName(evidence, wording.language))
  const fragment = evidence.source[0]?.split('#')[1]
  const isLinked = file !== '-' && fragment !== undefined
  const link = isLinked ? element('a', { href: `${addressOf(file, wording)}#${fragment}` }, place) : place
  return `${link} ${printed(evidence, finding, quotations) || words[wording.language].empty}`
}

function printed(evidence: Evidence, finding: Finding, quotations: Quotation[]): string {
  if (evidence.text.trim() === '') return ''
  const { row, start, end } = contextOf(evidence, finding, quotations)
  const { before, figure, after } = excerpt(row, start, end, 240)
  const isAlone = before === '' && after === ''
  return `${markup(before)}${isAlone ? markup(figure) : element('mark', {}, markup(figure))}${markup(after)}`
}

function addressOf(file: string, { base = '' }: Wording): string {
  const address = fileUri(file)
  return address.startsWith('file:') ? address : `${base}${address}`
}
