import type { Form, Indicator } from '../model.ts'
import { add, compare, type Decimal, decimal, print } from '../money.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { evidence, isRead, stateOf } from './shared/states.ts'

/** The weights of a form make 100, with the weight of budget execution. */
const rule: Rule = {
  name: 'weights-sum',
  chapter: 'indicators',
  severity: 'error',
  title: {
    zh: '指标分值合计 100 分，或合计 90 分另加执行率 10 分',
    en: 'The weights of the indicators make 100, or 90 beside 10 for budget execution',
  },
  why: {
    zh: '分值合计不是满分，自评得分就没有意义。请核对各项分值，确认有无漏填或改动后未平衡。',
    en: 'A score means nothing when the weights do not make the full mark. Check each weight.',
  },
  basis: {
    zh: '项目支出绩效目标表的分值权重合计 90 分，另 10 分为预算执行（财预〔2021〕101号以来的表式）；自评表以 100 分计，其中预算执行 10 分（财预〔2020〕10号）。',
    en: 'The annual forms in use since 财预〔2021〕101号 give 90 to the indicators and leave 10 to budget execution; self-evaluation under 财预〔2020〕10号 counts to 100 with these 10.',
  },
  *checkProject({ form }) {
    if (!form) return
    for (const indicators of Map.groupBy(form.indicators, ({ horizon }) => horizon).values()) {
      const weighted = indicators.filter(({ weight }) => weight)
      if (weighted.length > 0) yield check(form, indicators, weighted)
    }
  },
}

export default rule

function check({ executionWeight }: Form, indicators: Indicator[], weighted: Indicator[]): Result {
  const weights = weighted.flatMap(({ weight }) => (isRead(weight) ? [weight] : []))
  const sum = add(weights.map(({ value }) => decimal(value)))
  const [full, short] = isRead(executionWeight) ? [100 - executionWeight.value] : [100, 90]
  if (isEqual(sum, full)) return holds()
  const isGap = indicators.some(({ weight }) => ['absent', 'empty', 'unreadable'].includes(stateOf(weight)))
  if (isGap)
    return undetermined(
      '有的指标分值空白、丢失或无法识别',
      'the weight of an indicator is empty, lost or cannot be read',
    )
  // Where the form does not print it, budget execution has the ten that are missing.
  if (isEqual(sum, short)) return holds()
  const [first, ...others] = weights
  if (!first) return undetermined('没有可识别的分值', 'no weight can be read')
  return fails({
    message: messageOf(print(sum), String(full), executionWeight),
    evidence: evidence(first, ...others, executionWeight),
    expected: String(full),
    formula: `${weights.map(({ value }) => print(decimal(value))).join(' + ')} = ${print(sum)} ≠ ${full}`,
  })
}

function messageOf(sum: string, full: string, execution: Form['executionWeight']) {
  const beside = isRead(execution)
    ? { zh: `（另有执行率 ${execution.value} 分）`, en: `, beside ${execution.value} for budget execution` }
    : { zh: '（不含执行率时为 90 分）', en: ' (90 where budget execution has 10)' }
  return {
    zh: `各指标分值合计 ${sum} 分，应为 ${full} 分${beside.zh}。`,
    en: `The weights add up to ${sum}; ${full} was expected${beside.en}.`,
  }
}

function isEqual(sum: Decimal, mark: number | undefined): boolean {
  return mark !== undefined && compare(sum, decimal(mark)) === 0
}
