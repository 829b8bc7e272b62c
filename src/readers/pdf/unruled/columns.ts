import type { Row, Segment } from './segments.ts'
import { narrowest } from './segments.ts'

/** Side by side, what rows leave free and what they do not. */
export interface Stretch {
  left: number
  right: number
}

/** The stretches of a line that the segments of rows cover, from left to right. */
export function covered(rows: Row[]): Stretch[] {
  return unite(rows.flatMap(({ segments }) => segments))
}

/** Adds the segments of a row to what is covered. */
export function cover(stretches: Stretch[], { segments }: Row): Stretch[] {
  return unite([...stretches, ...segments])
}

function unite(stretches: Stretch[]): Stretch[] {
  const united: Stretch[] = []
  for (const { left, right } of stretches.toSorted((a, b) => a.left - b.left)) {
    const last = united.at(-1)
    if (last && left <= last.right) last.right = Math.max(last.right, right)
    else united.push({ left, right })
  }
  return united
}

/** The columns: what is covered, with narrow gaps closed. */
export function columnsIn(stretches: Stretch[], size: number, least = narrowest): Stretch[] {
  const columns: Stretch[] = []
  for (const { left, right } of stretches) {
    const last = columns.at(-1)
    if (last && left - last.right < size * least) last.right = right
    else columns.push({ left, right })
  }
  return columns
}

/** What stands in a row over the columns from `first` to `last`. */
export interface Piece {
  first: number
  last: number
  segment: Segment
}

/**
 * The segments of a row by the columns over which they stand; what lies between two columns stands over both. Undefined
 * when two share a column: segments of one text are not further `apart`, in characters.
 */
export function piecesOf(row: Row, columns: Stretch[], apart = 3): Piece[] | undefined {
  const pieces: Piece[] = []
  for (const segment of row.segments) {
    const [first, last] = spanOf(segment, columns, row.size * 0.3)
    const other = pieces.at(-1)
    if (!other || first > other.last) pieces.push({ first, last, segment })
    else if (segment.left - other.segment.right < row.size * apart && Math.max(last, other.last) === other.first) {
      other.segment = joined(other.segment, segment)
    } else return undefined
  }
  return pieces
}

function spanOf({ left, right }: Stretch, columns: Stretch[], slack: number): [first: number, last: number] {
  const first = columns.findIndex((column) => column.right > left + slack)
  const last = columns.findLastIndex((column) => column.left < right - slack)
  if (first === -1) return [columns.length - 1, columns.length - 1]
  if (last === -1) return [0, 0]
  return first <= last ? [first, last] : [last, first]
}

function joined(a: Segment, b: Segment): Segment {
  return { ...a, text: `${a.text} ${b.text}`, right: Math.max(a.right, b.right), point: b.point }
}

/** The segments of a row by column; undefined when one stands over several, or one column has two. */
export function cellsOf(row: Row, columns: Stretch[]): (Segment | undefined)[] | undefined {
  const pieces = piecesOf(row, columns, 1)
  if (!pieces?.every(({ first, last }) => first === last)) return undefined
  return columns.map((_, column) => pieces.find(({ first }) => first === column)?.segment)
}

/**
 * The columns of the body, made wide enough for the head; undefined when its rows do not fit: the gaps between the
 * columns must stay free, but for what stands over several.
 */
export function widened(columns: Stretch[], head: Row[]): Stretch[] | undefined {
  const wide = columns.map((column) => ({ ...column }))
  for (const row of head) {
    const pieces = piecesOf(row, columns)
    if (!pieces) return undefined
    for (const { first, last, segment } of pieces) {
      const column = wide[first]
      if (!column || first < last) continue
      column.left = Math.min(column.left, segment.left)
      column.right = Math.max(column.right, segment.right)
    }
  }
  const isApart = wide.every(({ right }, index) => right < (wide[index + 1]?.left ?? Infinity))
  return isApart ? wide : undefined
}
