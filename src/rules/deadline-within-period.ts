import type { Form, Indicator, Period, Sourced, Target } from '../model.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { type Days, daysOf, recurring, spanOf } from './shared/dates.ts'
import { nameOf } from './shared/pairs.ts'
import { evidence, isRead } from './shared/states.ts'

/** The deadlines of the year lie in the implementation period. */
const rule: Rule = {
  name: 'deadline-within-period',
  chapter: 'time',
  severity: 'warning',
  title: {
    zh: '时效指标的期限在实施周期之内',
    en: 'The deadlines of the indicators lie within the implementation period',
  },
  why: {
    zh: '期限晚于实施周期，或在周期开始之前，说明两处时间有一处没有更新。工程完工后付尾款等情形除外。',
    en: 'A deadline after the period, or before it, means that one of the two was not updated. A last payment after works are done may be later.',
  },
  basis: {
    zh: '只写到月份的期限按当月最后一日计算，“前”包含当日；“每年”的期限按周期内的年份核对。',
    en: 'A deadline that names a month is taken to its last day, and 前 (before) to include the day; a yearly one is checked in the years of the period.',
  },
  *checkProject(project) {
    const deadlines = project.form ? deadlinesOf(project.form) : []
    if (deadlines.length === 0) return
    const period = project.narrative?.period ?? project.form?.period
    const span = isRead(period) ? spanOf(period.value) : undefined
    if (!period || !span)
      return yield undetermined('实施周期未写明或无法识别', 'the implementation period is not stated or cannot be read')
    if (span.first > span.last)
      return yield undetermined('实施周期的起止颠倒', 'the implementation period ends before it begins')
    for (const { indicator, target } of deadlines) yield check(indicator, target, period, span)
  },
}

export default rule

type Deadline = Extract<Target, { kind: 'deadline' }>

interface Due {
  indicator: Indicator
  target: Sourced<Target> & { value: Deadline }
}

// A medium-term date belongs to another year; one that recurs every year is looked at where the annual side has none.
function deadlinesOf({ indicators }: Form): Due[] {
  const due = indicators.flatMap((indicator) => {
    const { target } = indicator
    return isRead(target) && target.value.kind === 'deadline'
      ? [{ indicator, target: { ...target, value: target.value } }]
      : []
  })
  const annual = due.filter(({ indicator }) => indicator.horizon !== 'mediumTerm')
  const named = new Set(annual.map(({ indicator }) => nameOf(indicator)))
  const others = due.filter(
    ({ indicator, target }) => !annual.some((one) => one.indicator === indicator) && target.value.by.startsWith('--'),
  )
  return [...annual, ...others.filter(({ indicator }) => !named.has(nameOf(indicator)))]
}

function check(indicator: Indicator, target: Due['target'], period: Sourced<Period>, span: Days): Result {
  const { by } = target.value
  const dates = by.startsWith('--') ? recurring(by, span) : [daysOf(by)].filter((days) => days !== undefined)
  if (dates.length === 0) return undetermined(`期限“${target.text}”不是有效日期`, `“${target.text}” is no date`)
  const isInside = dates.some(
    ({ last, first }) => (target.value.bound ? first : last) <= span.last && last >= span.first,
  )
  if (isInside) return holds()
  const isLast = lastPayment.test(indicator.name?.text ?? '')
  const when = { zh: isLate(dates, span) ? '晚于' : '早于', en: isLate(dates, span) ? 'after' : 'before' }
  const message = {
    zh: `“${indicator.name?.text ?? ''}”的期限“${target.text}”${when.zh}实施周期“${period.text}”（${span.first} 至 ${span.last}）。`,
    en: `“${indicator.name?.text ?? ''}” is due “${target.text}”, ${when.en} the implementation period “${period.text}” (${span.first} to ${span.last}).`,
  }
  const problem = { message, evidence: evidence(target, period, indicator.name), expected: `≤ ${span.last}` }
  return isLast ? holds(problem) : fails(problem)
}

function isLate(dates: Days[], span: Days): boolean {
  return dates.some(({ last }) => last > span.last)
}

const lastPayment = /尾款|质保金|质量保证金|还款/u
