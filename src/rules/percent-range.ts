import type { Indicator, Sourced, Target } from '../model.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { evidence, isRead } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** A share of a whole lies between 0 and 100 percent. */
const rule: Rule = {
  name: 'percent-range',
  chapter: 'indicators',
  severity: 'error',
  title: {
    zh: '占整体比例的指标值在 0 至 100% 之间',
    en: 'A rate of a whole lies between 0 and 100 percent',
  },
  why: {
    zh: '满意度、合格率、覆盖率等不可能超过 100%。请核对数字和单位；增长率、完成率、周转率不受此限。',
    en: 'Satisfaction, pass rates or coverage cannot exceed 100 percent. Check figure and unit; rates of growth, completion and turnover may exceed it.',
  },
  *checkProject({ form }) {
    for (const indicator of form?.indicators ?? []) {
      for (const target of [indicator.target, indicator.actual]) if (isRead(target)) yield* check(indicator, target)
    }
  },
}

export default rule

function* check(indicator: Indicator, target: Sourced<Target> & { value: Target }): Iterable<Result> {
  const shares = sharesOf(target.value)
  if (shares.length === 0) return
  if (shares.every((share) => share >= 0 && share <= 100)) return yield holds()
  const name = plainOf(indicator.name)
  if (mayExceed.test(head(name))) return yield holds()
  if (!ofWhole.test(name) && indicator.dimension?.value !== 'beneficiary') {
    return yield undetermined(
      `无法确定“${name}”是否为占整体的比例`,
      `it cannot be told whether “${name}” is a rate of a whole`,
    )
  }
  yield fails({
    message: {
      zh: `“${name}”的值为“${target.text}”，应在 0 至 100% 之间。`,
      en: `“${name}” has the value “${target.text}”; a rate of a whole lies between 0 and 100 %.`,
    },
    evidence: evidence(target, indicator.name),
    expected: '0-100 %',
  })
}

function sharesOf(target: Target): number[] {
  if (target.kind === 'range') return [target.from, target.to].flatMap((number) => percent(number, target.unit))
  if (target.kind === 'number') return percent(target.number, target.unit)
  return target.kind === 'tiers' ? target.tiers.flatMap((tier) => sharesOf(tier.target)) : []
}

function percent(number: number, unit: string): number[] {
  if (unit === '%' || unit === '％') return [number]
  return unit === '‰' ? [number / 10] : []
}

// What a rate measures stands right before 率 or 度: 服务提升满意度 is a satisfaction, 满意度提升率 a growth.
function head(name: string): string {
  return /[率度比例]$/u.test(name) ? name.slice(-5) : name
}

const mayExceed =
  /增长|增幅|增速|增加|增值|提高|提升|上升|下降|降低|减少|完成|达成|达标程度|超额|周转|同比|环比|收益|回报|利润|放大|杠杆|倍|拉动|带动|变动|产销|负债|流动比|速动/u

const ofWhole = /率|满意|覆盖|占比|比例|比重|合格|达标/u
