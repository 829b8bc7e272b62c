import type { Message, Period } from '../model.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { spanOf } from './shared/dates.ts'
import { evidence, isRead } from './shared/states.ts'

/** Whether a project called recurrent or one-off has the term that goes with it. */
const rule: Rule = {
  name: 'attribute-agrees-with-term',
  chapter: 'agreement',
  severity: 'warning',
  title: {
    zh: '项目属性与项目期限相符：一次性项目为 1 年，经常性项目多于 1 年',
    en: 'A one-off project has a term of one year, a recurrent one of more',
  },
  why: {
    zh: '一次性项目不应有多年期限，经常性项目也不应只有 1 年。请核对项目属性和项目期限哪一项填错。',
    en: 'A one-off project does not last several years, a recurrent one not only one. Check which of the two cells is wrong.',
  },
  basis: {
    zh: '经常性项目（长期开展）填 3 年、一次性项目（1年结束）填 1 年，是该类表的通行填法。',
    en: 'Forms of this kind pair 经常性项目（长期开展） with three years and 一次性项目（1年结束） with one.',
  },
  *checkProject({ form }) {
    const { nature, term } = form ?? {}
    if (!nature || (!term && !form?.funding.mediumTerm)) return
    if (!isRead(nature))
      return yield undetermined('项目属性未填或无法识别', 'the attribute of the project is empty or cannot be read')
    if (nature.value !== 'one-off' && nature.value !== 'recurrent') return
    if (!term && isRead(form?.period)) return yield* checkPeriod(nature.value, form.period.value)
    if (!isRead(term))
      return yield undetermined('项目期限未印出或无法识别', 'the term of the project is not printed or cannot be read')
    if (/剩余|尚余/u.test(term.text)) {
      return yield undetermined('期限填的是剩余年限', 'the term counts the years that remain')
    }
    const isOneYear = term.value.years <= 1
    if (isOneYear === (nature.value === 'one-off')) return yield holds()
    yield fails({
      message: messageOf(nature.text, term.text),
      evidence: evidence(term, nature),
      expected: nature.value === 'one-off' ? '1 年' : '> 1 年',
    })
  },
}

export default rule

// Where dates are printed in place of a term, only a one-off project that ends within the year is certain.
function* checkPeriod(nature: 'one-off' | 'recurrent', period: Period): Iterable<Result> {
  const span = spanOf(period)
  if (nature === 'one-off' && span && span.first.slice(0, 4) === span.last.slice(0, 4)) yield holds()
}

function messageOf(nature: string, term: string): Message {
  return {
    zh: `项目属性为“${nature}”，项目期限却是“${term}”。`,
    en: `The attribute is “${nature}”, yet the term is “${term}”.`,
  }
}
