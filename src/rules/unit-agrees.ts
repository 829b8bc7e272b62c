import type { Indicator, Message, Sourced, Target } from '../model.ts'
import { kindOfUnit } from '../values/count.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { goalsIn } from './shared/goals.ts'
import { nameOf, pairsOf } from './shared/pairs.ts'
import { evidence, isRead } from './shared/states.ts'
import { isSameUnit, plainOf } from './shared/texts.ts'

/** One thing is counted in one unit: in the objective, on both sides of a form, and in the name of the indicator. */
const rule: Rule = {
  name: 'unit-agrees',
  chapter: 'agreement',
  severity: 'info',
  title: {
    zh: '同一指标在各处使用同一计量单位',
    en: 'One indicator is counted in one unit everywhere',
  },
  why: {
    zh: '“家”与“家次”、“次数”与“人次”口径不同，完成情况无法核对。请统一计量单位。',
    en: 'A business and a visit to a business (家, 家次) are not the same, so results cannot be checked. Use one unit.',
  },
  *checkProject({ form }) {
    if (!form) return
    for (const { count, phrase, printed, rivals } of goalsIn(form)) {
      const set = rivals.find(({ target, likeness }) => likeness > 0 && target.value.number === count.number)
      if (set)
        yield compare(
          { text: phrase, source: printed.source },
          count.unit,
          set.target,
          set.target.value.unit,
          objective,
        )
    }
    for (const { mediumTerm, annual } of pairsOf(form.indicators)?.pairs ?? []) {
      const [long, short] = [counted(mediumTerm), counted(annual)]
      if (long && short) yield compare(long, long.value.unit, short, short.value.unit, sides)
    }
    // Both sides usually print one name.
    for (const [indicator] of Map.groupBy(form.indicators, nameOf).values()) {
      if (indicator) yield* againstName(indicator)
    }
  },
}

export default rule

type Count = Sourced<Target> & { value: Extract<Target, { kind: 'number' }> }
type Printed = Pick<Sourced<unknown>, 'text' | 'source'>

const objective = { zh: '总体目标与指标值', en: 'The objective and the target' }
const sides = { zh: '中期与年度指标值', en: 'The medium-term and the annual target' }

function counted({ target }: Indicator): Count | undefined {
  return isRead(target) && target.value.kind === 'number' ? { ...target, value: target.value } : undefined
}

function compare(first: Printed, one: string, second: Printed, other: string, where: Message): Result {
  if (isSameUnit(kindOfUnit(one), kindOfUnit(other))) return holds()
  return fails({
    message: {
      zh: `${where.zh}的单位不同：“${one}”和“${other}”。`,
      en: `${where.en} are counted in different units: ${one} and ${other}.`,
    },
    evidence: evidence(first, second),
  })
}

function* againstName(indicator: Indicator): Iterable<Result> {
  const [target, name] = [counted(indicator), plainOf(indicator.name)]
  const named = names.find(({ ending }) => ending.test(name))
  if (!target || !named) return
  if (!named.others.includes(target.value.unit)) return yield holds()
  yield fails({
    message: {
      zh: `“${name}”按“${target.value.unit}”计。`,
      en: `“${name}” is counted in ${target.value.unit}.`,
    },
    evidence: evidence(target, indicator.name),
  })
}

const names = [
  { ending: /(?<!人)次数$/u, others: ['人次', '人', '家', '名'] },
  { ending: /人数$/u, others: ['次', '人次', '家', '场'] },
  { ending: /场[次数]$/u, others: ['人次', '人', '家'] },
]
