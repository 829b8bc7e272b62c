import type { Line } from '../lines.ts'
import type { Part, PartCell } from '../parts.ts'
import type { Ruling } from '../rulings.ts'
import { columnOf } from '../table.ts'
import { bandsOf } from './bands.ts'
import { isCertain } from './certain.ts'
import type { Stretch } from './columns.ts'
import { columnsIn, covered, piecesOf, widened } from './columns.ts'
import { isFigure, isNil } from './figures.ts'
import { sizeOf } from './regions.ts'
import type { Row } from './segments.ts'
import { rowsFrom } from './segments.ts'

/** The rules that a ruled table lacks between columns of figures that stand in one column of it. */
export function missingPosts(part: Part, turn: number): Ruling[] {
  const edges = part.cells.flatMap(({ left, right }) => [left, right])
  return [...Map.groupBy(part.cells, columnOf).values()].flatMap((stack) => postsIn(stack, edges, turn))
}

function postsIn(stack: PartCell[], edges: number[], turn: number): Ruling[] {
  if (!stack.some((cell) => cell.lines.some(hasGap))) return []
  const lines = stack.map(({ lines }) => rowsFrom(lines, turn))
  const rows = lines.flat().filter(({ segments }) => segments.length > 1)
  if (rows.length < 3) return []
  const head = rows.findIndex(({ segments }) => segments.some(({ text }) => isFigure(text)))
  if (head === -1) return []
  const columns = widened(columnsIn(covered(rows.slice(head)), sizeOf(rows)), rows.slice(0, head))
  if (!columns) return []
  const gaps = columns.slice(1).map((column, index) => ({ left: columns[index]?.right ?? 0, right: column.left }))
  const known = gaps.map((gap) => edges.find((edge) => gap.left <= edge && edge <= gap.right))
  const bars = known.includes(undefined)
    ? []
    : stack.map(({ top, left, right }) => ({ at: top, from: left, to: right }))
  if (!isCertain({ rows, head, columns, bars, isParted: false })) return []
  return gaps.flatMap((gap, index) => {
    const at = known[index] ?? (gap.left + gap.right) / 2
    const isFree = (_: PartCell, cell: number) => !lines[cell]?.some((row) => isOver(row, columns, index))
    return stack.filter(isFree).map(({ top, bottom }) => ({ at, from: top, to: bottom }))
  })
}

// A quick look, since few lines of ruled tables have a gap: it is written as a space, or the line is wider than its text.
function hasGap({ text, box, size }: Line): boolean {
  return /\s/u.test(text.trim()) || box.right - box.left > text.length * size * 1.05
}

function isOver(row: Row, columns: Stretch[], gap: number): boolean {
  const pieces = piecesOf(row, columns)
  return !pieces || pieces.some(({ first, last }) => first <= gap && last > gap)
}

/** The rules that a ruled table lacks between rows of figures that stand in one row of it. */
export function missingBars(part: Part, turn: number): Ruling[] {
  const rows = Map.groupBy(part.cells, ({ row, rowSpan }) => (rowSpan === 1 ? row : -1))
  return [...rows].flatMap(([row, cells]) => (row === -1 ? [] : barsIn(cells, part, turn)))
}

function barsIn(cells: PartCell[], { box, cells: all }: Part, turn: number): Ruling[] {
  const isWhole =
    cells.reduce((sum, { colSpan }) => sum + colSpan, 0) === Math.max(...all.map((cell) => cell.column + cell.colSpan))
  if (!isWhole || cells.filter(({ lines }) => lines.length > 2).length < 2) return []
  const stacks = cells.map(({ lines }) => rowsFrom(lines, turn))
  const figures = stacks.filter((stack, index) => isFigures(stack) && !isWrapped(stack, cells[index]))
  if (figures.length < 2) return []
  const rows = leveled(stacks.flat())
  const columns = cells.map(({ left, right }) => ({ left, right }))
  if (figures.some((stack) => stack.length < rows.length * 0.7) || rows.some((row) => !piecesOf(row, columns, 1)))
    return []
  const bands = bandsOf({ rows, head: 0, columns, bars: [] })
  return bands.slice(1).map(({ top }) => ({ at: top, from: box.left, to: box.right }))
}

/** Whether figures stand one below the other in one cell. */
export function hasStackedFigures({ cells }: Part): boolean {
  return cells.some(({ lines }) => lines.filter(({ text }) => isFigure(text.trim())).length > 1)
}

function isFigures(rows: Row[]): boolean {
  const texts = rows.map(({ segments }) => (segments.length === 1 ? (segments[0]?.text ?? '') : ''))
  return rows.length > 2 && texts.every((text) => isFigure(text) || isNil(text)) && texts.some(isFigure)
}

// One long figure in a narrow cell: no line but the last has room for another digit.
function isWrapped(rows: Row[], cell: PartCell | undefined): boolean {
  if (!cell) return false
  const free = rows.slice(0, -1).map(({ left, right }) => cell.right - cell.left - (right - left))
  const whole = rows.map(({ segments }) => segments[0]?.text ?? '').join('')
  return free.every((room, index) => room < (rows[index]?.size ?? 0)) && isFigure(whole)
}

// What stands at one height, in cells side by side.
function leveled(rows: Row[]): Row[] {
  const levels: Row[] = []
  for (const row of rows.toSorted((a, b) => a.top - b.top)) {
    const last = levels.at(-1)
    if (last && row.top + row.bottom < last.bottom * 2) {
      last.segments = [...last.segments, ...row.segments].sort((a, b) => a.left - b.left)
      last.bottom = Math.max(last.bottom, row.bottom)
    } else levels.push({ ...row })
  }
  return levels
}
