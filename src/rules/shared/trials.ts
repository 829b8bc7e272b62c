import { absolute, compare } from '../../money.ts'
import { type Account, account, type Figure } from './figures.ts'

/** The years that a term may cover, held against its total; the years whose budgets are not known are missing. */
export interface Trial {
  years: number[]
  known: Figure[]
  missing: number[]
  sum: Account
}

/** What a term comes to with the budgets that are known. */
export function attempt(total: Figure, years: number[], budgets: Map<number, Figure>): Trial {
  const known = years.flatMap((year) => budgets.get(year) ?? [])
  return { years, known, missing: years.filter((year) => !budgets.has(year)), sum: account(total, known) }
}

/** Whether a term cannot tie, whatever its missing years bring: none of them costs less than nothing. */
export function isBroken(trial: Trial): boolean {
  return trial.sum.verdict === 'mismatch' && (isWhole(trial) || trial.sum.difference.digits < 0n)
}

/** Whether the budgets of all years of a term are known. */
export function isWhole({ missing }: Trial): boolean {
  return missing.length === 0
}

/** What ties, or may yet tie, comes first, then what is off by least. */
export function byGap(a: Trial, b: Trial): number {
  if (isBroken(a) !== isBroken(b)) return isBroken(a) ? 1 : -1
  return compare(absolute(a.sum.difference), absolute(b.sum.difference))
}
