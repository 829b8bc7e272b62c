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

// How many rows of a block may be no part of the table that follows; beyond them it is taken to be none.
const mostTries = 10

/** The tables that lines make, each as the rules that it would have. */
export function tablesIn(lines: Line[], rules: Rulings, turn: number): Rulings[] {
  if (lines.length > mostLines) return []
  let rows = rowsFrom(lines, turn)
  const bars = barsFrom(rules.horizontal)
  const tables: Rulings[] = []
  let first = 0
  for (let from = 0; from < rows.length; from++) {
    const block = blockAt(from, rows)
    const region = block.to - from > 1 ? regionOf(block, rows, bars, rules) : undefined
    if (region && isCertain(region)) {
      tables.push(drawn(region, rules.vertical))
      rows = rows.slice(region.to)
      from = first = -1
    } else if (block.to - from < 2) first = from + 1
    else if (from - first > mostTries) from = first = block.to - 1
  }
  return tables
}
