import type { Message } from '../model.ts'
import { holds, type Rule, undetermined } from './rule.ts'
import { type Account, account, figures, settle } from './shared/figures.ts'
import { headingsOf } from './shared/groups.ts'
import { rounding } from './shared/rounding.ts'
import { evidence } from './shared/states.ts'

/** The total in the summary sentence against the sums it gives for its categories. */
const rule: Rule = {
  name: 'total-equals-categories',
  chapter: 'totals',
  severity: 'error',
  title: { zh: '预算总额等于各类项目金额之和', en: 'The stated total equals the sum of the stated category sums' },
  why: {
    zh: '总额与分类金额出自同一句话，互相对不上说明其中一个数字有误。请核对批复文件后更正。',
    en: 'Both figures stand in one sentence; when they disagree, one of them is wrong. Check them against the approved budget.',
  },
  basis: rounding,
  *checkDocument({ summary, projects }) {
    if (!summary || summary.categories.length === 0) return
    const amounts = summary.categories.map(({ amount }) => amount)
    const [total] = figures([summary.total])
    const parts = figures(amounts)
    if (!total) return yield undetermined('预算总额未印出或无法识别', 'the total is not printed or cannot be read')
    if (parts.length < amounts.length) {
      return yield undetermined(
        '有的类别金额未印出或无法识别',
        'the sum of a category is not printed or cannot be read',
      )
    }
    if (parts.length > 1 && parts.every((part) => account(total, [part]).verdict === 'exact')) {
      return yield undetermined(
        '各类金额都等于总额，不像是其组成部分',
        'every category has the total itself, so they are no parts of it',
      )
    }
    const sum = account(total, parts)
    const isPartial = somethingElse.test(summary.text.text) || headingsOf(projects).length > parts.length
    if (isPartial && sum.verdict === 'mismatch' && sum.difference.digits > 0n) return yield holds()
    yield settle(sum, messageOf(sum), evidence(total, ...parts))
  },
}

export default rule

// Words after which the categories that follow are only some of all.
const somethingElse = /主要包括|主要用于|主要有|其中主要|等项目|等支出/u

function messageOf(sum: Account): Message {
  return {
    zh: `预算总额为 ${sum.printed}，各类项目金额合计 ${sum.expected}，相差 ${sum.gap}。`,
    en: `The total is ${sum.printed}; its categories add up to ${sum.expected}, a difference of ${sum.gap}.`,
  }
}
