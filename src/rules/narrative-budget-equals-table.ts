import type { Message } from '../model.ts'
import { type Rule, undetermined } from './rule.ts'
import { type Account, account, figures, settle } from './shared/figures.ts'
import { rounding } from './shared/rounding.ts'
import { evidence } from './shared/states.ts'

/** The budget of the year in the narrative against the annual total in the form. */
const rule: Rule = {
  name: 'narrative-budget-equals-table',
  chapter: 'agreement',
  severity: 'error',
  title: {
    zh: '文字说明的年度预算与绩效目标表的年度资金总额一致',
    en: 'The budget in the narrative equals the annual total in the form',
  },
  why: {
    zh: '同一项目的年度预算在说明和表中各印一次，两处不一致时，读者无从判断批复数。请按批复文件更正。',
    en: 'One budget is printed in two places. When they differ, nobody can tell which was approved: correct it after the approval.',
  },
  basis: rounding,
  *checkProject({ narrative, form }) {
    const [stated, printed] = [narrative?.budget, form?.funding.annual]
    if (!stated || !printed) return
    const [budget] = figures([stated])
    const [annual] = figures([printed])
    if (!budget) return yield undetermined('文字说明的预算金额无法识别', 'the budget in the narrative cannot be read')
    if (!annual)
      return yield undetermined(
        '表中年度资金总额未填或无法识别',
        'the annual total in the form is empty or cannot be read',
      )
    const sum = account(budget, [annual])
    if (sum.verdict === 'mismatch' && /调整/u.test(budget.text)) {
      return yield undetermined(
        '说明所述为调整后的预算，与表中未必是同一口径',
        'the narrative speaks of an adjusted budget, the form may not',
      )
    }
    yield settle(sum, messageOf(sum), evidence(budget, annual))
  },
}

export default rule

function messageOf(sum: Account): Message {
  return {
    zh: `文字说明的预算为 ${sum.printed}，绩效目标表的年度资金总额为 ${sum.expected}，相差 ${sum.gap}。`,
    en: `The narrative states a budget of ${sum.printed}, the form an annual total of ${sum.expected}, a difference of ${sum.gap}.`,
  }
}
