import type { Form } from '../model.ts'
import { type Rule, undetermined } from './rule.ts'
import { account, figures, settle } from './shared/figures.ts'
import { rounding } from './shared/rounding.ts'
import { evidence, valueIn } from './shared/states.ts'

/** The medium-term total of a form against its annual total and the years of the project. */
const rule: Rule = {
  name: 'midterm-equals-annual-times-years',
  chapter: 'agreement',
  severity: 'warning',
  title: {
    zh: '中期预算资金总额等于年度资金总额乘以项目期限',
    en: 'The medium-term total equals the annual total times the years of the project',
  },
  why: {
    zh: '经常性项目的中期总额一般按年度金额乘以年限测算，一次性项目两者相等。不一致时请确认各年安排是否确有不同。',
    en: 'A medium-term total is usually the annual one times the years; for a one-off project both are equal. When they are not, check whether the years really differ.',
  },
  basis: rounding,
  *checkProject({ form }) {
    // The total of a phased project is cumulative over its years and has no fixed relation to one of them.
    if (!form?.funding.mediumTerm || !form.funding.annual || form.nature?.value === 'phased') return
    const [total] = figures([form.funding.mediumTerm])
    const [annual] = figures([form.funding.annual])
    if (!total || !annual)
      return yield undetermined('中期或年度资金总额未填或无法识别', 'a total is empty or cannot be read')
    const years = yearsOf(form)
    if (years === undefined)
      return yield undetermined('项目期限未印出或无法识别', 'the term of the project is not printed or cannot be read')
    const sum = account(total, [annual], years)
    const message = {
      zh: `中期预算资金总额为 ${sum.printed}，按年度 ${years} 年测算应为 ${sum.expected}，相差 ${sum.gap}。`,
      en: `The medium-term total is ${sum.printed}; the annual total over ${years === 1 ? 'one year' : `${years} years`} makes ${sum.expected}, a difference of ${sum.gap}.`,
    }
    yield settle(sum, message, evidence(total, annual, form.term, form.nature))
  },
}

export default rule

function yearsOf({ term, nature }: Form): number | undefined {
  return valueIn(term)?.years ?? (nature?.value === 'one-off' && !term ? 1 : undefined)
}
