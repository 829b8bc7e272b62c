import type { Indicator, Sourced, Target } from '../model.ts'
import { compare, decimal } from '../money.ts'
import type { Item } from '../values/plan.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { isAlike, isGeneral, names, objectOf } from './shared/objects.ts'
import { figureOf, type Planned, planOf } from './shared/plans.ts'
import { priceIn, product } from './shared/prices.ts'
import { evidence, isRead } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** What the plan pays for is not less than what the quantity indicators ask for. */
const rule: Rule = {
  name: 'target-against-plan',
  chapter: 'agreement',
  severity: 'error',
  title: {
    zh: '实施计划安排的数量不少于数量指标值',
    en: 'A plan pays for no less than the quantity indicators ask for',
  },
  why: {
    zh: '计划安排的数量低于指标值，目标从一开始就无法完成；指标值不到计划的七成，则目标偏低。请核对两处数量。',
    en: 'A target above what the plan pays for cannot be met; one far below is too easy. Check both numbers.',
  },
  *checkProject(project, disclosure) {
    const planned = planOf(project, disclosure)
    const targets = (project.form?.indicators ?? []).filter(isCounted)
    for (const indicator of targets) {
      const items = planned ? itemsFor(indicator, planned, targets) : []
      if (planned && items.length > 0) yield check(indicator, planned, items)
    }
  },
}

export default rule

type Count = Extract<Target, { kind: 'number' }>
type Counted = Indicator & { target: Sourced<Target> & { value: Count } }

function isCounted(indicator: Indicator): indicator is Counted {
  const { horizon, dimension, target } = indicator
  if (horizon === 'mediumTerm' || dimension?.value !== 'quantity' || !isRead(target)) return false
  return (
    target.value.kind === 'number' && ['≥', '>', '='].includes(target.value.comparison) && target.value.unit !== '%'
  )
}

// The items that name what is counted; all that are so counted where the indicator names no kind of them.
function itemsFor(indicator: Counted, { items }: Planned, targets: Counted[]): Item[] {
  const object = objectOf(indicator)
  const { unit } = indicator.target.value
  const counted = items.filter(
    (item) => item.role === 'sum' && numberIn(item.counts, unit) !== undefined && isDone(indicator, item),
  )
  const rivals = targets.filter(({ target }) => isAlike(target.value.unit, unit))
  if (isGeneral(object)) return rivals.length === 1 ? counted : []
  const named = counted.filter(({ plain }) => names(plain, object))
  if (named.length === 0 && rivals.length === 1 && isParted(counted, unit)) return counted
  // Where a plan lists several costs, one that counts alike may count something else: 场地费：2场×1.5万元.
  const isAlone = counted.length === 1 && rivals.length === 1 && items.every((item) => !isOther(item, counted))
  return named.length === 0 && isAlone ? counted : named
}

// 检查养老机构 40 家 is other work than 补助养老机构 10 家.
function isDone({ name }: Counted, { plain, among }: Item): boolean {
  const [act] = acts.exec(plainOf(name)) ?? []
  return act === undefined || plain.includes(act) || among?.plain.includes(act) === true
}

// What is done for things, and not paid for by the thing.
const acts = /走访|检查|督查|巡查|抽查|服务|接待|受理|评审|审核|监测|调查|调研|宣传|指导|覆盖|惠及|参与|发布|形成/u

// 奖励企业 25 户，其中…10 户，…15 户: the items are of one whole, which is counted in that unit.
function isParted([first]: Item[], unit: string): boolean {
  return first?.among?.counts.some((count) => isSame(count.unit, unit)) ?? false
}

function isOther(item: Item, counted: Item[]): boolean {
  return item.role === 'sum' && item.parts.length === 0 && !counted.includes(item)
}

function numberIn(counts: Item['counts'], unit: string): number | undefined {
  const [count, ...others] = counts.filter((one) => one.unit === unit || isSame(one.unit, unit))
  return others.length === 0 ? count?.number : undefined
}

function isSame(a: string, b: string): boolean {
  return isAlike(a, b) && a.endsWith('次') === b.endsWith('次')
}

function check({ target, name }: Counted, planned: Planned, items: Item[]): Result {
  const { number, unit } = target.value
  const counts = items.map(({ counts }) => numberIn(counts, unit) ?? 0)
  const sum = counts.reduce((total, count) => total + count, 0)
  const places = evidence(target, name, ...items.map((item) => figureOf(planned, item)))
  const formula = `${counts.join(' + ')}${counts.length > 1 ? ` = ${sum}` : ''} ${unit}`
  const told = { evidence: places, formula: `${formula} ${sum < number ? '<' : '≥'} ${number} ${unit}` }
  if (sum < number && items.some(isDoubtful)) {
    return undetermined('计划中的数量与金额不符', 'a number in the plan does not fit its amount')
  }
  if (sum < number) {
    const zh = `指标值“${target.text}”高于实施计划安排的 ${sum} ${unit}。`
    const en = `The target “${target.text}” is above what the plan pays for, ${sum} ${unit}.`
    return fails({ message: { zh, en }, ...told, expected: `≤ ${sum} ${unit}` })
  }
  if (number >= sum * easy || target.value.comparison === '=') return holds()
  const share = Math.round((number / sum) * 100)
  return holds({
    message: {
      zh: `指标值“${target.text}”只有实施计划安排数量（${sum} ${unit}）的 ${share}%，目标偏低。`,
      en: `The target “${target.text}” is only ${share} % of what the plan pays for (${sum} ${unit}): it is easily met.`,
    },
    ...told,
  })
}

// The share of the plan below which a target is easily met.
const easy = 0.7

function isDoubtful(item: Item): boolean {
  const price = priceIn(item)
  const due = price && product(item, price)
  return due?.every((amount) => compare(amount, decimal(item.value.yuan)) !== 0) ?? false
}
