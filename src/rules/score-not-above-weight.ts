import type { Form, Sourced } from '../model.ts'
import { add, compare, decimal, print } from '../money.ts'
import { number } from '../values/numeral.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { evidence, isRead, stateOf } from './shared/states.ts'

/** A score lies between 0 and its weight, and the scores make the total score. */
const rule: Rule = {
  name: 'score-not-above-weight',
  chapter: 'indicators',
  severity: 'error',
  title: {
    zh: '各项得分不超过分值，得分之和等于总分',
    en: 'No score is above its weight, and the scores add up to the total',
  },
  why: {
    zh: '得分高于分值或与总分对不上，自评结果不能使用。请核对得分。',
    en: 'A self-evaluation cannot be used when a score exceeds its weight or the total is not their sum. Check the scores.',
  },
  *checkProject({ form }) {
    if (!form) return
    const scored = scoresIn(form)
    for (const { score, weight } of scored) yield* check(score, weight)
    yield* checkTotal(form, scored)
  },
}

export default rule

interface Scored {
  isExecution: boolean
  score: Sourced<number> | undefined
  weight: Sourced<number> | undefined
}

function scoresIn({ indicators, funding }: Form): Scored[] {
  const { execution } = funding
  const all = [...(execution ? [execution] : []), ...indicators]
  return all
    .filter(({ score }) => score && stateOf(score) !== 'nil')
    .map((one) => ({ score: one.score, weight: one.weight, isExecution: one === execution }))
}

function* check(score: Scored['score'], weight: Scored['weight']): Iterable<Result> {
  if (!isRead(score) || !isRead(weight)) return
  if (score.value >= 0 && score.value <= weight.value) return yield holds()
  yield fails({
    message: {
      zh: `得分“${score.text}”不在 0 至分值“${weight.text}”之间。`,
      en: `The score “${score.text}” is not between 0 and its weight “${weight.text}”.`,
    },
    evidence: evidence(score, weight),
    expected: `0-${weight.text}`,
  })
}

function* checkTotal({ other }: Form, scored: Scored[]): Iterable<Result> {
  const total = other.find(({ label }) => /^(?:总分|总得分|自评(?:总分|得分)|得分合计|合计)$/u.test(label))?.value
  const printed = total && number(total.text)
  if (!total || printed === null || printed === undefined || scored.length === 0) return
  const scores = scored.flatMap(({ score }) => (isRead(score) ? [score] : []))
  if (scores.length < scored.length)
    return yield undetermined('有得分空白或无法识别', 'a score is empty or cannot be read')
  const sum = add(scores.map(({ value }) => decimal(value)))
  // 合计 may be that of the indicators alone, without the score of the execution rate.
  const ofIndicators = add(scores.flatMap(({ value }, index) => (scored[index]?.isExecution ? [] : [decimal(value)])))
  if ([sum, ofIndicators].some((total) => compare(total, decimal(printed)) === 0)) return yield holds()
  yield fails({
    message: {
      zh: `总分为 ${total.text}，各项得分合计 ${print(sum)}。`,
      en: `The total score is ${total.text}; the scores add up to ${print(sum)}.`,
    },
    evidence: evidence(total, ...scores),
    expected: print(sum),
    formula: `${scores.map(({ text }) => text).join(' + ')} = ${print(sum)} ≠ ${total.text}`,
  })
}
