import type { Column, Value } from '../../../tables/table.ts'
import { columns as columnsOf } from '../../../writers/validation/columns.ts'
import type { Rows } from '../export.ts'

// A SHA-256 is seen whole.
const [narrowest, widest] = [8, 64]

/** How wide the columns of a table have to be, in characters; Chinese characters take two. */
export async function widthsOf(columns: Column[], rows: Rows): Promise<number[]> {
  const widths = columns.map(({ name }) => Math.max(narrowest, columnsOf(name)))
  for await (const some of rows) {
    for (const row of some) widen(widths, row, columns)
  }
  return widths.map((width) => Math.min(width, widest))
}

function widen(widths: number[], row: Value[], columns: Column[]): void {
  for (const [index, width] of widths.entries()) {
    if (width < widest) widths[index] = Math.max(width, shown(row[index], columns[index]))
  }
}

function shown(value: Value, column: Column | undefined): number {
  if (typeof value === 'number') return column?.type === 'amount' ? money.format(value).length : String(value).length
  return Math.max(...(value ?? '').slice(0, widest).split('\n').map(columnsOf))
}

const money = new Intl.NumberFormat('en', { minimumFractionDigits: 2 })
