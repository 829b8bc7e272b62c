import type { Evidence, Form } from '../model.ts'
import type { Count } from '../values/count.ts'
import type { Item } from '../values/plan.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { isAlike, stretchIn } from './shared/objects.ts'
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
  const whole = wholeOf(planned, items, total)
  const [stated, ...more] = whole?.counts.filter(({ unit }) => unit === first.unit) ?? []
  if (!whole || !stated) return yield against(sum, first.unit, form)
  if ([stated, ...more].some(({ number }) => number === sum)) return yield holds()
  if (more.length > 0 || isOfOthers(whole, stated, items)) return yield undetermined(...ofOthers)
  if (overlapping.test(planned.printed.text)) return yield undetermined(...ofGroups)
  const formula = `${numbers.join(' + ')} = ${sum} ≠ ${stated.number} ${first.unit}`
  yield fails({
    message: {
      zh: `实施计划写共 ${stated.number} ${first.unit}，各项相加为 ${sum} ${first.unit}。`,
      en: `The plan states ${stated.number} ${first.unit} in all; its items add up to ${sum} ${first.unit}.`,
    },
    evidence: evidence(whole.figure, ...items.map((item) => figureOf(planned, item))),
    expected: `${sum} ${first.unit}`,
    formula,
  })
}

/** What counts all items: their total, or what stands before 其中. */
interface Whole {
  figure: Evidence
  counts: Count[]
  /** What stands before 其中, in one spelling; nothing of a total. */
  ahead: string
}

function wholeOf(planned: Planned, [first]: Item[], total: Item | undefined): Whole | undefined {
  if (total && total.counts.length > 0) return { figure: figureOf(planned, total), counts: total.counts, ahead: '' }
  const among = first?.among
  return among && { figure: { ...planned.printed, text: among.phrase }, counts: among.counts, ahead: among.plain }
}

// 涉及 8 个街道，其中改造养老站 12 个 counts one thing in front and another behind; 家 and 人 count one kind of thing only.
function isOfOthers({ ahead }: Whole, { number, unit }: Count, items: Item[]): boolean {
  if (stock.test(ahead)) return true
  const thing = new RegExp(`${number}${unit}([一-鿿]{1,4})`, 'u').exec(ahead)?.[1] ?? ''
  const areNamed = items.some(({ plain }) => stretchIn(thing, plain) >= Math.min(thing.length, 2))
  return /^[个项处所座件次场]$/u.test(unit) && !areNamed
}

// 全市共有小区 120 个，其中改造 14 个: what there is, not what is planned.
const stock = /现有|共有|原有|全[省市县区镇乡]|辖区|在册|登记|累计|截[至止]/u
const ofOthers = ['所写总数可能不是计划数', 'the number in front may not be of what is planned'] as const

const overlapping = /同时(?:享受|接受|参[加与]|属于|符合)|重[复叠]|交叉/u
const ofGroups = ['各项的对象可能有重复', 'what the items count may overlap'] as const

// A target is no count of the items, but one that they reach confirms them.
function against(sum: number, unit: string, form: Form | undefined): Result {
  const isReached = (form?.indicators ?? []).some(({ horizon, target }) => {
    if (horizon === 'mediumTerm' || !isRead(target) || target.value.kind !== 'number') return false
    const { number, comparison } = target.value
    return isAlike(target.value.unit, unit) && (number === sum || (comparison === '≥' && number <= sum))
  })
  return isReached ? holds() : undetermined('没有写明各项的总数', 'no number is stated for all items')
}
