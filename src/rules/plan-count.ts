import type { Form } from '../model.ts'
import type { Item } from '../values/plan.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { isAlike } from './shared/objects.ts'
import { figureOf, type Planned, planOf } from './shared/plans.ts'
import { evidence, isRead } from './shared/states.ts'

/** The numbers of the items of a plan against the number it states for all of them. */
const rule: Rule = {
  name: 'plan-count',
  chapter: 'totals',
  severity: 'warning',
  title: {
    zh: '实施计划各项数量之和等于所写总数',
    en: 'The numbers of the items of a plan add up to the number stated for all',
  },
  why: {
    zh: '分项数量加不出总数，说明有对象漏列或重复计算。请核对各项数量。',
    en: 'When the numbers do not make the total, something was left out or counted twice. Check each number.',
  },
  *checkProject(project, disclosure) {
    const [planned, { form }] = [planOf(project, disclosure), project]
    if (!planned) return
    for (const sum of planned.sums) yield* check(planned, sum.parts, form, sum)
    if (planned.roots.length > 1) yield* check(planned, planned.roots, form, undefined)
  },
}

export default rule

function* check(planned: Planned, items: Item[], form: Form | undefined, total: Item | undefined): Iterable<Result> {
  const [first, ...others] = items.map(({ counts }) => counts.find(({ unit }) => unit !== '%'))
  if (!first || others.length === 0 || others.some((count) => count?.unit !== first.unit)) return
  const numbers = [first, ...others].flatMap((count) => (count ? [count.number] : []))
  const sum = numbers.reduce((all, number) => all + number, 0)
  const among = items[0]?.among
  const stated = [...(total?.counts ?? []), ...(among?.counts ?? [])].find(({ unit }) => unit === first.unit)
  const whole = total?.counts.length ? figureOf(planned, total) : among && { ...planned.printed, text: among.phrase }
  if (!stated || !whole) return yield against(sum, first.unit, form)
  if (stated.number === sum) return yield holds()
  if (!total?.counts.length && stock.test(whole.text)) return yield undetermined(...ofStock)
  const formula = `${numbers.join(' + ')} = ${sum} ≠ ${stated.number} ${first.unit}`
  yield fails({
    message: {
      zh: `实施计划写共 ${stated.number} ${first.unit}，各项相加为 ${sum} ${first.unit}。`,
      en: `The plan states ${stated.number} ${first.unit} in all; its items add up to ${sum} ${first.unit}.`,
    },
    evidence: evidence(whole, ...items.map((item) => figureOf(planned, item))),
    expected: `${sum} ${first.unit}`,
    formula,
  })
}

// 全市共有小区 120 个，其中改造 14 个: what there is, not what is planned.
const stock = /现有|共有|原有|全[省市县区镇乡]|辖区|在册|登记|累计|截[至止]/u
const ofStock = ['所写总数可能不是计划数', 'the number in front may not be of what is planned'] as const

// A target is no count of the items, but one that they reach confirms them.
function against(sum: number, unit: string, form: Form | undefined): Result {
  const isReached = (form?.indicators ?? []).some(({ horizon, target }) => {
    if (horizon === 'mediumTerm' || !isRead(target) || target.value.kind !== 'number') return false
    const { number, comparison } = target.value
    return isAlike(target.value.unit, unit) && (number === sum || (comparison === '≥' && number <= sum))
  })
  return isReached ? holds() : undetermined('没有写明各项的总数', 'no number is stated for all items')
}
