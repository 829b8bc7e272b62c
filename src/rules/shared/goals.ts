import type { Form, Indicator, Message, Sourced, Target } from '../../model.ts'
import { type Count, findCounts } from '../../values/count.ts'
import type { Found } from '../../values/found.ts'
import { Known } from './known.ts'
import { abbreviates } from './names.ts'
import { isAlike, likenessIn, objectOf, stretchIn } from './objects.ts'
import { isRead } from './states.ts'
import { copyOf, plainOf } from './texts.ts'

/** A number in the text of an objective, with the indicators that may set it, the likeliest first. */
export interface Goal {
  count: Count
  /** The clause with the number, as printed. */
  phrase: string
  /** What stands before the number in its clause, in one spelling. */
  before: string
  printed: Sourced<string>
  side: Message
  rivals: Rival[]
  /** Whether the objective has a number for every indicator that counts things, and one of each with this unit. */
  isLone: boolean
}

/** An indicator that counts in the same unit as a goal. */
export interface Rival {
  indicator: Indicator
  target: Sourced<Target> & { value: Counted }
  /** How much of its name stands around the number, from 0 to 1, and the longest stretch of it. */
  likeness: number
  stretch: number
}

type Counted = Extract<Target, { kind: 'number' }>

// Several rules ask for the goals of one form.
const known = new Known<Form, Goal[]>()

/** The numbers in the objectives of a form, each side against its own indicators. */
export function goalsIn(form: Form): Goal[] {
  const goals = known.get(form) ?? sides.flatMap(({ horizon, field, side }) => goalsOf(form, horizon, field, side))
  known.set(form, goals)
  return goals
}

// No objective is as long as a book.
const longest = 10_000

const sides = [
  { horizon: 'mediumTerm', field: 'mediumTermObjective', side: { zh: '中期', en: 'medium-term' } },
  { horizon: 'annual', field: 'annualObjective', side: { zh: '年度', en: 'annual' } },
] as const

function goalsOf(
  form: Form,
  horizon: Indicator['horizon'],
  field: (typeof sides)[number]['field'],
  side: Message,
): Goal[] {
  const printed = form[field]
  const rivals = form.indicators.filter((one) => one.horizon === horizon).flatMap(toRival)
  if (!isRead(printed) || rivals.length === 0 || printed.text.length > longest) return []
  const copy = copyOf(printed)
  const counts = findCounts(copy.text)
  const units = rivals.flatMap(({ indicator, target }) =>
    isQuantity(indicator, target.value) ? [target.value.unit] : [],
  )
  const isWhole = counts.filter(({ value }) => value.unit !== '%').length === units.length
  return counts.map((found, index): Goal => {
    const [from, to] = [
      clauseStart(copy.text, found, counts[index - 1]),
      clauseEnd(copy.text, found, counts[index + 1]),
    ]
    const [before, behind] = [copy.text.slice(from, found.start), copy.text.slice(found.end, to)]
    const phrase = printed.text.slice(copy.at[from] ?? 0, copy.ends[to - 1] ?? 0)
    const [stated, set] = [counts.map(({ value }) => value.unit), units].map((all) =>
      all.filter((unit) => isAlike(unit, found.value.unit)),
    )
    const isLone = isWhole && stated?.length === 1 && set?.length === 1
    const near = found.value.unit === '%' ? before : before + behind
    const weighed = rivals
      .filter(({ target }) => isAlike(target.value.unit, found.value.unit))
      .map((rival) => weigh(rival, near))
    return { count: found.value, phrase, before, printed, side, isLone, rivals: weighed.sort(byLikeness) }
  })
}

function toRival(indicator: Indicator): Rival[] {
  const { target } = indicator
  if (!isRead(target) || target.value.kind !== 'number') return []
  return [{ indicator, target: { ...target, value: target.value }, likeness: 0, stretch: 0 }]
}

function isQuantity({ dimension }: Indicator, { unit }: Counted): boolean {
  return dimension?.value === 'quantity' && unit !== '%'
}

// A share is named by its measure, 合格率; a number by what is counted.
function weigh(rival: Rival, near: string): Rival {
  const isShare = rival.target.value.unit === '%'
  const name = isShare ? plainOf(rival.indicator.name) : objectOf(rival.indicator)
  const end = near.lastIndexOf(name.slice(-3)) + 3
  const isNamed = !isShare || end > 2
  // 康复有效率 is short for 康复训练有效率.
  if (isShare && isNamed && abbreviates(near.slice(0, end), name))
    return { ...rival, likeness: 1, stretch: name.length }
  return isNamed ? { ...rival, likeness: likenessIn(name, near), stretch: stretchIn(name, near) } : rival
}

function byLikeness(a: Rival, b: Rival): number {
  return b.likeness - a.likeness || b.stretch - a.stretch
}

function clauseStart(plain: string, { start }: Found<Count>, previous: Found<Count> | undefined): number {
  const from = previous?.end ?? 0
  const cut = Math.max(...[...',;。:\n'].map((mark) => plain.lastIndexOf(mark, start - 1)))
  return Math.max(from, cut + 1)
}

function clauseEnd(plain: string, { end }: Found<Count>, next: Found<Count> | undefined): number {
  const length = plain.slice(end, next?.start).search(/[,;。:\n]/u)
  return length < 0 ? (next?.start ?? plain.length) : end + length
}
