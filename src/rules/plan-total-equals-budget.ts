import type { Project } from '../model.ts'
import { balance, compare } from '../money.ts'
import type { Item } from '../values/plan.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { account, type Figure, figures } from './shared/figures.ts'
import { figureOf, type Planned, planOf, treeOf } from './shared/plans.ts'
import { rounding } from './shared/rounding.ts'
import { evidence, valueIn } from './shared/states.ts'

/** What a plan costs in all against the budget of the year. */
const rule: Rule = {
  name: 'plan-total-equals-budget',
  chapter: 'totals',
  severity: 'error',
  title: {
    zh: '实施计划测算的总额等于年度预算',
    en: 'The cost of the plan equals the budget of the year',
  },
  why: {
    zh: '预算按测算安排，两处不一致说明测算或预算有一处未更新。请核对实施计划的合计与年度资金总额。',
    en: 'The budget rests on the estimate. When they differ, one of the two was not updated: check the total of the plan and the annual total.',
  },
  basis: rounding,
  *checkProject(project, disclosure) {
    const planned = planOf(project, disclosure)
    const stated = [project.form?.funding.annual, project.narrative?.budget]
    if (!planned || stated.every((amount) => amount === undefined)) return
    const budgets = figures(stated)
    if (budgets.length === 0)
      yield undetermined('年度预算未填或无法识别', 'the budget of the year is empty or cannot be read')
    else yield check(project, planned, budgets)
  },
}

export default rule

function check(project: Project, planned: Planned, budgets: Figure[]): Result {
  const { roots, items } = planned
  // 超出 25.5 万元，由本年预算安排: what two sums differ by may be what is paid for.
  const differences = items.filter(({ role }) => role === 'difference')
  const lists = [roots, ...[...roots, ...differences].map((item) => [item])]
  if (budgets.some((budget) => lists.some((list) => isSum(planned, budget, list)))) return holds()
  const [stated, ...others] = roots.length === 1 ? roots : roots.filter(isTotal)
  if (isOfYears(project, planned)) return undetermined(...severalYears)
  if (roots.some(({ plain }) => partial.test(plain))) return undetermined(...onePart)
  const [budget] = budgets
  if (budget && stated && others.length === 0) return differs(planned, budget, [stated])
  // Amounts that no total closes are a sum only when they are one list.
  const isList = roots.length > 1 && (areNumbered(roots) || roots.slice(1).every(({ joint }) => joint.strength < 4))
  if (budget && isList && !stated) return { ...differs(planned, budget, roots), severity: 'warning' }
  return undetermined('实施计划写有几笔金额，没有合计', 'the plan states several amounts and no total')
}

function isSum(planned: Planned, budget: Figure, items: Item[]): boolean {
  const parts = items.map((item) => figureOf(planned, item))
  return balance(budget, parts).verdict !== 'mismatch'
}

// （一）…。（二）…。
function areNumbered([first, ...others]: Item[]): boolean {
  return others.every(({ joint }) => joint.style !== undefined && joint.style === first?.joint.style)
}

function isTotal({ mark, closed }: Item): boolean {
  return mark === 'total' || mark === 'whole' || closed === '合计'
}

const severalYears = ['实施计划的金额可能包括几个年度', 'the amounts of the plan may be for several years'] as const
const onePart = ['实施计划只写了部分款项', 'the plan states a part of the payments only'] as const

function isOfYears({ form }: Project, planned: Planned): boolean {
  const years = ofYears.test(planned.printed.text)
  const long = valueIn(form?.funding.mediumTerm)
  const annual = valueIn(form?.funding.annual)
  const isLong = long && long.yuan !== annual?.yuan && planned.roots.some(({ value }) => value.yuan === long.yuan)
  return years || isLong === true
}

const ofYears =
  /[三四五3-5]年|两年|分年度|各年度|20\d\d年?[-至到—]20\d\d年|中期|每(?:个?月|季度)[^,，。；]{0,8}\d[\d.]{0,9}\s?万?元/u
const partial = /首付|首期|尾款|预付|质保金|定金|部分/u

function differs(planned: Planned, budget: Figure, items: Item[]) {
  const parts = items.map((item) => figureOf(planned, item))
  const sum = account(budget, parts)
  const [first = budget, ...others] = parts
  const isAbove = compare(sum.difference, { digits: 0n, places: 0 }) < 0
  return fails({
    message: {
      zh: `实施计划的金额为 ${sum.expected}，年度预算为 ${sum.printed}，${isAbove ? '超出' : '少'} ${sum.gap}。`,
      en: `The plan costs ${sum.expected} and the budget of the year is ${sum.printed}: ${sum.gap} ${isAbove ? 'too much' : 'too little'}.`,
    },
    evidence: evidence(first, ...others, budget),
    expected: sum.printed,
    formula: `${items.map(treeOf).join(' + ')} ≠ ${sum.printed}`,
    difference: sum.gap,
  })
}
