import {
  BIGINT,
  DECIMAL,
  DOUBLE,
  DuckDBDecimalValue,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api'
import type { Column, Value } from '../../tables/table.ts'
import { decimals, integral, millionths } from '../exact.ts'

const digits = 28

/** The types of the database. */
export const kinds: Record<Column['type'], DuckDBType> = {
  text: VARCHAR,
  integer: BIGINT,
  number: DOUBLE,
  amount: DECIMAL(digits, decimals),
}

/** A value as the database keeps it. Throws a Failure when it cannot keep it exactly. */
export function toDatabase(value: Value, type: Column['type']): DuckDBValue {
  if (typeof value !== 'number') return value ?? null
  if (type === 'integer') return integral(value)
  return type === 'amount' ? new DuckDBDecimalValue(millionths(value), digits, decimals) : value
}

/** A value as it was before the database kept it; what we never keep, such as a date, as text. */
export function fromDatabase(value: DuckDBValue): Value {
  if (typeof value === 'bigint' || value instanceof DuckDBDecimalValue) return exactly(value)
  return typeof value === 'number' || value === null ? value : String(value)
}

// The shortest decimal that JavaScript prints for a number is read as that number again; a sum may have more digits.
function exactly(value: bigint | DuckDBDecimalValue): number {
  const number = Number(String(value))
  if (shortened(String(value)) !== String(number)) throw new RangeError(`${value} is no exact number; ask for a text`)
  return number
}

/** A decimal without the zeros at its end, which say nothing: 700.000000 is 700. */
export function shortened(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/0+$/u, '').replace(/\.$/u, '') : decimal
}
