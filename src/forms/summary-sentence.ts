import { content, type Document, part, type Span, textOf } from '../document.ts'
import { quote } from '../location.ts'
import type { Summary } from '../model.ts'
import { findAmounts } from '../values/amount.ts'
import { number } from '../values/numeral.ts'
import type { Form, Reading } from './form.ts'

/** The sentence that states the totals: `… 项目支出预算共计 N 万元，其中 category k 个计 N 万元，…`. */
const form: Form = {
  name: 'summary-sentence',
  title: { zh: '预算总额句', en: 'The sentence that states the totals' },
  read: readSummary,
}

export default form

function readSummary({ blocks }: Document): Reading {
  const summaries = blocks.flatMap((block) => {
    const isNamed =
      block.type === 'paragraph' && /项目|专项/u.test(block.text) && /其中|包括|包含|分为|分别/u.test(block.text)
    return isNamed ? (summaryOf(content(block)) ?? []) : []
  })
  const summary = summaries.find(({ text }) => /共计|合计|总计|总额/u.test(text.text)) ?? summaries[0]
  return summary ? { facts: { summary }, labels: [] } : { labels: [] }
}

const total = /(?:共计|合计|总计|总额|共安排|安排|预算|资金)[^。；]{0,12}$/u

// The first amount is the total; every clause after 其中 with a count and an amount is a category.
function summaryOf(span: Span): Summary | undefined {
  const text = textOf(span)
  const amounts = findAmounts(text)
  const [first, second] = amounts
  const before = text.slice(0, first?.start ?? 0)
  if (!first || !second || !/项目|专项/u.test(before) || !total.test(before)) return undefined
  // The parts are announced between the total and the first of them.
  if (!/其中|包括|包含|分为|分别/u.test(text.slice(first.end, second.start))) return undefined
  const starts = amounts.map(({ start }, index) => ({ from: amounts[index - 1]?.end ?? 0, to: start }))
  const categories = amounts.slice(1).flatMap(({ end }, index) => {
    const { from } = starts[index + 1] ?? { from: end }
    return categoryOf(part(span, from, end)) ?? []
  })
  if (categories.length === 0 || !categories.every(({ name }) => isCategory(name.text))) return undefined
  return { text: quote(span, text), total: quote(part(span, first.start, first.end), first.value), categories }
}

// 特定目标类项目, 专项资金; a clause with a verb is no name.
function isCategory(name: string): boolean {
  return name.length <= 30 && /类|专项|(?:^|\p{Script=Han})项目$/u.test(name) && !/[，。；：、]/u.test(name)
}

const counted = /(\d{1,4}|[一二三四五六七八九十两]{1,3})\s*个/u
const opening = /^(?:[^\p{Script=Han}]{1,6}|其中|包括|包含|分别为|分为|和|及|元|万元)*/u

// `特定目标类项目 8 个计 616.9 万元`, also with a comma before its amount; what stands in brackets is a remark.
function categoryOf(clause: Span): Summary['categories'][number] | undefined {
  const text = textOf(clause)
  const count = counted.exec(text)
  const [amount] = count ? findAmounts(text).filter(({ start }) => start > count.index) : []
  const start = opening.exec(text)?.[0].length ?? 0
  if (!count || !amount || count.index <= start || /[（(]/u.test(text.slice(0, count.index))) return undefined
  return {
    name: quote(part(clause, start, count.index), textOf(part(clause, start, count.index))),
    count: quote(part(clause, count.index, count.index + count[0].length), number(count[1] ?? '')),
    amount: quote(part(clause, amount.start, amount.end), amount.value),
  }
}
