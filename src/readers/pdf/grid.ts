import type { Box } from '../../document.ts'
import type { Area, Drawn } from './areas.ts'
import { areasOf } from './areas.ts'
import type { Ruling, Rulings } from './rulings.ts'

/** A cell as it is drawn; rows and columns count from 0. */
export interface Frame extends Box {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  /** No rule is drawn above it, or below it. */
  openTop: boolean
  openBottom: boolean
}

/** The cells that a network of rulings draws; empty when it draws none. */
export function framesOf({ horizontal, vertical }: Rulings): Frame[] {
  const xs = linesOf(vertical, horizontal)
  const ys = linesOf(horizontal, vertical)
  const drawn = {
    rows: drawnOn(ys, xs, horizontal),
    columns: drawnOn(xs, ys, vertical),
  }
  const areas = areasOf(xs.length - 1, ys.length - 1, drawn)
  const framed = areas.flatMap((area) => {
    const sides = sidesOf(area, drawn)
    return isClosed(area, drawn, sides) ? [frameOf(area, xs, ys, sides)] : []
  })
  return renumber(framed)
}

// Lines closer than this are one: double rules, and rules that miss each other.
const tolerance = 3.2

// How many places are tried for an open side.
const mostSides = 20

// How far the edge of a table reaches at least beyond its lines where it tells of an open side.
const leastBeyond = 12

// The places of the lines, and of the open sides: where several crossing rulings end together, there is a side, and
// where the first or the last of them alone reaches beyond all lines.
function linesOf(rulings: Ruling[], crossing: Ruling[]): number[] {
  const lines = cluster(rulings.map(({ at }) => at))
  const [low, high] = [lines[0] ?? 0, lines.at(-1) ?? 0]
  const starts = cluster(crossing.map(({ from }) => from).filter((from) => from < low - tolerance))
  const ends = cluster(crossing.map(({ to }) => to).filter((to) => to > high + tolerance))
  const edges = edgesOf(crossing)
  const isSide = (place: number, key: 'from' | 'to') => {
    const ending = crossing.filter((ruling) => Math.abs(ruling[key] - place) <= tolerance)
    const isBeyond = place < low - leastBeyond || place > high + leastBeyond
    return ending.length >= 2 || (isBeyond && ending.some(({ at }) => edges.includes(at)))
  }
  const start = starts.slice(0, mostSides).find((place) => isSide(place, 'from'))
  const end = ends.slice(-mostSides).findLast((place) => isSide(place, 'to'))
  return [...(start === undefined ? [] : [start]), ...lines, ...(end === undefined ? [] : [end])]
}

function edgesOf(rulings: Ruling[]): number[] {
  const places = rulings.map(({ at }) => at).sort((a, b) => a - b)
  return [...places.slice(0, 1), ...places.slice(-1)]
}

function cluster(places: number[]): number[] {
  const groups: number[][] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && place - (group[0] ?? 0) <= tolerance) group.push(place)
    else groups.push([place])
  }
  return groups.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length)
}

function drawnOn(lines: number[], crossing: number[], rulings: Ruling[]): boolean[][] {
  const drawn = lines.map(() => crossing.slice(1).map(() => false))
  for (const { at, from, to } of rulings) {
    const sections = drawn[nearest(lines, at)] ?? []
    for (let index = nearest(crossing, from); index < sections.length; index++) {
      const [start = 0, end = 0] = [crossing[index], crossing[index + 1]]
      if (start > to) break
      if (isCovered(start, end, from, to)) sections[index] = true
    }
  }
  return drawn
}

// Most of a section is enough, or all but what rules may miss each other by.
function isCovered(start: number, end: number, from: number, to: number): boolean {
  const covered = Math.min(to, end) - Math.max(from, start)
  return covered > 0 && (covered >= (end - start) * 0.6 || covered >= end - start - 2 * tolerance)
}

// The index of the line nearest to a place.
function nearest(lines: number[], place: number): number {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  const [before = lines[low] ?? 0, after = lines[low] ?? 0] = [lines[low - 1], lines[low]]
  return low > 0 && place - before < after - place ? low - 1 : low
}

/** Which sides of an area are drawn from end to end. */
interface Sides {
  top: boolean
  bottom: boolean
  left: boolean
  right: boolean
}

function sidesOf(area: Area, { rows, columns }: Drawn): Sides {
  const side = (drawn: boolean[] | undefined, from: number, to: number) =>
    drawn?.slice(from, to).every(Boolean) ?? false
  return {
    top: side(rows[area.top], area.left, area.right),
    bottom: side(rows[area.bottom], area.left, area.right),
    left: side(columns[area.left], area.top, area.bottom),
    right: side(columns[area.right], area.top, area.bottom),
  }
}

// Rules on all sides. A side of the table may lack its rule: all along it, or for one cell, as where a page end cuts it.
// Where both meet, the cell in the corner has two rules.
function isClosed(area: Area, drawn: Drawn, { top, bottom, left, right }: Sides): boolean {
  const { rows, columns } = drawn
  const isFlat = (top || area.top === 0) && (bottom || area.bottom === rows.length - 1)
  const isUpright = (left || area.left === 0) && (right || area.right === columns.length - 1)
  if (!isFlat || !isUpright) return false
  if ((top && bottom) || (left && right)) return true
  const isCorner = (top || bottom) && (left || right)
  return isCorner && !columns[left ? area.right : area.left]?.some(Boolean)
}

function frameOf({ left, top, right, bottom }: Area, xs: number[], ys: number[], sides: Sides): Frame {
  return {
    row: top,
    column: left,
    rowSpan: bottom - top,
    colSpan: right - left,
    left: xs[left] ?? 0,
    right: xs[right] ?? 0,
    top: ys[top] ?? 0,
    bottom: ys[bottom] ?? 0,
    openTop: !sides.top,
    openBottom: !sides.bottom,
  }
}

// Only lines that bound a cell make rows and columns: a stray rule makes none.
function renumber(frames: Frame[]): Frame[] {
  const rows = ranks(frames.flatMap(({ row, rowSpan }) => [row, row + rowSpan]))
  const columns = ranks(frames.flatMap(({ column, colSpan }) => [column, column + colSpan]))
  return frames
    .map((frame) => {
      const [row = 0, lastRow = 0] = [rows.get(frame.row), rows.get(frame.row + frame.rowSpan)]
      const [column = 0, lastColumn = 0] = [columns.get(frame.column), columns.get(frame.column + frame.colSpan)]
      return { ...frame, row, column, rowSpan: lastRow - row, colSpan: lastColumn - column }
    })
    .sort((a, b) => a.row - b.row || a.column - b.column)
}

function ranks(places: number[]): Map<number, number> {
  return new Map([...new Set(places)].sort((a, b) => a - b).map((place, rank) => [place, rank]))
}
