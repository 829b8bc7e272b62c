import type { Indicator } from '../../model.ts'
import { Known } from './known.ts'
import { similarity } from './names.ts'
import { foldedOf } from './texts.ts'

/** One indicator as it is set for the medium term and for the year. */
export interface Pair {
  mediumTerm: Indicator
  annual: Indicator
}

/** The two sides of a form, paired by level 2 and name, whatever their order. */
export interface Pairing {
  pairs: Pair[]
  /** Pairs of one name that stand under different level-2 labels. */
  moved: Pair[]
  /** Pairs under one level-2 label whose names differ by a few characters. */
  renamed: Pair[]
  /** Indicators that only one side has. */
  alone: Indicator[]
}

// Several rules ask for the same pairs.
const known = new Known<Indicator[], Pairing | undefined>()

/** Pair the indicators of the two sides of a form; nothing when the form has one side only. */
export function pairsOf(indicators: Indicator[]): Pairing | undefined {
  if (!known.has(indicators)) known.set(indicators, pairUp(indicators))
  return known.get(indicators)
}

function pairUp(indicators: Indicator[]): Pairing | undefined {
  const sides = {
    mediumTerm: indicators.filter(({ horizon, name }) => horizon === 'mediumTerm' && name),
    annual: indicators.filter(({ horizon, name }) => horizon === 'annual' && name),
  }
  if (sides.mediumTerm.length === 0 || sides.annual.length === 0) return undefined
  const same = match(sides.mediumTerm, sides.annual, (a) => `${a.dimension?.value} ${nameOf(a)}`)
  const moved = match(same.left, same.right, nameOf)
  const renamed = moved.left.flatMap((mediumTerm) => {
    const annual = moved.right.find((other) => isNear(mediumTerm, other))
    return annual ? [{ mediumTerm, annual }] : []
  })
  const taken = new Set(renamed.flatMap(({ mediumTerm, annual }) => [mediumTerm, annual]))
  const alone = [...moved.left, ...moved.right].filter((indicator) => !taken.has(indicator))
  return { pairs: same.pairs, moved: moved.pairs, renamed, alone }
}

/** The name of an indicator as it is compared with another. */
export function nameOf({ name }: Indicator): string {
  return foldedOf(name)
}

function isNear(a: Indicator, b: Indicator): boolean {
  return a.dimension?.value === b.dimension?.value && similarity(nameOf(a), nameOf(b)) >= 0.75
}

function match(left: Indicator[], right: Indicator[], key: (indicator: Indicator) => string) {
  const waiting = Map.groupBy(right, key)
  const pairs = left.flatMap((mediumTerm) => {
    const annual = waiting.get(key(mediumTerm))?.shift()
    return annual ? [{ mediumTerm, annual }] : []
  })
  const taken = new Set(pairs.flatMap(({ mediumTerm, annual }) => [mediumTerm, annual]))
  const rest = (indicator: Indicator) => !taken.has(indicator)
  return { pairs, left: left.filter(rest), right: right.filter(rest) }
}
