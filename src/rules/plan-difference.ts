import { compare, decimal, print, subtract } from '../money.ts'
import type { Item } from '../values/plan.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { show } from './shared/figures.ts'
import { figureOf, type Planned, plansOf } from './shared/plans.ts'
import { evidence } from './shared/states.ts'

/** What a plan says two sums differ by is their difference. */
const rule: Rule = {
  name: 'plan-difference',
  chapter: 'totals',
  severity: 'error',
  title: {
    zh: '所写的超出、结余或差额等于两笔金额之差',
    en: 'A stated excess, balance or difference is that of the two sums',
  },
  why: {
    zh: '差额与两笔金额对不上，三个数字中必有一个有误。请核对。',
    en: 'When the difference does not fit the two sums, one of the three figures is wrong. Check all of them.',
  },
  *checkProject(project, disclosure) {
    for (const planned of plansOf(project, disclosure)) {
      for (const [index, item] of planned.items.entries()) {
        const before = planned.items.slice(0, index).filter(({ role }) => role !== 'difference')
        if (item.role === 'difference' && before.length > 0) yield check(planned, item, before)
      }
    }
  },
}

export default rule

function check(planned: Planned, item: Item, before: Item[]): Result {
  const isDifference = before.some((a) => before.some((b) => isExact(a, b, item)))
  if (isDifference) return holds()
  // The sums that are part of no other one are those that can be compared.
  const whole = before.filter((one) => planned.roots.includes(one))
  const [first, second, ...others] = whole.sort((a, b) => b.value.yuan - a.value.yuan)
  if (!first || !second || others.length > 0) {
    return undetermined(
      `“${item.phrase}”是哪两笔金额之差不明确`,
      `it is not clear which two sums “${item.phrase}” compares`,
    )
  }
  const [larger, smaller, printed] = [first, second, item].map((one) => figureOf(planned, one))
  if (!larger || !smaller || !printed) return holds()
  const { unit } = printed
  const due = `${print(subtract(decimal(first.value.yuan), decimal(second.value.yuan)), unit)} ${unit}`
  return fails({
    message: {
      zh: `“${item.phrase}”，而 ${show(larger)} 与 ${show(smaller)} 相差 ${due}。`,
      en: `“${item.phrase}”, but ${show(larger)} and ${show(smaller)} differ by ${due}.`,
    },
    evidence: evidence(printed, larger, smaller),
    expected: due,
    formula: `${show(larger)} - ${show(smaller)} = ${due} ≠ ${show(printed)}`,
  })
}

function isExact(a: Item, b: Item, difference: Item): boolean {
  const due = subtract(decimal(a.value.yuan), decimal(b.value.yuan))
  return compare(due, decimal(difference.value.yuan)) === 0
}
