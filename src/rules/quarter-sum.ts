import type { Statement } from '../values/statement.ts'
import type { Rule } from './rule.ts'
import { undetermined } from './rule.ts'
import { budgetOf } from './shared/budgets.ts'
import { account, figures, settle } from './shared/figures.ts'
import { figureOf, plansOf } from './shared/plans.ts'
import { rounding } from './shared/rounding.ts'
import { evidence } from './shared/states.ts'

/** The amounts of the four quarters make the amount of the year. */
const rule: Rule = {
  name: 'quarter-sum',
  chapter: 'totals',
  severity: 'warning',
  title: {
    zh: '各季度用款之和等于全年金额',
    en: 'The amounts of the four quarters add up to that of the year',
  },
  why: {
    zh: '分季度用款与全年预算对不上，说明有一处没有更新。请核对各季度金额。',
    en: 'When the quarters do not make the year, one of the figures was not updated. Check each quarter.',
  },
  basis: rounding,
  *checkProject(project, disclosure) {
    for (const planned of plansOf(project, disclosure)) {
      const quarters = planned.items.filter((item) => quarterOf(item) !== undefined)
      if (new Set(quarters.map(quarterOf)).size !== 4 || quarters.length !== 4) continue
      const [year] = figures([budgetOf(project)])
      const yearly = planned.items.find(({ plain }) => /全年|年度/u.test(plain) && !/季度/u.test(plain))
      const total = yearly ? figureOf(planned, yearly) : year
      if (!total) {
        yield undetermined('没有写明全年金额', 'the amount of the year is not stated')
        continue
      }
      const parts = quarters.map((item) => figureOf(planned, item))
      const sum = account(total, parts)
      const message = {
        zh: `四个季度合计 ${sum.expected}，全年为 ${sum.printed}，相差 ${sum.gap}。`,
        en: `The four quarters make ${sum.expected} and the year is ${sum.printed}, a difference of ${sum.gap}.`,
      }
      yield settle(sum, message, evidence(total, ...parts))
    }
  },
}

export default rule

function quarterOf({ plain }: Statement): string | undefined {
  return /第?([一二三四1-4])季度[^季]{0,30}$/u.exec(plain)?.[1]
}
