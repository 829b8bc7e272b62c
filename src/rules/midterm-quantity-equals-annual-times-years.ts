import type { Form, Target } from '../model.ts'
import { compare, decimal, multiply, print } from '../money.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { type Pair, pairsOf } from './shared/pairs.ts'
import { evidence, isRead, valueIn } from './shared/states.ts'
import { isSameUnit } from './shared/texts.ts'

/** A quantity for the medium term is the quantity of the year times the years. */
const rule: Rule = {
  name: 'midterm-quantity-equals-annual-times-years',
  chapter: 'time',
  severity: 'info',
  title: {
    zh: '数量指标的中期值等于年度值乘以项目期限',
    en: 'A medium-term quantity equals the annual quantity times the years',
  },
  why: {
    zh: '经常性项目的数量一般逐年相同。不等时可能是逐年递增，也可能有一侧填错，请核对。',
    en: 'The quantities of a recurrent project are usually the same each year. Otherwise they grow, or one side is wrong: check both.',
  },
  *checkProject({ form }) {
    const pairs = form && form.nature?.value !== 'phased' ? pairsOf(form.indicators)?.pairs : undefined
    for (const pair of pairs ?? []) if (form && pair.annual.dimension?.value === 'quantity') yield* check(pair, form)
  },
}

export default rule

type Count = Extract<Target, { kind: 'number' }>

function* check({ mediumTerm, annual }: Pair, form: Form): Iterable<Result> {
  const [long, short] = [mediumTerm.target, annual.target]
  if (!isRead(long) || !isRead(short) || long.value.kind !== 'number' || short.value.kind !== 'number') return
  if (!isCount(long.value, short.value)) return
  const years = valueIn(form.term)?.years ?? (form.nature?.value === 'one-off' && !form.term ? 1 : undefined)
  if (years === undefined)
    return yield undetermined('项目期限未印出或无法识别', 'the term of the project is not printed or cannot be read')
  const expected = multiply(decimal(short.value.number), decimal(years))
  if (compare(decimal(long.value.number), expected) === 0) return yield holds()
  yield fails({
    message: {
      zh: `“${annual.name?.text}”年度为“${short.text}”，按 ${years} 年应为 ${print(expected)}，中期填为“${long.text}”。`,
      en: `“${annual.name?.text}” is “${short.text}” for the year, ${print(expected)} over ${years === 1 ? 'one year' : `${years} years`}; the medium-term side says “${long.text}”.`,
    },
    evidence: evidence(long, short, form.term),
    expected: print(expected),
    formula: `${short.value.number} × ${years} = ${print(expected)} ≠ ${long.value.number}`,
  })
}

// Percentages do not add over the years, and neither does what is printed in different units.
function isCount(long: Count, short: Count): boolean {
  return isSameUnit(long.unit, short.unit) && !/[%‰％]/u.test(long.unit)
}
