import type { Amount, Form, FundingLine, Sourced } from '../model.ts'
import { holds, type Result, type Rule, undetermined } from './rule.ts'
import { account, type Figure, figures, settle } from './shared/figures.ts'
import { rounding } from './shared/rounding.ts'
import { evidence, stateOf } from './shared/states.ts'

/** Each sum of money in a form against the lines below it. */
const rule: Rule = {
  name: 'funding-parts-sum',
  chapter: 'totals',
  severity: 'error',
  title: {
    zh: '资金总额等于其中各项资金之和',
    en: 'A total of funds equals the sum of the sources listed below it',
  },
  why: {
    zh: '资金总额应等于财政拨款、上年结转和其他资金之和。对不上时，请核对各项资金来源，确认有无漏填。',
    en: 'The total is the sum of appropriation, carryover and other funds. When it is not, a source is missing or a figure is wrong.',
  },
  basis: rounding,
  *checkProject({ form }) {
    if (!form) return
    const { annual, mediumTerm, lines } = form.funding
    for (const [of, total] of [
      ['annual', annual],
      ['mediumTerm', mediumTerm],
    ] as const) {
      const parts = lines.filter((line) => line.of === of && line.partOf === undefined)
      if (total && parts.length > 0) yield check(total, amountsOf(parts), '资金总额', 'The total')
    }
    for (const line of lines) {
      const parts = lines.filter(({ of, partOf }) => of === line.of && partOf === line.label)
      if (parts.length > 0) yield check(line.amount, amountsOf(parts), line.label, line.label)
    }
    yield* checkColumns(form.funding)
  },
}

export default rule

interface Part {
  label: string
  amount: Sourced<Amount>
}

function amountsOf(lines: FundingLine[]): Part[] {
  return lines.map(({ label, amount }) => ({ label, amount }))
}

// A self-evaluation has a column for what was budgeted at first and one for what was spent.
function* checkColumns({ execution, lines }: Form['funding']): Iterable<Result> {
  const tops = lines.filter(({ of, partOf }) => of === 'annual' && partOf === undefined)
  for (const { key, zh, en } of columns) {
    const total = execution?.[key]
    const parts = tops.flatMap(({ label, [key]: amount }) => (amount ? [{ label, amount }] : []))
    if (total && parts.length > 0 && parts.length === tops.length) yield check(total, parts, zh, en)
  }
}

const columns = [
  { key: 'originalBudget', zh: '年初预算总额', en: 'The original total' },
  { key: 'actual', zh: '执行总额', en: 'The total spent' },
] as const

function check(printed: Sourced<Amount>, parts: Part[], zh: string, en: string): Result {
  const [total] = figures([printed])
  if (!total) return undetermined(`${zh}未填或无法识别`, `${en} is empty or cannot be read`)
  const unreadable = parts.find(({ amount }) => stateOf(amount) === 'unreadable')
  if (unreadable) return undetermined(`${unreadable.label}无法识别`, `${unreadable.label} cannot be read`)
  const read = figures(parts.map(({ amount }) => amount))
  if (read.length === 0) return undetermined('各项资金都未填', 'no source of funds is filled in')
  return weigh(total, read, parts, zh, en)
}

function weigh(total: Figure, parts: Figure[], lines: Part[], zh: string, en: string): Result {
  const sum = account(total, parts)
  const isBelow = sum.verdict === 'mismatch' && sum.difference.digits > 0n
  // One 其中 line alone names a part; it does not say that there is no other.
  if (isBelow && lines.length === 1) return holds()
  const empty = lines.find(({ amount }) => stateOf(amount) === 'empty')
  if (isBelow && empty) return undetermined(`${empty.label}一栏空白`, `the cell of ${empty.label} is empty`)
  const message = {
    zh: `${zh}为 ${sum.printed}，其中各项相加为 ${sum.expected}，相差 ${sum.gap}。`,
    en: `${en} is ${sum.printed}; its parts add up to ${sum.expected}, a difference of ${sum.gap}.`,
  }
  return settle(sum, message, evidence(total, ...parts))
}
