import type { Period, Sourced } from '../model.ts'
import { unrealDates } from '../values/period.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { daysOf } from './shared/dates.ts'
import { evidence, isRead, valueIn } from './shared/states.ts'

/** A period begins before it ends, on real dates. */
const rule: Rule = {
  name: 'period-order',
  chapter: 'time',
  severity: 'error',
  title: { zh: '实施周期先起后止，日期真实存在', en: 'A period begins before it ends, on real dates' },
  why: {
    zh: '起止颠倒或日期不存在，多为录入错误，实施进度无从考核。请更正起止时间。',
    en: 'A period that ends before it begins, or a date that does not exist, is a slip of the pen. Correct it.',
  },
  *checkProject({ narrative, form }) {
    for (const period of [narrative?.period, form?.period]) if (period?.text.trim()) yield check(period)
  },
}

export default rule

function check(period: Sourced<Period>): Result {
  const { start, end } = valueIn(period) ?? {}
  const [printed] = start && end ? [] : unrealDates(period.text)
  if (printed) return wrong(period, `日期 ${printed} 不存在`, `there is no date ${printed}`)
  if (!isRead(period)) return undetermined(`“${period.text}”无法识别`, `“${period.text}” cannot be read`)
  const unreal = [start, end].find((date) => date !== undefined && !daysOf(date))
  if (unreal) return wrong(period, `日期 ${unreal} 不存在`, `there is no date ${unreal}`)
  const [from, to] = [start && daysOf(start), end && daysOf(end)]
  if (!from || !to || from.first <= to.last) return holds()
  return wrong(period, `结束时间 ${end} 早于开始时间 ${start}`, `it ends on ${end}, before it begins on ${start}`)
}

function wrong(period: Sourced<Period>, zh: string, en: string): Result {
  return fails({
    message: { zh: `实施周期“${period.text}”有误：${zh}。`, en: `The period “${period.text}” cannot be: ${en}.` },
    evidence: evidence(period),
  })
}
