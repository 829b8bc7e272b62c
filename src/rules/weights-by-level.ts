import type { Indicator, Sourced } from '../model.ts'
import { add, compare, decimal, print } from '../money.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { evidence, isRead } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** The weight printed for a level is the sum of the weights below it. */
const rule: Rule = {
  name: 'weights-by-level',
  chapter: 'indicators',
  severity: 'error',
  title: {
    zh: '一级、二级指标标注的分值等于其下各指标分值之和',
    en: 'The weight printed for a level equals the sum of the weights below it',
  },
  why: {
    zh: '分组分值与各项分值对不上，得分无法汇总。请核对标注的分值和各项分值。',
    en: 'When a level and its items disagree, scores cannot be added up. Check both.',
  },
  *checkProject({ form }) {
    for (const level of ['category', 'dimension'] as const) {
      const marked = (form?.indicators ?? []).filter((indicator) => weightIn(indicator[level]) !== undefined)
      const groups = Map.groupBy(marked, (one) => `${one.horizon} ${one[level]?.text} ${one[level]?.source.join(' ')}`)
      for (const indicators of groups.values()) yield* check(level, indicators)
    }
  },
}

export default rule

function* check(level: 'category' | 'dimension', indicators: Indicator[]): Iterable<Result> {
  const label = indicators[0]?.[level]
  const full = weightIn(label)
  if (!label || full === undefined || indicators.every(({ weight }) => !weight)) return
  const weights = indicators.flatMap(({ weight }) => (isRead(weight) ? [weight] : []))
  if (weights.length < indicators.length) {
    return yield undetermined(
      `“${label.text}”下有分值空白、丢失或无法识别`,
      `a weight under “${label.text}” is empty, lost or cannot be read`,
    )
  }
  const sum = add(weights.map(({ value }) => decimal(value)))
  if (compare(sum, decimal(full)) === 0) return yield holds()
  yield fails({
    message: {
      zh: `“${label.text}”标注 ${full} 分，其下各项合计 ${print(sum)} 分。`,
      en: `“${label.text}” states ${full}; the weights below it add up to ${print(sum)}.`,
    },
    evidence: evidence(label, ...weights),
    expected: print(sum),
    formula: `${weights.map(({ value }) => print(decimal(value))).join(' + ')} = ${print(sum)} ≠ ${full}`,
  })
}

// （1）数量指标 has its number in brackets, 产出指标（50分） its weight.
function weightIn(label: Sourced<unknown> | undefined): number | undefined {
  if (!label || !/[(（]/u.test(label.text)) return undefined
  const weight = /(?<=\S)\((\d{1,3}(?:\.\d{1,2})?)分?\)/u.exec(plainOf(label))?.[1]
  return weight === undefined ? undefined : Number(weight)
}
