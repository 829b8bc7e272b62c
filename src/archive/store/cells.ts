import {
  DuckDBArrayValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBUnionValue,
  type DuckDBValue,
} from '@duckdb/node-api'
import type { Cell } from '../../writers/answer/answer.ts'
import { shortened } from './values.ts'

/** A value of any type that SQL has, with every digit: money and large numbers as they are, dates as texts, lists as JSON. */
export function cellOf(value: DuckDBValue): Cell {
  const json = jsonOf(value)
  if (value === null) return { text: undefined, json }
  const isText = json.startsWith('"')
  return { text: isText ? String(value) : json, json }
}

function jsonOf(value: DuckDBValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : `"${value}"`
  if (value instanceof DuckDBDecimalValue) return shortened(String(value))
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return list(value.items)
  if (value instanceof DuckDBStructValue) return object(Object.entries(value.entries))
  if (value instanceof DuckDBMapValue) return object(value.entries.map(({ key, value }) => [keyOf(key), value]))
  if (value instanceof DuckDBUnionValue) return jsonOf(value.value)
  return JSON.stringify(String(value))
}

function list(items: readonly DuckDBValue[]): string {
  return `[${items.map(jsonOf).join(',')}]`
}

function object(entries: [string, DuckDBValue][]): string {
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${jsonOf(value)}`).join(',')}}`
}

function keyOf(key: DuckDBValue): string {
  return cellOf(key).text ?? 'null'
}
