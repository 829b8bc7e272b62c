import { part, type Span, textOf } from '../../document.ts'
import { number } from '../../values/numeral.ts'

/** The number that opens a heading or a labelled sentence, and what follows it. */
export interface Ordinal {
  /** The number with its brackets or stop: `（1）`, `一、`. */
  span: Span
  value: number
  /** `（1）` and `（一）` are bracketed; `1、` and `一、` are not. */
  isBracketed: boolean
  /** Headings of one level are numbered in one style. */
  style: 'figure' | 'numeral' | 'bracketed figure' | 'bracketed numeral'
  rest: Span
}

const opening =
  /^\s*(?:[（(]\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[）)]|(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[、.．）)](?!\d))\s*/u

/** Read the ordinal at the start of a span. */
export function ordinalOf(span: Span): Ordinal | undefined {
  const match = opening.exec(textOf(span))
  const digits = match?.[1] ?? match?.[2]
  const value = digits === undefined ? null : number(digits)
  if (!match || value === null) return undefined
  const isBracketed = match[1] !== undefined
  return {
    span: part(span, 0, match[0].length),
    value,
    isBracketed,
    style: `${isBracketed ? 'bracketed ' : ''}${/\d/u.test(digits ?? '') ? 'figure' : 'numeral'}`,
    rest: part(span, match[0].length),
  }
}
