import type { Amount, Form, Indicator, Project, Sourced, Target } from '../model.ts'
import { amount } from '../values/amount.ts'
import { holds, type Result, type Rule, undetermined } from './rule.ts'
import { account, type Figure, figures, settle } from './shared/figures.ts'
import { evidence, isRead } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** What cost indicators allow in all is not above the budget. */
const rule: Rule = {
  name: 'cost-indicator-equals-budget',
  chapter: 'agreement',
  severity: 'error',
  title: {
    zh: '总额类成本指标不超过预算',
    en: 'A cost indicator for a sum is not above the budget',
  },
  why: {
    zh: '成本指标高于预算，等于允许超预算；总成本低于预算，则有资金没有成本目标。请按批复的预算更正。',
    en: 'A cost target above the budget permits overspending; a total below it leaves money without a target. Correct it after the approved budget.',
  },
  *checkProject(project) {
    for (const indicator of project.form?.indicators ?? []) {
      const cost = sumIn(indicator)
      const budget = cost && budgetFor(indicator, project)
      if (cost && budget) yield check(indicator, cost, budget)
    }
  },
}

export default rule

type Sum = Sourced<Target> & { value: Target }

function sumIn({ dimension, category, target, name }: Indicator): Sum | undefined {
  const isCost = dimension?.value === 'cost' || (!dimension && category?.value === 'cost')
  if (!isCost || !isRead(target) || target.value.kind !== 'number' || !/元$|万$/u.test(target.value.unit))
    return undefined
  // A floor is what is gained or saved; 人均, 单位 and 标准 price one thing; an investment is that of all years and sources.
  const isOther = /人均|户均|单位|单价|标准|每|次均|日均|节约|收入|产值|效益|投资/u.test(plainOf(name))
  return isOther || /[≥>]/u.test(target.value.comparison) ? undefined : target
}

function budgetFor({ horizon }: Indicator, { form, narrative }: Project): Sourced<Amount>[] | undefined {
  const stated = horizon === 'annual' ? [form?.funding.annual, narrative?.budget] : sumsOf(form, horizon)
  const budgets = stated.filter((one) => one !== undefined)
  return budgets.length > 0 ? budgets : undefined
}

// What several years cost is not held against the budget of one.
function sumsOf(form: Form | undefined, horizon: Indicator['horizon']): (Sourced<Amount> | undefined)[] {
  const { mediumTerm, annual } = form?.funding ?? {}
  const isOneYear = form?.nature?.value === 'one-off' || form?.term?.value?.years === 1
  return [mediumTerm ?? (horizon === 'total' || isOneYear ? annual : undefined)]
}

function check(indicator: Indicator, target: Sum, stated: Sourced<Amount>[]): Result {
  const [budget, other] = figures(stated)
  const [cost] = figures([{ ...target, value: money(target.value) }])
  if (!budget) return undetermined('预算金额未填或无法识别', 'the budget is empty or cannot be read')
  if (!cost) return undetermined(`“${target.text}”无法识别为金额`, `“${target.text}” cannot be read as an amount`)
  const sum = account(cost, [budget])
  if (sum.verdict !== 'mismatch' || (other && account(cost, [other]).verdict !== 'mismatch')) return holds()
  const isAbove = sum.difference.digits > 0n
  const isTotal = /总/u.test(plainOf(indicator.name))
  if (!isAbove && !isTotal) return holds()
  const message = {
    zh: `成本指标“${indicator.name?.text ?? ''}”为 ${sum.printed}，预算为 ${sum.expected}，${isAbove ? '超出' : '少'} ${sum.gap}。`,
    en: `The cost indicator “${indicator.name?.text ?? ''}” is ${sum.printed} and the budget ${sum.expected}: ${sum.gap} ${isAbove ? 'too much' : 'too little'}.`,
  }
  const problem = {
    message,
    evidence: places(cost, budget, indicator),
    expected: sum.expected,
    formula: sum.formula,
    difference: sum.gap,
  }
  return isAbove ? settle(sum, message, problem.evidence) : holds(problem)
}

function places(cost: Figure, budget: Figure, { name }: Indicator) {
  return evidence(cost, name, budget)
}

function money(target: Target): Amount | null {
  return target.kind === 'number' ? amount(`${target.number}${target.unit}`) : null
}
