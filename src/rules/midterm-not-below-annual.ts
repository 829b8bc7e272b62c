import type { Sourced, Target } from '../model.ts'
import { normalise } from '../values/normalise.ts'
import { fails, holds, type Problem, type Result, type Rule, undetermined } from './rule.ts'
import { type Pair, pairsOf } from './shared/pairs.ts'
import { evidence, isRead } from './shared/states.ts'

/** No medium-term target is below the annual target of the same indicator. */
const rule: Rule = {
  name: 'midterm-not-below-annual',
  chapter: 'time',
  severity: 'error',
  title: {
    zh: '同一指标的中期指标值不低于年度指标值',
    en: 'No medium-term target is below the annual target of the same indicator',
  },
  why: {
    zh: '中期包含本年度，中期数量低于年度数量说明其中一侧填错。单价类标准两侧应相同。请核对两侧指标值。',
    en: 'The medium term includes the year, so it cannot ask for less; a rate is the same on both sides. Check both targets.',
  },
  *checkProject({ form }) {
    const pairing = form && pairsOf(form.indicators)
    for (const pair of [...(pairing?.pairs ?? []), ...(pairing?.moved ?? [])]) yield* check(pair)
  },
}

export default rule

type Rate = Extract<Target, { kind: 'rate' }>
type Count = Extract<Target, { kind: 'number' }>

function* check({ mediumTerm, annual }: Pair): Iterable<Result> {
  const [long, short] = [mediumTerm.target, annual.target]
  if (!isRead(long) || !isRead(short)) {
    const isMeasured = [long, short].some((target) => isRead(target) && ['number', 'rate'].includes(target.value.kind))
    if (isMeasured)
      yield undetermined(`“${annual.name?.text}”一侧的指标值缺失`, `“${annual.name?.text}” lacks a target on one side`)
    return
  }
  if (long.value.kind === 'rate' && short.value.kind === 'rate')
    yield* compareRates(long, short, long.value, short.value)
  if (long.value.kind === 'number' && short.value.kind === 'number')
    yield compareCounts(long, short, long.value, short.value)
}

function compareCounts(long: Sourced<Target>, short: Sourced<Target>, mediumTerm: Count, annual: Count): Result {
  if (unit(mediumTerm.unit) !== unit(annual.unit)) {
    return undetermined(
      `两侧单位不同（${mediumTerm.unit}、${annual.unit}）`,
      `the units differ (${mediumTerm.unit}, ${annual.unit})`,
    )
  }
  // A ceiling on a share may become stricter with the years.
  const isStricter = isCeiling(mediumTerm) && isShare(mediumTerm.unit)
  return mediumTerm.number >= annual.number || isStricter ? holds() : below(long, short)
}

function* compareRates(
  long: Sourced<Target>,
  short: Sourced<Target>,
  mediumTerm: Rate,
  annual: Rate,
): Iterable<Result> {
  if (unit(mediumTerm.unit) !== unit(annual.unit) || mediumTerm.per.join() !== annual.per.join()) return
  if (mediumTerm.number === annual.number) return yield holds()
  yield mediumTerm.number < annual.number ? below(long, short) : fails({ ...problem(long, short), severity: 'warning' })
}

function below(long: Sourced<Target>, short: Sourced<Target>): Result {
  return fails(problem(long, short))
}

function problem(long: Sourced<Target>, short: Sourced<Target>): Problem {
  return {
    message: {
      zh: `中期指标值为“${long.text}”，年度指标值为“${short.text}”。`,
      en: `The medium-term target is “${long.text}”, the annual target “${short.text}”.`,
    },
    evidence: evidence(long, short),
  }
}

function isCeiling({ comparison }: Count): boolean {
  return comparison === '≤' || comparison === '<'
}

function isShare(printed: string): boolean {
  return /^[%‰]$/u.test(printed)
}

function unit(printed: string): string {
  return normalise(printed).text
}
