import { type Document, part, type Span, textOf } from '../document.ts'
import { quote } from '../location.ts'
import type { Summary } from '../model.ts'
import { findAmounts } from '../values/amount.ts'
import { number } from '../values/numeral.ts'
import type { Form, Reading } from './form.ts'
import { content } from './narrative/sentences.ts'

/** The sentence that states the totals: `… 项目支出预算共计 N 万元，其中 category k 个计 N 万元，…`. */
const form: Form = {
  name: 'summary-sentence',
  title: { zh: '预算总额句', en: 'The sentence that states the totals' },
  read: readSummary,
}

export default form

function readSummary({ blocks }: Document): Reading {
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue
    const span = content(block)
    const summary = /(?:项目|专项)/u.test(block.text) ? summaryOf(span) : undefined
    if (summary) return { facts: { summary }, labels: [] }
  }
  return { labels: [] }
}

const total = /(?:共计|合计|总计|总额|共安排|预算)[^，。；]{0,12}$/u

// The first amount is the total; every clause after 其中 with a count and an amount is a category.
function summaryOf(span: Span): Summary | undefined {
  const text = textOf(span)
  const parts = text.indexOf('其中')
  const amounts = findAmounts(text)
  const [first] = amounts
  if (!first || parts < 0 || first.start > parts || !total.test(text.slice(0, first.start))) return undefined
  const categories = clauses(span, parts + 2).flatMap((clause) => categoryOf(clause) ?? [])
  if (categories.length === 0) return undefined
  return {
    text: quote(span, text),
    total: quote(part(span, first.start, first.end), first.value),
    categories,
  }
}

// A category may be cut by a comma before its amount: 特定目标类项目 8 个，计 616.9 万元.
function clauses(span: Span, from: number): Span[] {
  const text = textOf(span)
  const found: Span[] = []
  let start = from
  for (const { end } of findAmounts(text)) {
    if (end <= from) continue
    found.push(part(span, start, end))
    start = end
  }
  return found
}

const counted = /(\d{1,4}|[一二三四五六七八九十两]{1,3})\s*个/u

function categoryOf(clause: Span): Summary['categories'][number] | undefined {
  const text = textOf(clause)
  const count = counted.exec(text)
  const [amount] = findAmounts(text).filter(({ start }) => count && start > count.index)
  const opening = /^[\s：:，,、；;。和及]*/u.exec(text)?.[0].length ?? 0
  if (!count || !amount || count.index <= opening) return undefined
  return {
    name: quote(part(clause, opening, count.index), textOf(part(clause, opening, count.index))),
    count: quote(part(clause, count.index, count.index + count[0].length), number(count[1] ?? '')),
    amount: quote(part(clause, amount.start, amount.end), amount.value),
  }
}
