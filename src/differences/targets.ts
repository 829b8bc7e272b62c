import type { Target } from '../model.ts'
import { type Decimal, decimal } from '../money.ts'
import { isSameUnit } from '../rules/shared/texts.ts'
import { amount } from '../values/amount.ts'
import { foldName } from '../values/normalise.ts'
import type { Growth } from './comparison.ts'
import { growthOf } from './growth.ts'

type Figure = Extract<Target, { kind: 'number' | 'rate' }>

/** The fiscal years of two sides, as far as they are known. */
export type Years = [before: number | undefined, after: number | undefined]

/** Whether two targets ask for the same; a deadline does that stayed, or moved with the fiscal year. */
export function isSameTarget(before: Target, after: Target, years: Years): boolean {
  if (isFigure(before) && isFigure(after) && before.kind === after.kind)
    return before.comparison === after.comparison && areComparable(before, after) && growth(before, after) === undefined
  if (before.kind === 'deadline' && after.kind === 'deadline')
    return bound(before) === bound(after) && isSameDay([before.by, after.by], years)
  return canonical(before) === canonical(after)
}

/** By how much a target grew, where both sides are figures of one unit. */
export function targetGrowth(before: Target | null | undefined, after: Target | null | undefined): Growth | undefined {
  if (!before || !after || !isFigure(before) || !isFigure(after) || before.kind !== after.kind) return undefined
  return areComparable(before, after) ? growth(before, after) : undefined
}

function isFigure(target: Target): target is Figure {
  return target.kind === 'number' || target.kind === 'rate'
}

// 9.9 万元 and 99000 元 are one unit of money.
function areComparable(before: Figure, after: Figure): boolean {
  const isOfOne = (before.kind === 'rate' ? perOf(before) : '') === (after.kind === 'rate' ? perOf(after) : '')
  return (
    isOfOne &&
    (isSameUnit(before.unit, after.unit) || (measured(before).unit === '元' && measured(after).unit === '元'))
  )
}

function growth(before: Figure, after: Figure): Growth | undefined {
  if (isSameUnit(before.unit, after.unit)) return grown(decimal(before.number), decimal(after.number), after.unit)
  const [from, to] = [measured(before), measured(after)]
  return grown(from.number, to.number, to.unit)
}

// The growth of a percentage is one of points.
function grown(before: Decimal, after: Decimal, unit: string): Growth | undefined {
  const growth = growthOf(before, after, unit)
  if (!growth || !/[%‰％]/u.test(unit)) return growth
  const { rate: _, ...points } = growth
  return points
}

function measured({ number, unit }: Figure): { number: Decimal; unit: string } {
  const money = /元$/u.test(unit) ? amount(`${number}${unit}`) : null
  return money ? { number: decimal(money.yuan), unit: '元' } : { number: decimal(number), unit }
}

function perOf({ per }: Extract<Target, { kind: 'rate' }>): string {
  return per.map(foldName).join('·')
}

type Deadline = Extract<Target, { kind: 'deadline' }>

function bound({ precision, bound }: Deadline): string {
  return `${precision} ${bound}`
}

function isSameDay([before, after]: [string, string], years: Years): boolean {
  return before === after || dayIn(before, years[0]) === dayIn(after, years[1])
}

// The date counted from the fiscal year, where that is known.
function dayIn(by: string, year: number | undefined): string {
  const [, printed, rest = ''] = /^(\d{4})(.*)$/u.exec(by) ?? []
  return year === undefined || printed === undefined ? by : `${Number(printed) - year}${rest}`
}

function canonical(target: Target): string {
  return JSON.stringify(target, (key, value) => {
    if (key === 'explicit') return undefined
    return typeof value === 'string' ? foldName(value) : value
  })
}
