import type { Amount, Form, Sourced } from '../../model.ts'

/** What a self-evaluation states of a total or of one source of funds. */
export interface Execution extends NonNullable<Form['funding']['execution']> {
  /** The budget where only one is printed. */
  amount?: Sourced<Amount> | undefined
}

/** The execution of the total and of each source of funds. */
export function executionsIn({ funding }: Form): Execution[] {
  const total = funding.execution ? [{ ...funding.execution, amount: funding.annual }] : []
  return [...total, ...funding.lines]
}

/** The smallest difference that a printed number can show: 0.01 for 89.97%. */
export function roundingOf({ text }: Pick<Sourced<number>, 'text'>): number {
  const digits = /\d{1,9}(?:\.(\d{1,9}))?/u.exec(text)?.[1]?.length ?? 0
  return 10 ** -digits
}
