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
  const unitOf = (entry: Entry) => moneyUnit(textOf(entry.label)) ?? unitAbove(entry, entries, groups) ?? caption
  const first = (of: FundingLine['of']) =>
    entries.find((entry) => horizonOf(entry, entries) === of && entry.values.length > 0)
  const [mediumTerm, annual] = [first('mediumTerm'), first('annual')]
  const lines: FundingLine[] = []
  for (const entry of entries.filter(({ isFunding }) => isFunding)) {
    const [value] = entry.values
    if (value) lines.push(line(entry, value, unitOf(entry), entries, lines))
  }
  return {
    mediumTerm: mediumTerm?.values[0] && read(mediumTerm.values[0], unitOf(mediumTerm)),
    annual: annual?.values[0] && read(annual.values[0], unitOf(annual)),
    lines,
    execution: annual?.figures?.actual && execution(annual.figures, unitOf(annual)),
  }
}

// 资金总额 is of the year, unless 年度资金总额 stands in the same form.
function horizonOf({ field }: Entry, entries: Entry[]): FundingLine['of'] | undefined {
  const isOfYear = (entry: Entry) => entry.field === 'annual' && /年/u.test(textOf(entry.label))
  if (field === 'total') return entries.some(isOfYear) ? 'mediumTerm' : 'annual'
  return field === 'annual' || field === 'mediumTerm' ? field : undefined
}

// The unit of the total that a line belongs to; of a total, that of the label that heads the block: 项目资金（万元）.
function unitAbove(entry: Entry, entries: Entry[], groups: Span[]): MoneyUnit | undefined {
  const total = entry.isFunding ? totalAbove(entry, entries) : undefined
  const unit = total && moneyUnit(textOf(total.label))
  return unit ?? groups.flatMap((group) => moneyUnit(textOf(group)) ?? [])[0]
}

function read({ span, repaired }: Value, unit: MoneyUnit | undefined): Sourced<Amount> {
  return quote(span, amount(textOf(span), unit), repaired)
}

function line(
  entry: Entry,
  value: Value,
  unit: MoneyUnit | undefined,
  entries: Entry[],
  above: FundingLine[],
): FundingLine {
  const label = fundingLabel(textOf(entry.label))
  const total = totalAbove(entry, entries)
  const of = (total && horizonOf(total, entries)) ?? 'annual'
  const source = fundingSource(textOf(entry.label)) ?? 'other'
  const whole = wholeOf(entry.label, of, source, above)
  const figures = entry.figures?.actual ? execution(entry.figures, unit) : {}
  return { label, of, ...(whole && { partOf: whole }), source, amount: read(value, unit), ...figures }
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
function totalAbove(entry: Entry, entries: Entry[]): Entry | undefined {
  const totals = entries.slice(0, entries.indexOf(entry)).filter((other) => horizonOf(other, entries) !== undefined)
  const left = totals.filter(({ column }) => column <= entry.column)
  const nearest = left.reduce<Entry | undefined>(
    (best, total) => (best && best.column > total.column ? best : total),
    undefined,
  )
  return nearest ?? totals.at(-1)
}

// 其中 under the total opens its parts; a second 其中, under a line, opens the parts of that line, which go on as long as
// money of the treasury is named.
function wholeOf(
  label: Span,
  of: FundingLine['of'],
  source: FundingLine['source'],
  above: FundingLine[],
): string | undefined {
  const last = above.filter((line) => line.of === of).at(-1)
  if (!last) return undefined
  if (/^\s*[（(]?其中/u.test(textOf(label))) return last.partOf ?? last.label
  return source === 'appropriation' || source === 'upperLevel' ? last.partOf : undefined
}
