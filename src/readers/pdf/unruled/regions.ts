import type { Ruling, Rulings } from '../rulings.ts'
import type { Bar } from './bars.ts'
import { barsOver, rowsAbove } from './bars.ts'
import type { Block } from './blocks.ts'
import { isFar, isTall } from './blocks.ts'
import type { Stretch } from './columns.ts'
import { columnsIn, covered, piecesOf, widened } from './columns.ts'
import { isFigure } from './figures.ts'
import { spread } from './heads.ts'
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
  /** Rules part all columns from top to bottom. */
  isParted: boolean
}

// A head has no more rows than this.
const mostHeads = 5

/** The region of a block of rows, with the head above it, between the rules that bound it. */
export function regionOf(block: Block, rows: Row[], bars: Bar[], rules: Rulings): Region | undefined {
  const core = rows.slice(block.from, block.to)
  const columns = columnsIn(covered(core), sizeOf(core))
  const bounds = { left: columns[0]?.left ?? 0, right: columns.at(-1)?.right ?? 0 }
  const near = barsOver(bounds, barsBeside(block, rows, bars), sizeOf(core) / 2)
  const to = endOf(block, rows, columns, near)
  const from = startOf({ from: block.from, to }, rows, columns, near)
  if (to - from < 2) return undefined
  const over = near.filter((bar) => isBetween(rowsAbove(bar, rows), from, to))
  const all = rows.slice(from, to)
  const head = headOf(all, over)
  const body = columnsIn(covered(all.slice(head)), sizeOf(core))
  const heads = spread(all.slice(0, head), body, shortBars(over, rules.horizontal))
  const wide = widened(body, heads)
  if (!wide || !heads.every((row) => isHead(row, wide))) return undefined
  const isParted = hasPosts(wide, all, rules.vertical)
  return { rows: [...heads, ...all.slice(head)], to, head, columns: wide, bars: over, isParted }
}

function hasPosts(columns: Stretch[], rows: Row[], posts: Ruling[]): boolean {
  const [top, bottom] = [rows[0]?.bottom ?? 0, rows.at(-1)?.top ?? 0]
  const long = posts.filter(({ from, to }) => from < top && to > bottom)
  return columns
    .slice(1)
    .every(({ left }, index) => long.some(({ at }) => (columns[index]?.right ?? 0) < at && at < left))
}

// Rules that are shorter than the table.
function shortBars([bar]: Bar[], rules: Ruling[]): Ruling[] {
  return bar ? rules.filter(({ from, to }) => from > bar.from + 4 || to < bar.to - 4) : rules
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

// A row of one piece at the end may be a note, or the title of the next table: it is the table's only when a rule is
// drawn below it and none above it.
function endOf({ from, to }: Block, rows: Row[], columns: Stretch[], bars: Bar[]): number {
  const places = bars.length > 1 ? bars.map((bar) => rowsAbove(bar, rows)) : []
  let end = to
  while (end > from && !isFilled(rows[end - 1], columns)) {
    const start = end
    const above = places.findLast((place) => place < start) ?? from
    if (places.includes(end) && rows.slice(above, end).some((row) => isFilled(row, columns))) break
    end--
  }
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
    const heads = rows.slice(place, start)
    if (!heads.every((row) => isHead(row, columns)) || !heads.some(isSpread) || heads.length > mostHeads) break
    start = place
  }
  if (above.length > 0 || inside !== undefined) return start
  while (from - start < 3 && !isFar(rows, start)) {
    // A label in the middle of the heights of two rows stands on a line of its own.
    const step = isSpread(rows[start - 1]) ? 1 : isBetweenLines(rows, start - 1) ? 2 : 0
    if (step === 0 || !rows.slice(start - step, start).every((row) => isHead(row, columns))) break
    start -= step
  }
  return start
}

function isBetweenLines(rows: Row[], index: number): boolean {
  const [above, row, below] = [rows[index - 1], rows[index], rows[index + 1]]
  return (
    above !== undefined &&
    isSpread(above) &&
    row !== undefined &&
    row.top < above.bottom &&
    (below?.top ?? 0) < row.bottom
  )
}

function isSpread(row: Row | undefined): boolean {
  return row !== undefined && row.segments.length > 1
}

// A row may stand in a head: no label with a colon, nothing over all columns, no two texts in one.
function isHead(row: Row | undefined, columns: Stretch[]): boolean {
  if (!row || isTall(row) || row.segments.some(({ text }) => /[：:]/u.test(text))) return false
  const pieces = piecesOf(row, columns)
  return pieces?.every(({ first, last }) => first > 0 || last < columns.length - 1) ?? false
}

// Years head columns of figures.
const year = /^(?:19|20)\d\d年?$/u

// The first rule within ends the head; else the first figure does.
function headOf(rows: Row[], bars: Bar[]): number {
  const place = bars.map((bar) => rowsAbove(bar, rows)).find((place) => place > 0 && place < rows.length)
  if (place !== undefined && place <= mostHeads) return place
  let first = rows.findIndex(({ segments }) => segments.slice(1).some(({ text }) => isFigure(text) && !year.test(text)))
  // The first line of a text that is set to the middle of its row stands above the figures.
  while (first > 0 && (rows[first]?.bottom ?? 0) - (rows[first - 1]?.bottom ?? 0) < sizeOf(rows) * 0.85) first--
  return first > 0 && first <= mostHeads ? first : 0
}
