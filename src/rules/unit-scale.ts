import type { Amount, Evidence, Message, Project, Sourced } from '../model.ts'
import { add, compare, decimal, multiply } from '../money.ts'
import { type Disclosure, fails, holds, type Result, type Rule } from './rule.ts'
import { budgetOf } from './shared/budgets.ts'
import { type Figure, figures, show } from './shared/figures.ts'
import { evidence, isRead } from './shared/states.ts'

/** Two places for one amount do not differ by a power of ten. */
const rule: Rule = {
  name: 'unit-scale',
  chapter: 'agreement',
  severity: 'warning',
  title: {
    zh: '同一金额的两处数字没有相差十、百、千、万倍',
    en: 'Two figures for one amount do not differ by a power of ten',
  },
  why: {
    zh: '正好相差一万倍多为“元”“万元”用错，相差十倍多为小数点错位。请核对单位。',
    en: 'A factor of exactly 10 000 is usually 元 for 万元, one of 10 a misplaced point. Check the unit.',
  },
  *checkDocument({ summary, projects }: Disclosure) {
    const [total] = figures([summary?.total])
    const budgets = figures(projects.map(budgetOf))
    if (!total || budgets.length === 0 || budgets.length < projects.length) return
    const sum = add(budgets.map(({ amount }) => decimal(amount.yuan)))
    const factor = factors.find((one) => isMultiple(decimal(total.amount.yuan), sum, one))
    yield factor === undefined
      ? holds()
      : scaled(total, budgets, factor, { zh: '总额与各项目之和', en: 'The total and the sum of the projects' })
  },
  *checkProject({ narrative, form }: Project) {
    yield* check(narrative?.budget, form?.funding.annual, {
      zh: '文字说明与表中的预算',
      en: 'The budget in the narrative and in the form',
    })
    const cost = form?.indicators.find(
      ({ horizon, dimension, name }) =>
        horizon !== 'mediumTerm' && dimension?.value === 'cost' && /总成本|总费用|总额/u.test(name?.text ?? ''),
    )?.target
    const money = isRead(cost) && cost.value.kind === 'number' ? yuanOf(cost.value) : undefined
    if (cost && money)
      yield* check({ ...cost, value: money }, form?.funding.annual, {
        zh: '总成本指标与预算',
        en: 'The total cost indicator and the budget',
      })
  },
}

export default rule

const factors = [10_000, 1000, 100, 10]

function yuanOf({ number, unit }: { number: number; unit: string }): Amount | undefined {
  if (unit === '万元') return { yuan: Number(`${number}e4`), step: 100 }
  return unit === '元' ? { yuan: number, step: 1 } : undefined
}

function* check(
  first: Sourced<Amount> | undefined,
  second: Sourced<Amount> | undefined,
  what: Message,
): Iterable<Result> {
  const [one, other, ...none] = figures([first, second])
  if (!one || !other || none.length > 0 || one.amount.yuan === 0 || other.amount.yuan === 0) return
  const [a, b] = [decimal(one.amount.yuan), decimal(other.amount.yuan)]
  const factor = factors.find((scale) => isMultiple(a, b, scale) || isMultiple(b, a, scale))
  yield factor === undefined ? holds() : scaled(one, [other], factor, what)
}

function isMultiple(a: ReturnType<typeof decimal>, b: ReturnType<typeof decimal>, factor: number): boolean {
  return compare(multiply(b, decimal(factor)), a) === 0
}

function scaled(first: Figure, others: Figure[], factor: number, what: Message): Result {
  const [other = first] = others
  const places: Evidence[] = others
  return fails({
    message: {
      zh: `${what.zh}正好相差 ${factor} 倍（${show(first)}），请核对单位。`,
      en: `${what.en} differ by a factor of exactly ${factor} (${show(first)}): check the unit.`,
    },
    evidence: evidence(first, ...places),
    formula: others.length === 1 ? `${show(first)} : ${show(other)} = ${factor}` : `${show(first)} : ${factor}`,
  })
}
