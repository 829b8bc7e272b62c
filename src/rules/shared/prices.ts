import type { Comparison, Form, Indicator, Target } from '../../model.ts'
import { type Decimal, decimal, multiply } from '../../money.ts'
import { amount } from '../../values/amount.ts'
import type { Count } from '../../values/count.ts'
import { type Interval, interval } from '../../values/interval.ts'
import type { Item } from '../../values/plan.ts'
import { each } from '../../values/price.ts'
import { Known } from './known.ts'
import { isAlike, isGeneral, names, objectOf } from './objects.ts'
import type { Planned } from './plans.ts'
import { isRead } from './states.ts'

/** What one thing costs, by the plan itself or by a cost indicator. */
export interface Price {
  yuan: number
  text: string
  per: string[]
  comparison: Comparison
  indicator?: Indicator
}

/** The numbers that a price is taken times, as one number and as they are read. */
export interface Multiplier {
  number: number
  text: string
  counts: Count[]
}

/** The price that a plan states for an item in the same sentence. */
export function priceIn({ rate }: Item): Price | undefined {
  return rate && { yuan: rate.amount.yuan, text: rate.text, per: rate.per, comparison: '=' }
}

/** The prices that each cost indicator about an item sets; several where it is graded. */
export function pricesFor(item: Item, planned: Planned, { indicators }: Form): Price[][] {
  const costs = indicators.filter(({ horizon, dimension }) => horizon !== 'mediumTerm' && dimension?.value === 'cost')
  return costs.map((indicator) => pricesIn(indicator, item, planned)).filter((prices) => prices.length > 0)
}

/** How often an item takes a price, when all that the price is per is counted; a year is taken once. */
export function countFor(item: Item, { per }: Price): Multiplier | undefined {
  const things = per.filter((thing) => !thing.startsWith('年'))
  const found = things.map((thing) => item.counts.filter((count) => isCountOf(count, thing)))
  const own = found.flatMap(([count, ...others]) => (count && others.length === 0 ? [count] : []))
  if (own.length === 0 || own.length < things.length) return undefined
  const counts = [...groupsOf(item, own), ...own]
  return {
    number: counts.map(single).reduce((all, number) => all * number, 1),
    text: counts.map(print).join(' × '),
    counts,
  }
}

// 6 期，每期 60 人: the persons are counted anew in each of what else is counted.
function groupsOf({ counts, plain }: Item, own: Count[]): Count[] {
  const others = counts.filter((count) => count.unit !== '%' && !own.includes(count))
  const each = own.map(({ number, unit }) => `${number}${unit}`).join('|')
  const areGroups = others.every(({ unit }) => new RegExp(`每${unit}[一-鿿]{0,4}(?:${each})`, 'u').test(plain))
  return areGroups ? others : []
}

/** What an item should cost: number times price, and, where more is counted than the price is per or a share of it is taken, times that too. */
export function product(item: Item, price: Price): Decimal[] | undefined {
  const count = countFor(item, price)
  if (!count) return undefined
  const due = multiply(decimal(price.yuan), decimal(count.number))
  const others = item.counts.filter((one) => !count.counts.includes(one))
  const factors = others.map((one) => decimal(single(one)))
  const all = factors.reduce(multiply, due)
  return [due, ...factors.map((factor) => multiply(due, factor)), ...(factors.length > 1 ? [all] : [])]
}

/** Whether whole numbers of the prices, `count` in all, make an amount; not known when there is too much to try. */
export function combination(yuan: number, count: number, prices: number[]): boolean | undefined {
  if (prices.length > 3 || count > 2000 || !Number.isInteger(count)) return undefined
  const [total, first = 0, second = 0, third = second] = [yuan, ...prices].map((money) => Math.round(money * 100))
  for (let rest = 0; rest <= (prices.length > 2 ? count : 0); rest++) {
    const [left, number] = [(total ?? 0) - rest * third, count - rest]
    if (first === second ? left === number * first : isMix(left, number, first, second)) return true
  }
  return false
}

function isMix(total: number, count: number, first: number, second: number): boolean {
  const number = (total - count * second) / (first - second)
  return Number.isInteger(number) && number >= 0 && number <= count
}

function isCountOf({ unit }: Count, thing: string): boolean {
  return thing === each ? unit !== '%' : isAlike(unit.replace(scale, ''), thing)
}

// 36 万平方米 at a price per 平方米; 市级承担 50% takes a share of the price.
function single({ number, unit }: Count): number {
  const power = { '%': -2, 万: 4, 亿: 8 }[scale.exec(unit)?.[0] ?? ''] ?? 0
  return Number(`${number}e${power}`)
}

const scale = /^[万亿%]/u

function print({ number, unit }: Count): string {
  return `${number} ${unit}`
}

function pricesIn(indicator: Indicator, item: Item, planned: Planned): Price[] {
  const target = isRead(indicator.target) ? indicator.target.value : undefined
  if (target?.kind === 'rate') {
    const price = isAbout(indicator, item, planned, target.per) ? priceOf(target, indicator) : undefined
    return price ? [price] : []
  }
  return target?.kind === 'tiers' ? gradesFor(target.tiers, indicator, item, planned) : []
}

type Tier = Extract<Target, { kind: 'tiers' }>['tiers'][number]

// 批发:3万元/家 names the item; 200-500万元 the interval that the item is for; else the grades mix.
function gradesFor(tiers: Tier[], indicator: Indicator, item: Item, planned: Planned): Price[] {
  const named = tiers.filter((tier) => isGradeOf(tier, item))
  const isNamed = tiers.some((tier) => planned.items.some((other) => isGradeOf(tier, other)))
  const chosen = isNamed ? named : isAbout(indicator, item, planned, perOf(tiers)) ? tiers : []
  if (isNamed && named.length !== 1) return []
  const prices = chosen.flatMap(({ target }) => priceOf(target, indicator) ?? [])
  return prices.length === chosen.length ? prices : []
}

function perOf(tiers: Tier[]): string[] {
  return tiers.flatMap(({ target }) => (target.kind === 'rate' ? target.per : []))
}

function isGradeOf(tier: Tier, item: Item): boolean {
  const grade = intervalOf(tier, tier.when)
  if (!grade) return item.plain.includes(tier.when)
  const own = intervalOf(item, item.plain)
  return own !== null && own.low?.number === grade.low?.number && own.high?.number === grade.high?.number
}

// An indicator is about an item that names what it prices; one that names nothing is about the only item so counted.
function isAbout(indicator: Indicator, item: Item, planned: Planned, per: string[]): boolean {
  const object = objectOf(indicator)
  if (!isGeneral(object) && !names(item.plain, object)) return false
  const rivals = planned.items.filter((other) => other.parts.length === 0 && names(other.plain, object))
  if (!isGeneral(object)) return rivals.length === 1 && rivals[0] === item
  const counted = planned.items.filter(({ counts }) =>
    counts.some(({ unit }) => per.some((thing) => isAlike(thing, unit))),
  )
  return counted.length === 1 && counted[0] === item
}

// Every grade of every standard is held against every item.
const intervals = new Known<Item | Tier, Interval | null>()

function intervalOf(owner: Item | Tier, text: string): Interval | null {
  const known = intervals.get(owner)
  const found = known === undefined ? interval(text) : known
  intervals.set(owner, found)
  return found
}

function priceOf(target: Target, indicator: Indicator): Price | undefined {
  if (target.kind !== 'rate' && target.kind !== 'number') return undefined
  const yuan = amount(`${target.number}${target.unit}`)?.yuan
  const per = target.kind === 'rate' ? target.per : []
  if (yuan === undefined || !indicator.target) return undefined
  return {
    yuan,
    text: `${target.number}${target.unit}/${per.join('·')}`,
    per,
    comparison: target.comparison,
    indicator,
  }
}
