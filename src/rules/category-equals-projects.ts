import { type Result, type Rule, undetermined } from './rule.ts'
import { budgetOf, withoutBudget } from './shared/budgets.ts'
import { account, type Figure, figures, settle } from './shared/figures.ts'
import { type Group, groupsOf, saysWithheld } from './shared/groups.ts'
import { rounding } from './shared/rounding.ts'
import { evidence, valueIn } from './shared/states.ts'

/** The sum the summary gives for a category against the budgets of its projects. */
const rule: Rule = {
  name: 'category-equals-projects',
  chapter: 'totals',
  severity: 'error',
  title: {
    zh: '分类金额等于该类各项目预算之和',
    en: 'The stated sum of a category equals the sum of the budgets of its projects',
  },
  why: {
    zh: '分类金额应由逐个公开的项目支撑。对不上时，或有项目漏列、金额写错，请逐项核对该类项目的预算。',
    en: 'A category is the sum of the projects published under it. When it is not, a project is missing or a figure is wrong: check the budgets one by one.',
  },
  basis: rounding,
  *checkDocument(disclosure) {
    const isWithheld = saysWithheld(disclosure)
    for (const group of groupsOf(disclosure)) {
      const [total] = figures([group.category.amount])
      yield total
        ? check(group, total, isWithheld)
        : undetermined(
            `${group.category.name.text}的金额未印出或无法识别`,
            `the sum of ${group.category.name.text} is not printed or cannot be read`,
          )
    }
  },
}

export default rule

function check({ category, projects }: Group, total: Figure, isWithheld: boolean): Result {
  const name = category.name.text
  if (!projects)
    return undetermined(`无法确定哪些项目属于${name}`, `it cannot be told which projects belong to ${name}`)
  const unknown = withoutBudget(projects)
  if (unknown) return undetermined(`项目 ${unknown} 的预算金额不明`, `the budget of project ${unknown} is not known`)
  const budgets = figures(projects.map(budgetOf))
  const sum = account(total, budgets)
  const isShort = projects.length < (valueIn(category.count) ?? 0) || isWithheld
  if (isShort && sum.verdict === 'mismatch' && sum.difference.digits > 0n) {
    return undetermined(`${name}的项目没有全部列出`, `not all projects of ${name} are listed`)
  }
  const message = {
    zh: `${name}合计为 ${sum.printed}，所列 ${projects.length} 个项目的预算相加为 ${sum.expected}，相差 ${sum.gap}。`,
    en: `${name} is stated as ${sum.printed}; the budgets of its ${projects.length} projects add up to ${sum.expected}, a difference of ${sum.gap}.`,
  }
  return settle(sum, message, evidence(total, ...budgets))
}
