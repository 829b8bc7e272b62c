import type { Message } from '../model.ts'
import { type Rule, undetermined } from './rule.ts'
import { budgetOf, withoutBudget } from './shared/budgets.ts'
import { type Account, account, figures, settle } from './shared/figures.ts'
import { saysWithheld } from './shared/groups.ts'
import { rounding } from './shared/rounding.ts'
import { evidence, valueIn } from './shared/states.ts'

/** The total in the summary sentence against the budgets of all projects. */
const rule: Rule = {
  name: 'total-equals-projects',
  chapter: 'totals',
  severity: 'error',
  title: {
    zh: '预算总额等于全部项目预算之和',
    en: 'The stated total equals the sum of the budgets of all projects',
  },
  why: {
    zh: '总额应由逐个公开的项目支撑。对不上时，或有项目漏列、金额写错，请逐项核对。',
    en: 'The total is the sum of the projects published below it. When it is not, a project is missing or a figure is wrong: check the budgets one by one.',
  },
  basis: rounding,
  *checkDocument(disclosure) {
    const { summary, projects } = disclosure
    if (!summary?.total || projects.length === 0) return
    const [total] = figures([summary.total])
    if (!total) return yield undetermined('预算总额无法识别', 'the total cannot be read')
    const unknown = withoutBudget(projects)
    if (unknown)
      return yield undetermined(`项目 ${unknown} 的预算金额不明`, `the budget of project ${unknown} is not known`)
    const budgets = figures(projects.map(budgetOf))
    const sum = account(total, budgets)
    const stated = summary.categories.reduce((count, category) => count + (valueIn(category.count) ?? 0), 0)
    const isShort = projects.length < stated || saysWithheld(disclosure)
    if (isShort && sum.verdict === 'mismatch' && sum.difference.digits > 0n) {
      return yield undetermined('项目没有全部列出', 'not all projects are listed')
    }
    yield settle(sum, messageOf(sum, projects.length), evidence(total, ...budgets))
  },
}

export default rule

function messageOf(sum: Account, count: number): Message {
  return {
    zh: `预算总额为 ${sum.printed}，所列 ${count} 个项目的预算相加为 ${sum.expected}，相差 ${sum.gap}。`,
    en: `The total is ${sum.printed}; the budgets of the ${count} projects add up to ${sum.expected}, a difference of ${sum.gap}.`,
  }
}
