import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { type Execution, executionsIn, roundingOf } from './shared/executions.ts'
import { evidence, isRead, stateOf } from './shared/states.ts'

/** The score for budget execution follows from its weight and the rate. */
const rule: Rule = {
  name: 'execution-score',
  chapter: 'indicators',
  severity: 'warning',
  title: {
    zh: '预算执行得分等于分值乘以执行率',
    en: 'The score for execution is its weight times the rate',
  },
  why: {
    zh: '执行率得分一般按比例计算，最高为满分。按地方分档办法打分的，请注明；否则请更正。',
    en: 'The score is in proportion to the rate, up to the full weight. Correct it, or say which local scale was used.',
  },
  *checkProject({ form }) {
    for (const execution of form ? executionsIn(form) : []) yield* check(execution)
  },
}

export default rule

function* check({ weight, score, executionRate, actual, finalBudget, amount }: Execution): Iterable<Result> {
  if (!isRead(weight) || !score || stateOf(score) === 'nil') return
  if (!isRead(score)) return yield undetermined('得分未填或无法识别', 'the score is empty or cannot be read')
  const budget = finalBudget ?? amount
  const share = actual?.value && budget?.value?.yuan ? actual.value.yuan / budget.value.yuan : undefined
  const rate = executionRate?.value ?? (share === undefined ? undefined : share * 100)
  if (rate === undefined)
    return yield undetermined('执行率未填或无法识别', 'the rate of execution is empty or cannot be read')
  const due = (weight.value * Math.min(rate, 100)) / 100
  // A hair more than half a digit, so that a rate that was rounded itself does not matter.
  if (Math.abs(score.value - due) <= roundingOf(score) * 0.51) return yield holds()
  const printed = Math.round(due * 100) / 100
  yield fails({
    message: {
      zh: `预算执行得分为 ${score.text}，分值 ${weight.text} 乘以执行率 ${Math.round(rate * 100) / 100}% 应为 ${printed}。`,
      en: `The score for execution is ${score.text}; a weight of ${weight.text} at ${Math.round(rate * 100) / 100} % gives ${printed}.`,
    },
    evidence: evidence(score, weight, executionRate),
    expected: String(printed),
    formula: `${weight.text} × ${Math.round(rate * 100) / 100} % = ${printed} ≠ ${score.text}`,
  })
}
