import { type Span, textOf } from '../../document.ts'
import { quote } from '../../location.ts'
import type { Amount, Form, FundingLine, Sourced } from '../../model.ts'
import { amount, type MoneyUnit, moneyUnit } from '../../values/amount.ts'
import { number } from '../../values/numeral.ts'
import { fundingLabel, fundingSource } from '../../vocabulary.ts'
import type { Entry, Head, Value } from './entry.ts'

type Funding = Form['funding']
type Execution = NonNullable<Funding['execution']>

/** The money of a form: totals by horizon and the lines under them; the unit comes from cell, label, group, caption. */
export function funding({ entries, groups }: Head, caption: MoneyUnit | undefined): Funding {
  const totals = entries.filter((entry) => horizonOf(entry) !== undefined).map(({ label }) => label)
  const unit =
    [...groups, ...totals].map((label) => moneyUnit(textOf(label))).find((found) => found !== undefined) ?? caption
  const first = (of: FundingLine['of']) => entries.find((entry) => horizonOf(entry) === of && entry.values.length > 0)
  const [mediumTerm, annual] = [first('mediumTerm'), first('annual')]
  const lines: FundingLine[] = []
  for (const entry of entries.filter(({ isFunding }) => isFunding)) {
    const [value] = entry.values
    if (value) lines.push(line(entry, read(entry, value, unit), entries, lines, unit))
  }
  return {
    mediumTerm: mediumTerm?.values[0] && read(mediumTerm, mediumTerm.values[0], unit),
    annual: annual?.values[0] && read(annual, annual.values[0], unit),
    lines,
    execution: annual?.figures && execution(annual.figures, unit),
  }
}

function horizonOf({ field }: Entry): FundingLine['of'] | undefined {
  if (field === 'mediumTerm') return 'mediumTerm'
  return field === 'annual' || field === 'total' ? 'annual' : undefined
}

function read({ label }: Entry, { span, repaired }: Value, unit: MoneyUnit | undefined): Sourced<Amount> {
  return quote(span, amount(textOf(span), moneyUnit(textOf(label)) ?? unit), repaired)
}

function line(
  entry: Entry,
  money: Sourced<Amount>,
  entries: Entry[],
  above: FundingLine[],
  unit: MoneyUnit | undefined,
): FundingLine {
  const label = fundingLabel(textOf(entry.label))
  const of = totalAbove(entry, entries)
  const whole = wholeOf(entry.label, of, above)
  const source = fundingSource(textOf(entry.label)) ?? 'other'
  const figures = entry.figures ? execution(entry.figures, unit) : {}
  return { label, of, ...(whole && { partOf: whole }), source, amount: money, ...figures }
}

// What the year came to: budget figures, what was spent, the rate and its score.
function execution(figures: NonNullable<Entry['figures']>, unit: MoneyUnit | undefined): Execution {
  const money = (span: Span | undefined) => span && quote(span, amount(textOf(span), unit))
  const plain = (span: Span | undefined) => span && quote(span, number(textOf(span)))
  const { originalBudget, finalBudget, actual, weight, executionRate, score } = figures
  return {
    ...(originalBudget && { originalBudget: money(originalBudget) }),
    ...(finalBudget && { finalBudget: money(finalBudget) }),
    ...(actual && { actual: money(actual) }),
    ...(weight && { weight: plain(weight) }),
    ...(executionRate && { executionRate: plain(executionRate) }),
    ...(score && { score: plain(score) }),
  }
}

// Totals may stand side by side (项目资金总额 | 年度资金申请总额): a line belongs to the total in whose column it stands.
function totalAbove(entry: Entry, entries: Entry[]): FundingLine['of'] {
  const totals = entries.slice(0, entries.indexOf(entry)).filter((other) => horizonOf(other) !== undefined)
  const left = totals.filter(({ column }) => column <= entry.column)
  const nearest = left.reduce<Entry | undefined>(
    (best, total) => (best && best.column > total.column ? best : total),
    undefined,
  )
  const total = nearest ?? totals.at(-1)
  return (total && horizonOf(total)) ?? 'annual'
}

const nested = /一般公共预算|政府性基金|国有资本经营|本级财政/u

// 其中 under the total opens its parts; a second 其中, under a line, opens the parts of that line.
function wholeOf(label: Span, of: FundingLine['of'], above: FundingLine[]): string | undefined {
  const last = above.filter((line) => line.of === of).at(-1)
  if (!last) return undefined
  if (/^\s*[（(]?其中/u.test(textOf(label))) return last.partOf ?? last.label
  return last.partOf && nested.test(textOf(label)) ? last.partOf : undefined
}
