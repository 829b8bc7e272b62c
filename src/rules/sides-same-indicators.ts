import type { Indicator } from '../model.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { isHalfLost } from './shared/losses.ts'
import { pairsOf } from './shared/pairs.ts'
import { evidence } from './shared/states.ts'

/** Both sides of a form hold the same indicators, in whatever order. */
const rule: Rule = {
  name: 'sides-same-indicators',
  chapter: 'time',
  severity: 'warning',
  title: {
    zh: '中期目标与年度目标的指标相同（不论次序）',
    en: 'The medium-term and the annual side hold the same indicators',
  },
  why: {
    zh: '年度目标是中期目标的分解，一侧有、另一侧没有的指标无法衔接考核。请补填缺少的一侧；年度工作确有不同的，可予保留。',
    en: 'The annual objective is a part of the medium-term one; an indicator on one side only cannot be followed up. Add it, unless the work of the year really differs.',
  },
  *checkProject({ form }, disclosure) {
    const pairing = form && pairsOf(form.indicators)
    if (!form || !pairing) return
    for (const _ of pairing.pairs) yield holds()
    for (const { mediumTerm, annual } of pairing.moved) yield moved(mediumTerm, annual)
    for (const { mediumTerm, annual } of pairing.renamed) yield* renamed(mediumTerm, annual)
    for (const indicator of pairing.alone) {
      yield isHalfLost(indicator, form.indicators, disclosure)
        ? undetermined(
            `表中有内容丢失，无法确定另一侧是否有“${indicator.name?.text}”`,
            `parts of the table were lost; “${indicator.name?.text}” may have stood on the other side`,
          )
        : alone(indicator, form.indicators)
    }
  },
}

export default rule

function moved(mediumTerm: Indicator, annual: Indicator): Result {
  const [name, long, short] = [annual.name, mediumTerm.dimension, annual.dimension]
  if (!name || !long || !short || long.repaired || short.repaired) {
    return undetermined('二级指标的位置不确定', 'it is not certain which level-2 label a row belongs to')
  }
  return fails({
    message: {
      zh: `“${name.text}”在中期目标中属于“${long.text}”，在年度目标中属于“${short.text}”。`,
      en: `“${name.text}” stands under “${long.text}” for the medium term and under “${short.text}” for the year.`,
    },
    evidence: evidence(name, short, long),
  })
}

function* renamed({ name: long }: Indicator, { name: short }: Indicator): Iterable<Result> {
  if (!long || !short) return
  yield fails({
    message: {
      zh: `中期目标为“${long.text}”，年度目标为“${short.text}”，名称不一致。`,
      en: `The medium-term side says “${long.text}”, the annual side “${short.text}”.`,
    },
    evidence: evidence(short, long),
  })
}

function alone({ horizon, name, dimension, target }: Indicator, others: Indicator[]): Result {
  if (!name) return holds()
  const [here, there] = horizon === 'annual' ? [year, term] : [term, year]
  // Where it was looked: what the other side has under the same label, else its first indicator.
  const opposite = others.filter((other) => other.horizon !== horizon)
  const near = opposite.filter((other) => other.dimension?.value === dimension?.value)
  return fails({
    message: {
      zh: `${here.zh}有“${name.text}”，${there.zh}没有。`,
      en: `“${name.text}” stands on the ${here.en} side and not on the ${there.en} side.`,
    },
    evidence: evidence(name, target, ...(near.length > 0 ? near : opposite.slice(0, 1)).map((other) => other.name)),
  })
}

const year = { zh: '年度目标', en: 'annual' }
const term = { zh: '中期目标', en: 'medium-term' }
