import type { Bar } from './bars.ts'
import { barsOver, rowsAbove } from './bars.ts'
import type { Block } from './blocks.ts'
import { isFar, isTall } from './blocks.ts'
import type { Stretch } from './columns.ts'
import { columnsIn, covered, piecesOf } from './columns.ts'
import { isFigure } from './figures.ts'
import type { Row } from './segments.ts'

/** Rows that may be a table. */
export interface Region {
  rows: Row[]
  /** How many rows come before those that follow it. */
  to: number
  /** How many of them are its head. */
  head: number
  columns: Stretch[]
  /** The rules over its whole width: above it, in it, below it. */
  bars: Bar[]
}

// A head has no more rows than this.
const mostHeads = 5

/** The region of a block of rows, with the head above it, between the rules that bound it. */
export function regionOf(block: Block, rows: Row[], bars: Bar[]): Region | undefined {
  const core = rows.slice(block.from, block.to)
  const columns = columnsIn(covered(core), sizeOf(core))
  const bounds = { left: columns[0]?.left ?? 0, right: columns.at(-1)?.right ?? 0 }
  const near = barsOver(bounds, barsBeside(block, rows, bars), sizeOf(core) / 2)
  const to = endOf(block, rows, columns, near)
  const from = startOf({ from: block.from, to }, rows, columns, near)
  if (to - from < 2) return undefined
  const over = near.filter((bar) => isBetween(rowsAbove(bar, rows), from, to))
  const all = rows.slice(from, to)
  return { rows: all, to, head: headOf(all, over), columns, bars: over }
}

/** The size of most text. */
export function sizeOf(rows: Row[]): number {
  return rows.map(({ size }) => size).sort((a, b) => a - b)[rows.length >> 1] ?? 0
}

// From where the head may begin to just below the last row.
function barsBeside({ from, to }: Block, rows: Row[], bars: Bar[]): Bar[] {
  const top = rows[Math.max(from - mostHeads, 0)]?.top ?? 0
  const last = rows[to - 1]
  const bottom = (last?.bottom ?? 0) + (last?.size ?? 0) * 2
  return bars.filter(({ at }) => at > top - 20 && at < bottom)
}

function isBetween(place: number, from: number, to: number): boolean {
  return from <= place && place <= to
}

// A row of one piece at the end may be a note; so may what stands below the last of the rules that frame head and body.
function endOf({ from, to }: Block, rows: Row[], columns: Stretch[], bars: Bar[]): number {
  const last = bars.at(-1)
  const below = last && bars.length > 1 ? rowsAbove(last, rows) : from
  let end = to
  while (end > Math.max(below, from) && !isFilled(rows[end - 1], columns)) end--
  return end
}

function isFilled(row: Row | undefined, columns: Stretch[]): boolean {
  return row !== undefined && row.segments.length > 1 && row.segments.length >= columns.length * 0.6
}

function startOf({ from, to }: Block, rows: Row[], columns: Stretch[], bars: Bar[]): number {
  const places = bars.map((bar) => rowsAbove(bar, rows))
  const inside = places.find((place) => place > from && place < to)
  const above = places.filter((place) => place <= from)
  // Only what stands right below the first of the rules is the table's.
  if (above.length === 0 && inside !== undefined && bars.length > 2) return inside
  let start = from
  while (start < to && !isHead(rows[start], columns) && !rows[start]?.segments.some(({ text }) => isFigure(text)))
    start++
  if (start > from) return start
  for (const place of above.reverse()) {
    if (place === start) continue
    if (!rows.slice(place, start).every((row) => isHead(row, columns)) || start - place > mostHeads) break
    start = place
  }
  if (above.length > 0 || inside !== undefined) return start
  while (start > 0 && from - start < 3 && !isFar(rows, start) && isHead(rows[start - 1], columns)) start--
  return start
}

/** Whether a row may stand in a head: no label with a colon, nothing over all columns, no two texts in one. */
function isHead(row: Row | undefined, columns: Stretch[]): boolean {
  if (!row || isTall(row) || row.segments.some(({ text }) => /[：:]/u.test(text))) return false
  const pieces = piecesOf(row, columns)
  return pieces?.every(({ first, last }) => first > 0 || last < columns.length - 1) ?? false
}

// The first rule within ends the head; else the first figure does.
function headOf(rows: Row[], bars: Bar[]): number {
  const place = bars.map((bar) => rowsAbove(bar, rows)).find((place) => place > 0 && place < rows.length)
  if (place !== undefined && place <= mostHeads) return place
  const first = rows.findIndex(({ segments }) => segments.slice(1).some(({ text }) => isFigure(text)))
  return first > 0 && first <= mostHeads ? first : 0
}
