import type { Amount, Evidence, Message, Sourced } from '../../model.ts'
import { absolute, type Balance, balance, decimal, print, type Term, type Unit, unitOf } from '../../money.ts'
import { fails, holds, type Problem, type Result } from '../rule.ts'
import { Known } from './known.ts'
import { isRead, quote } from './states.ts'
import { plainOf } from './texts.ts'

/** A printed amount that can be read, with the unit its figure is printed in. */
export interface Figure extends Term, Evidence {}

/** The same sum twice: as a balance, and as words for a message. */
export interface Account extends Balance {
  formula: string
  printed: string
  expected: string
  gap: string
  tolerance: string
}

/** The readable amounts among the given ones. */
export function figures(amounts: (Sourced<Amount> | undefined)[]): Figure[] {
  return amounts
    .filter(isRead)
    .map((printed) => ({ ...quote(printed), amount: printed.value, unit: unitIn(printed, printed.value) }))
}

// Several rules weigh one printed amount; its unit is worked out once.
const units = new Known<Evidence, Unit>()

function unitIn(printed: Evidence, amount: Amount): Unit {
  const unit = units.get(printed) ?? unitOf(amount, plainOf(printed))
  units.set(printed, unit)
  return unit
}

/** An amount with its unit, as it is best read: 290 万元. */
export function show({ amount, unit }: Term): string {
  return `${print(decimal(amount.yuan), unit)} ${unit}`
}

/** Compare a printed total with the sum of its parts, each taken `times` times. */
export function account(total: Figure, parts: Figure[], times = 1): Account {
  const unit = commonUnit([total, ...parts])
  const figure = (yuan: Balance['sum']) => `${print(yuan, unit)} ${unit}`
  const result = balance(total, parts, times)
  const isCopy = parts.length === 1 && times === 1
  const [first = total] = parts
  return {
    ...result,
    formula: isCopy ? comparison(result, total, first, unit) : calculation(result, total, parts, times, unit),
    printed: show(total),
    expected: isCopy ? show(first) : figure(result.sum),
    gap: figure(absolute(result.difference)),
    tolerance: figure(result.bound),
  }
}

const signs = { exact: '=', rounding: '≈', mismatch: '≠' }

function comparison({ verdict }: Balance, a: Figure, b: Figure, unit: Unit): string {
  return `${print(decimal(a.amount.yuan), unit)} ${signs[verdict]} ${print(decimal(b.amount.yuan), unit)} ${unit}`
}

function calculation({ verdict, sum }: Balance, total: Figure, parts: Figure[], times: number, unit: Unit): string {
  const terms = parts.map(({ amount }) => print(decimal(amount.yuan), unit)).join(' + ')
  const result = print(sum, unit)
  const printed = print(decimal(total.amount.yuan), unit)
  const worked = `${terms}${times === 1 ? '' : ` × ${times}`} = ${result}`
  return verdict === 'exact' ? `${worked} ${unit}` : `${worked} ${signs[verdict]} ${printed} ${unit}`
}

/** What an account comes to: it holds, it holds within rounding, which is said, or it fails. */
export function settle(sum: Account, message: Message, evidence: Problem['evidence']): Result {
  if (sum.verdict === 'exact') return holds()
  const problem = { evidence, expected: sum.expected, formula: sum.formula, difference: sum.gap }
  if (sum.verdict === 'mismatch') return fails({ message, ...problem })
  const zh = `${message.zh}差额在四舍五入误差（±${sum.tolerance}）以内。`
  const en = `${message.en} Rounding explains it (±${sum.tolerance}).`
  return holds({ message: { zh, en }, ...problem })
}

function commonUnit(terms: Term[]): Unit {
  const [first, ...others] = new Set(terms.map(({ unit }) => unit))
  return first && others.length === 0 ? first : '万元'
}
