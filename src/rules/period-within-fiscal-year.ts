import type { Form, Narrative } from '../model.ts'
import { fails, holds, type Rule, undetermined } from './rule.ts'
import { type Days, spanOf } from './shared/dates.ts'
import { evidence, isRead } from './shared/states.ts'

/** The implementation period of a project lies in the fiscal year. */
const rule: Rule = {
  name: 'period-within-fiscal-year',
  chapter: 'time',
  severity: 'warning',
  title: { zh: '实施周期在预算年度之内', en: 'The implementation period lies in the fiscal year' },
  why: {
    zh: '年度预算应在当年实施。按服务年度签订的合同可以跨年，请在说明中注明；其他情形请核对年份。',
    en: 'The budget of a year is for work of that year. A contract by service year may cross it, which the narrative should say; else check the years.',
  },
  *checkProject({ narrative, form }, { fiscalYear }) {
    const period = narrative?.period ?? form?.period
    if (!period?.text.trim()) return
    const span = isRead(period) ? spanOf(period.value) : undefined
    if (!isRead(fiscalYear)) return yield undetermined('公开年度不明', 'the fiscal year of the document is not known')
    if (!span)
      return yield undetermined(`实施周期“${period.text}”没有完整的起止时间`, `“${period.text}” has no start and end`)
    if (span.first > span.last) return yield undetermined('实施周期的起止颠倒', 'the period ends before it begins')
    if (fits(span, fiscalYear.value, period === form?.period)) return yield holds()
    yield fails({
      message: {
        zh: `实施周期“${period.text}”（${span.first} 至 ${span.last}）不在 ${fiscalYear.value} 年度之内。`,
        en: `The period “${period.text}” (${span.first} to ${span.last}) does not lie in the fiscal year ${fiscalYear.value}.`,
      },
      evidence: evidence(period, fiscalYear),
      expected: `${fiscalYear.value}-01-01 - ${fiscalYear.value}-12-31`,
      ...(isServiceYear(narrative, form) && { severity: 'info' }),
    })
  },
}

export default rule

// Two years and more are the term of the whole project; so are the dates of a form, of which the year need only be a part.
function fits({ first, last }: Days, year: number, isForm: boolean): boolean {
  const isWithin = first >= `${year}-01-01` && last <= `${year}-12-31`
  const isPart = first <= `${year}-12-31` && last >= `${year}-01-01`
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000
  return isWithin || (isPart && (isForm || days >= 2 * 365 - 1))
}

function isServiceYear(narrative: Narrative | undefined, form: Form | undefined): boolean {
  const texts = [narrative?.period, narrative?.overview, form?.overview].map((value) => value?.text ?? '')
  return texts.some((text) => /服务期|服务年度|合同期|合同约定|聘期|学年|采暖|供暖/u.test(text))
}
