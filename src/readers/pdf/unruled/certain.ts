import type { Grid } from './bands.ts'
import { bandsOf } from './bands.ts'
import type { Stretch } from './columns.ts'
import { cellsOf, columnsIn, covered, piecesOf } from './columns.ts'
import { isFigure, isFused, isNil } from './figures.ts'
import type { Region } from './regions.ts'
import { sizeOf } from './regions.ts'
import type { Row, Segment } from './segments.ts'

/** A column of the body, as far as it tells a table from prose. */
interface Column {
  cells: Segment[]
  figures: boolean
  aligned: boolean
  ordinals: boolean
  /** Of several columns that no gap parts. */
  fused: boolean
}

/**
 * Whether a region is a table, and cannot be anything else. Figures in columns are what prose, lists, contents and
 * signatures do not have; words in columns take the rules of a table above, below and under its head.
 */
export function isCertain(region: Omit<Region, 'to'>): boolean {
  const { rows, head, columns, bars, isParted } = region
  const body = rows.slice(head)
  const cells = body.map((row) => cellsOf(row, columns))
  const size = sizeOf(body)
  if (body.length < (bars.length >= 3 ? 2 : 3) || columns.length < 2 || isLabelled(body)) return false
  const judged = columns.map((_, index) =>
    columnFrom(
      cells.flatMap((row) => row?.[index] ?? []),
      size,
    ),
  )
  const telling = judged.filter(({ ordinals }) => !ordinals)
  const figures = telling.filter(
    (column, index) => column.figures && column.aligned && (index > 0 || telling.length < judged.length),
  )
  if (judged.slice(1).some(({ aligned, fused }) => fused || !aligned)) return false
  if (isSparse(region)) return false
  if ((bars.length >= 2 || isParted) && figures.length > 0) return true
  if (bars.length >= 3) return head > 0 && !judged.some((column) => isProse(column, size))
  if (!isWide(rows, columns, size) || telling.length < 3) return false
  return figures.length > 1 || (figures.length === 1 && body.length > 3 && !isContents(judged) && !isList(judged))
}

// Most rows have most columns filled.
function isSparse(region: Grid): boolean {
  const count = region.columns.length
  const body = { ...region, rows: region.rows.slice(region.head), head: 0 }
  const filled = bandsOf(body).map(
    ({ lines }) =>
      new Set(lines.flatMap((line) => piecesOf(line, region.columns) ?? []).map(({ first }) => first)).size,
  )
  const whole = filled.filter((columns) => columns > 1)
  return (
    whole.length < filled.length * 0.6 || whole.reduce((sum, columns) => sum + columns, 0) < whole.length * count * 0.6
  )
}

// 负责人：…… 填表人：…… is a line of labels.
function isLabelled(rows: Row[]): boolean {
  const labelled = rows.filter(({ segments }) => segments.some(({ text }) => /[：:]/u.test(text)))
  return labelled.length > rows.length * 0.3
}

const ordinal = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]|[①-⑳]|[•·●■◆▪–—-]|\p{L}[).．])$/u

function columnFrom(cells: Segment[], size: number): Column {
  const figures = cells.filter(({ text }) => isFigure(text)).length
  const nils = cells.filter(({ text }) => isNil(text)).length
  return {
    cells,
    figures: figures > 0 && figures + nils >= cells.length * 0.8,
    aligned: isAligned(cells, size),
    ordinals: cells.every(({ text }) => ordinal.test(text)) || isCounting(cells),
    fused: cells.filter(({ text }) => isFused(text)).length > cells.length * 0.3,
  }
}

// 1, 2, 3 … are numbers of items, and no figures.
function isCounting(cells: Segment[]): boolean {
  const numbers = cells.map(({ text }) => (/^\d+$/u.test(text) ? Number(text) : Number.NaN))
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
}

function isAligned(cells: Segment[], size: number): boolean {
  const inked = cells.filter(({ text }) => !isNil(text))
  return anchors.some((anchor) => {
    const places = inked.map(anchor).sort((a, b) => a - b)
    const middle = places[places.length >> 1] ?? 0
    return places.filter((place) => Math.abs(place - middle) <= Math.max(size * 0.15, 1)).length >= places.length * 0.8
  })
}

const anchors: ((segment: Segment) => number)[] = [
  ({ left }) => left,
  ({ right }) => right,
  ({ left, right }) => (left + right) / 2,
  ({ point }) => point,
]

// Without rules, the gaps are wider than those that a full line leaves between words.
function isWide(rows: Row[], columns: Stretch[], size: number): boolean {
  return columnsIn(columns, size, 1).length === columns.length && columnsIn(covered(rows), size).length > 1
}

// Lines that fill their column one after the other are prose.
function isProse({ cells }: Column, size: number): boolean {
  const right = Math.max(...cells.map((cell) => cell.right))
  const isFull = (cell: Segment | undefined) =>
    cell !== undefined && right - cell.right < size * 2.5 && cell.right - cell.left > size * 8
  return cells.filter((cell, index) => isFull(cell) && isFull(cells[index + 1])).length > 1
}

// Items that begin with their number.
function isList([first]: Column[]): boolean {
  const items =
    first?.cells.filter(({ text }) =>
      /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.](?!\d)|[①-⑳•·●■◆▪])/u.test(text),
    ) ?? []
  return items.length > (first?.cells.length ?? 0) * 0.5
}

// Page numbers never go down.
function isContents(columns: Column[]): boolean {
  const numbers = columns.at(-1)?.cells.map(({ text }) => (/^\d+$/u.test(text) ? Number(text) : Number.NaN)) ?? []
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))
}
