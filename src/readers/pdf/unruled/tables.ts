import type { Line } from '../lines.ts'
import type { Rulings } from '../rulings.ts'
import { barsFrom } from './bars.ts'
import { blockAt } from './blocks.ts'
import { isCertain } from './certain.ts'
import { drawn } from './drawing.ts'
import { regionOf } from './regions.ts'
import { rowsFrom } from './segments.ts'

// A page with more lines is no page of text; the bound keeps hostile files cheap.
const mostLines = 1000

/** The tables that lines make, each as the rules that it would have. */
export function tablesIn(lines: Line[], rules: Rulings, turn: number): Rulings[] {
  if (lines.length > mostLines) return []
  let rows = rowsFrom(lines, turn)
  const bars = barsFrom(rules.horizontal)
  const tables: Rulings[] = []
  for (let from = 0; from < rows.length; from++) {
    const block = blockAt(from, rows)
    const region = block.to - from > 1 ? regionOf(block, rows, bars, rules) : undefined
    if (!region || !isCertain(region)) continue
    tables.push(drawn(region, rules.vertical))
    rows = rows.slice(region.to)
    from = -1
  }
  return tables
}
