import type { Box } from '../../document.ts'
import type { Fill, Rule } from './marks.ts'
import { isWhite } from './marks.ts'

// Between two shaded areas, a strip from a hairline to a thick rule.
const [thinnest, thickest] = [0.2, 3.2]

// What is smaller is no cell: a dot, a part of a letter.
const smallest = 6

// A page with more areas is a drawing; the bound keeps hostile files cheap.
const mostAreas = 2000

/** A strip that is left free beside an area, as the rule that a reader sees there. */
export interface Gap {
  vertical: boolean
  at: number
  from: number
  to: number
  width: number
}

/** The rules that shaded cells leave between them, and round them within a shaded ground. */
export function rulesBetween(fills: Fill[], colorAt: (x: number, y: number) => string): Rule[] {
  if (fills.length > mostAreas) return []
  const cells = fills.filter(isCell)
  const order = fills.at(-1)?.order ?? 0
  return [...gapsBetween(cells), ...cells.flatMap((cell) => gapsAround(cell, fills))].flatMap(({ gap, areas }) => {
    const middle = (gap.from + gap.to) / 2
    const color = gap.vertical ? colorAt(gap.at, middle) : colorAt(middle, gap.at)
    return areas.every((area) => isOther(color, area.color)) ? [{ ...gap, order, color }] : []
  })
}

/** The rules that are left of an area when holes are cut out of it. */
export function rulesRound(holes: Box[], area: Box): Gap[] {
  if (holes.length > mostAreas) return []
  const cells = holes.filter(isCell)
  return [...gapsBetween(cells).map(({ gap }) => gap), ...cells.flatMap((cell) => sidesWithin(cell, area))]
}

function isCell({ left, top, right, bottom }: Box): boolean {
  return right - left >= smallest && bottom - top >= smallest
}

function isOther(a: string, b: string): boolean {
  return a !== b && !(isWhite(a) && isWhite(b))
}

interface Between<T> {
  gap: Gap
  areas: T[]
}

function gapsBetween<T extends Box>(cells: T[]): Between<T>[] {
  const byLeft = Map.groupBy(cells, ({ left }) => Math.floor(left))
  const byTop = Map.groupBy(cells, ({ top }) => Math.floor(top))
  return cells.flatMap((cell) => [
    ...near(byLeft, cell.right).flatMap((next) => between(cell, next, true)),
    ...near(byTop, cell.bottom).flatMap((next) => between(cell, next, false)),
  ])
}

function near<T>(cells: Map<number, T[]>, place: number): T[] {
  return [0, 1, 2, 3, 4].flatMap((step) => cells.get(Math.floor(place) + step) ?? [])
}

function between<T extends Box>(a: T, b: T, vertical: boolean): Between<T>[] {
  const [start, end] = vertical ? [a.right, b.left] : [a.bottom, b.top]
  const [from, to] = vertical
    ? [Math.max(a.top, b.top), Math.min(a.bottom, b.bottom)]
    : [Math.max(a.left, b.left), Math.min(a.right, b.right)]
  return isStrip(end - start) && to - from >= smallest
    ? [{ gap: { vertical, at: (start + end) / 2, from, to, width: end - start }, areas: [a, b] }]
    : []
}

function isStrip(width: number): boolean {
  return width >= thinnest && width <= thickest
}

// A cell paints over the ground that it stands on.
function gapsAround(cell: Fill, fills: Fill[]): Between<Fill>[] {
  const grounds = fills.filter((ground) => ground.order < cell.order && isWithin(cell, ground))
  return grounds.flatMap((ground) => sidesWithin(cell, ground).map((gap) => ({ gap, areas: [cell] })))
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  )
}

function sidesWithin(cell: Box, ground: Box): Gap[] {
  const [across, down] = [
    { from: cell.left, to: cell.right },
    { from: cell.top, to: cell.bottom },
  ]
  const side = (vertical: boolean, a: number, b: number) => ({
    vertical,
    at: (a + b) / 2,
    width: Math.abs(a - b),
    ...(vertical ? down : across),
  })
  return [
    side(true, ground.left, cell.left),
    side(true, cell.right, ground.right),
    side(false, ground.top, cell.top),
    side(false, cell.bottom, ground.bottom),
  ].filter(({ width }) => isStrip(width))
}
