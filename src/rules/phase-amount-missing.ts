import type { Statement } from '../values/statement.ts'
import { fails, holds, type Rule } from './rule.ts'
import { plansOf } from './shared/plans.ts'
import { evidence } from './shared/states.ts'

/** A section on the budget of the year states an amount of that year. */
const rule: Rule = {
  name: 'phase-amount-missing',
  chapter: 'time',
  severity: 'warning',
  title: {
    zh: '“年度预算安排”写明本年度的金额',
    en: 'The section on the budget of the year states an amount of that year',
  },
  why: {
    zh: '只写总投资、累计数或往年安排，读者看不出今年花多少钱。请写明本年度预算，不安排的也请注明。',
    en: 'A total investment or sums of earlier years do not tell what this year costs. State the amount of the year, or that there is none.',
  },
  *checkProject(project, disclosure) {
    const { narrative } = project
    const stated = plansOf(project, disclosure).find(({ printed }) => printed.text === narrative?.budget?.text)
    if (!narrative?.budget || !stated || stated.items.length === 0) return
    if (/不再安排|未安排|不安排|无需安排/u.test(narrative.budget.text)) return yield holds()
    if (stated.items.some(isOfYear)) return yield holds()
    yield fails({
      message: {
        zh: `年度预算安排一节只有其他年度或累计的金额（${stated.items.map(({ text }) => text).join('、')}），没有本年度的金额。`,
        en: `The section on the budget of the year has only sums of other years or totals (${stated.items.map(({ text }) => text).join(', ')}).`,
      },
      evidence: evidence(narrative.budget),
    })
  },
}

export default rule

function isOfYear({ role }: Statement): boolean {
  return role !== 'reference'
}
