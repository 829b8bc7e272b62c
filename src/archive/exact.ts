import { Failure } from '../failure.ts'
import { tables } from '../tables/index.ts'
import type { Value } from '../tables/table.ts'

/** How many decimals of an amount of money the database keeps. */
export const decimals = 6

/** An amount in millionths of a yuan. Throws a Failure when that is not all of it: money is never rounded. */
export function millionths(amount: number): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,22})(?:\.(\d{1,6}))?$/u.exec(String(amount)) ?? []
  if (whole === '') throw inexact(amount)
  return BigInt(`${sign}${whole}${fraction.padEnd(decimals, '0')}`)
}

/** A whole number as the database keeps it. Throws a Failure when JavaScript could not tell it from its neighbours. */
export function integral(number: number): bigint {
  if (!Number.isSafeInteger(number)) throw inexact(number)
  return BigInt(number)
}

/** Throws a Failure when the database could not keep a number of these rows exactly. */
export function checkExact(rows: Record<string, Value[][]>): void {
  for (const { name, columns } of tables) {
    for (const [index, { type }] of columns.entries()) {
      const check = checks[type]
      for (const row of check ? (rows[name] ?? []) : []) {
        const value = row[index]
        if (typeof value === 'number') check?.(value)
      }
    }
  }
}

const checks: Partial<Record<string, (number: number) => bigint>> = { amount: millionths, integer: integral }

function inexact(number: number): Failure {
  return new Failure({
    zh: `其中的数字 ${number} 无法精确地存入数据库；请用 disclose parse 单独读取。`,
    en: `it has the number ${number}, which the database cannot keep exactly; read it alone with disclose parse.`,
  })
}
