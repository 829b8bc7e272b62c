import { bare, part, type Span, textOf } from '../../document.ts'
import { quote } from '../../location.ts'
import type { Amount, Narrative, Sourced } from '../../model.ts'
import { findAmounts } from '../../values/amount.ts'
import { findYears, period } from '../../values/period.ts'
import { labelKey } from '../../vocabulary.ts'
import { isFormTitle } from '../table/heading.ts'

// What the labelled sentences and the numbered sections of a narrative have in common.

export type NarrativeField = Exclude<keyof Narrative, 'fundingSource'>

const labels: Record<NarrativeField, string> = {
  name: '项目名称',
  overview: '项目概述 项目概况 项目基本情况 项目内容',
  legalBasis: '立项依据 设立依据 项目立项依据 政策依据',
  implementingEntity: '实施主体 实施单位 项目实施主体 项目实施单位',
  implementationPlan: '实施方案 项目实施方案 实施计划',
  period: '实施周期 项目实施周期 实施期限 实施时间 项目周期',
  budget: '本年度预算安排 年度预算安排 本年预算安排 预算安排 预算安排情况 年度预算 本年度预算',
  objectives: '预算绩效 绩效目标 预算绩效目标 绩效情况 项目绩效目标 绩效目标情况',
}

const fieldOf = new Map(
  Object.entries(labels).flatMap(([field, names]) => names.split(' ').map((name) => [name, field as NarrativeField])),
)

/** The field of a narrative that a label names: 项目概述, 立项依据 … */
export function narrativeField(label: string): NarrativeField | undefined {
  return label.length > 24 ? undefined : fieldOf.get(labelKey(label))
}

/** Put the text of a label into a narrative; a label that is printed twice keeps its first text. */
export function state(narrative: Narrative, field: NarrativeField, spans: Span[]): void {
  if (narrative[field] || spans.length === 0) return
  const text = spans.map(textOf).join('\n')
  if (field === 'period') narrative.period = quote(spans, period(text))
  else if (field === 'budget') Object.assign(narrative, budget(spans, text))
  else narrative[field] = quote(spans, text === '' ? null : text)
}

function budget(spans: Span[], text: string): Pick<Narrative, 'budget' | 'fundingSource'> {
  const statement: Sourced<Amount> = quote(spans, annualAmount(text))
  const sources = spans.flatMap(fundingSources)
  const source = sources.length === 1 ? sources[0] : undefined
  return { budget: statement, ...(source && { fundingSource: quote(source, textOf(source)) }) }
}

const comparison = /(?:较|比|上年|去年|往年|十三五|十四五|上一轮|参照|每|各|均)[^，。；]{0,30}$/u
const sum = /(?:共计|合计|总计|总额|计)[^，。；]{0,6}$/u
const budgeted = /(?:预算|安排|批复|下达|资金)[^，。；]{0,8}$/u

/**
 * The amount of the year in a budget sentence. An amount of another year, of a comparison or of each unit is none; of
 * what is left, the only amount, or the only one that is called a sum, or a budget or appropriation outside 其中.
 */
function annualAmount(text: string): Amount | null {
  const amounts = findAmounts(text).map((found) => ({ ...found, clause: clauseBefore(text, found.start) }))
  const own = amounts.filter(({ clause }) => !comparison.test(clause))
  const years = new Set(own.flatMap(({ clause }) => findYears(clause).map(({ value }) => value)))
  const last = Math.max(...years)
  const current =
    years.size > 1 ? own.filter(({ clause }) => findYears(clause).some(({ value }) => value === last)) : own
  const parts = text.indexOf('其中')
  const outside = current.filter(({ start }) => parts < 0 || start < parts)
  for (const choice of [
    current,
    current.filter(({ clause }) => sum.test(clause)),
    outside.filter(({ clause }) => budgeted.test(clause)),
  ]) {
    if (choice.length === 1) return choice[0]?.value ?? null
  }
  return null
}

// The words of the clause before a figure; an amount says what it is within its own clause.
function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 60), start)
  return bare(before.slice(before.search(/[^，。；]*$/u)))
}

const fund =
  /(?:一般公共预算|本级财政|政府性基金预算|政府性基金|国有资本经营预算|社会保险基金预算)(?:财政拨款|拨款|资金|收入)?|财政专户管理资金|上级补助(?:资金|收入)?|中央补助资金|单位资金|自有资金|事业收入|财政拨款/gu

// The first source that is named; behind 其中 only where it is the only part.
function fundingSources(span: Span): Span[] {
  const text = textOf(span)
  const matches = [...text.matchAll(fund)]
  const parts = text.indexOf('其中')
  const names = new Set(matches.map(([name]) => name))
  if (parts >= 0 && (names.size > 1 || findAmounts(text.slice(parts)).length > 1)) return []
  return matches.slice(0, 1).map(({ index, 0: name }) => part(span, index, index + name.length))
}

/** A label with a colon at the start of a span, and what it says: `项目概述：…`. */
export function labelledSentence(span: Span): { field: NarrativeField; label: Span; value: Span } | undefined {
  const text = textOf(span)
  const colon = text.slice(0, 30).search(/[：:]/u)
  const field = colon > 0 ? narrativeField(text.slice(0, colon)) : undefined
  return field && { field, label: part(span, 0, colon + 1), value: part(span, colon + 1) }
}

/** The label of an announced attachment: `附件：`, `附件1：`. */
export const attachmentLabel = /^\s*附件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:]\s*/u

/** Whether a paragraph ends the narrative before it: the title of a form, or the list of attachments. */
export function endsNarrative(text: string): boolean {
  return isFormTitle(text) || attachmentLabel.test(text)
}

/** Whether a line heads instructions on how to fill in a form. */
export function isInstructions(text: string): boolean {
  return /^\s*(?:填报说明|填表说明|填写说明|填报要求)\s*[：:]?/u.test(text)
}
