import type { Amount, Form, Sourced } from '../model.ts'
import { absolute, compare, decimal, multiply, subtract } from '../money.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { type Execution, executionsIn, roundingOf } from './shared/executions.ts'
import { figures, show } from './shared/figures.ts'
import { evidence, isRead, stateOf } from './shared/states.ts'

/** The printed rate of execution is actual spending over the final budget. */
const rule: Rule = {
  name: 'execution-rate',
  chapter: 'indicators',
  severity: 'error',
  title: {
    zh: '预算执行率等于全年执行数除以全年预算数',
    en: 'The rate of execution is actual spending over the final budget',
  },
  why: {
    zh: '执行率与执行数、预算数对不上，自评得分就没有依据。请核对三个数字。',
    en: 'A rate that does not follow from its two sums leaves the score without a basis. Check all three.',
  },
  basis: {
    zh: '按印出的位数四舍五入比较；以年初预算数为分母能得出的，说明口径不同，不作错误。',
    en: 'Compared to the digits that are printed. A rate that follows from the original budget shows another denominator and is no error.',
  },
  *checkProject({ form }) {
    for (const execution of form ? executionsIn(form) : []) yield* check(execution)
  },
}

export default rule

function* check({ executionRate, actual, finalBudget, originalBudget, amount }: Execution): Iterable<Result> {
  if (!isRead(executionRate) || !actual || stateOf(actual) === 'nil') return
  const budget = finalBudget ?? amount
  if (!isRead(actual) || !isRead(budget))
    return yield undetermined('执行数或预算数未填或无法识别', 'the spending or the budget is empty or cannot be read')
  if (budget.value.yuan === 0) return yield undetermined('全年预算数为 0', 'the final budget is 0')
  if (isRate(executionRate, actual.value, budget.value)) return yield holds()
  if (isRead(originalBudget) && isRate(executionRate, actual.value, originalBudget.value))
    return yield holds(byOriginal(executionRate, originalBudget))
  const rate = Math.round((actual.value.yuan / budget.value.yuan) * 10_000) / 100
  const [spent, planned] = figures([actual, budget])
  if (!spent || !planned) return
  yield fails({
    message: {
      zh: `执行率写为“${executionRate.text}”，执行数 ${show(spent)} 除以预算数 ${show(planned)} 为 ${rate}%。`,
      en: `The rate of execution is printed as “${executionRate.text}”; ${show(spent)} of ${show(planned)} is ${rate} %.`,
    },
    evidence: evidence(executionRate, actual, budget),
    expected: `${rate} %`,
    formula: `${show(spent)} / ${show(planned)} = ${rate} %`,
  })
}

// |rate × budget - 100 × actual| is at most what the last printed digits of the rate and of the sums can hide.
function isRate(rate: Sourced<number> & { value: number }, actual: Amount, budget: Amount): boolean {
  const gap = absolute(
    subtract(multiply(decimal(rate.value), decimal(budget.yuan)), multiply(decimal(100), decimal(actual.yuan))),
  )
  const [step, half] = [Math.min(budget.step, 100), decimal(0.5)]
  const byRate = multiply(multiply(half, decimal(roundingOf(rate))), decimal(budget.yuan))
  const bySums = multiply(half, decimal((Math.min(actual.step, 100) + step) * 100))
  return compare(gap, byRate) <= 0 || compare(gap, bySums) <= 0
}

function byOriginal(rate: Sourced<number>, budget: NonNullable<Form['funding']['annual']>) {
  return {
    message: {
      zh: `执行率“${rate.text}”是按年初预算数“${budget.text}”计算的。`,
      en: `The rate of execution “${rate.text}” is worked out from the original budget “${budget.text}”.`,
    },
    evidence: evidence(rate, budget),
  }
}
