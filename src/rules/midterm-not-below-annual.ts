import type { Sourced, Target } from '../model.ts'
import { fails, holds, type Problem, type Result, type Rule, undetermined } from './rule.ts'
import { type Pair, pairsOf } from './shared/pairs.ts'
import { evidence, isRead } from './shared/states.ts'
import { isSameUnit } from './shared/texts.ts'

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

/** The targets of one indicator for the medium term and for the year, both readable. */
interface Targets {
  name: string
  long: Sourced<Target>
  short: Sourced<Target>
}

function* check({ mediumTerm, annual }: Pair): Iterable<Result> {
  const [long, short, name] = [mediumTerm.target, annual.target, annual.name?.text ?? '']
  if (!isRead(long) || !isRead(short)) {
    const isMeasured = [long, short].some((target) => isRead(target) && ['number', 'rate'].includes(target.value.kind))
    if (isMeasured) yield undetermined(`“${name}”一侧的指标值缺失`, `“${name}” lacks a target on one side`)
    return
  }
  const targets = { name, long, short }
  if (long.value.kind === 'rate' && short.value.kind === 'rate') yield* compareRates(targets, long.value, short.value)
  if (long.value.kind === 'number' && short.value.kind === 'number')
    yield compareCounts(targets, long.value, short.value)
}

function compareCounts(targets: Targets, mediumTerm: Count, annual: Count): Result {
  const [long, short] = [mediumTerm.unit, annual.unit]
  if (!isSameUnit(long, short)) {
    const { name } = targets
    return undetermined(`“${name}”两侧单位不同（${long}、${short}）`, `“${name}” is counted in ${long} and in ${short}`)
  }
  // A ceiling on a share may become stricter with the years.
  const isStricter = isCeiling(mediumTerm) && isShare(mediumTerm.unit)
  return mediumTerm.number >= annual.number || isStricter ? holds() : fails(below(targets))
}

function* compareRates(targets: Targets, mediumTerm: Rate, annual: Rate): Iterable<Result> {
  if (!isSameUnit(mediumTerm.unit, annual.unit) || mediumTerm.per.join() !== annual.per.join()) return
  if (mediumTerm.number === annual.number) return yield holds()
  if (mediumTerm.number < annual.number) return yield fails(below(targets))
  // A rate is no sum over years, so it should be the same on both sides.
  yield fails({ ...problem(targets, '不同于', 'unlike'), severity: 'warning' })
}

function below(targets: Targets): Problem {
  return problem(targets, '低于', 'below')
}

function problem({ name, long, short }: Targets, zh: string, en: string): Problem {
  return {
    message: {
      zh: `“${name}”的中期指标值“${long.text}”${zh}年度指标值“${short.text}”。`,
      en: `“${name}”: the medium-term target “${long.text}” is ${en} the annual target “${short.text}”.`,
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
