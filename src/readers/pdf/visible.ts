import { rulesBetween } from './gaps.ts'
import type { Fill, Glyph, Marks, Rule } from './marks.ts'
import { isWhite } from './marks.ts'
import { turnBox } from './matrix.ts'
import { partition } from './partition.ts'

// Fills are looked up by bands of the page.
const bandHeight = 24

/** The marks of a page with its glyphs and rules parted into what is seen and what is hidden. */
export interface Seen {
  glyphs: Glyph[]
  hidden: Glyph[]
  rules: Rule[]
}

/** Takes out what cannot be seen: text without ink, white on white, or painted over; rules of white or painted over. */
export function visible({ glyphs, rules, fills, pictures }: Marks): Seen {
  const covers = bands(fills)
  const colorAt = (x: number, y: number) => fillAt(x, y, covers)?.color ?? paper
  const [hidden, seen] = partition(
    glyphs,
    (glyph) => glyph.hidden || isCovered(glyph, covers) || isColourless(glyph, covers, pictures),
  )
  return {
    glyphs: seen,
    hidden: hidden.filter(({ blank }) => !blank),
    rules: [...erase(rules, covers).filter((rule) => !isOverlaid(rule, covers)), ...rulesBetween(fills, colorAt)],
  }
}

const paper = '#ffffff'

type Bands = ReadonlyMap<number, readonly Fill[]>

function bands(fills: Fill[]): Bands {
  const found = new Map<number, Fill[]>()
  for (const fill of fills) {
    const [first, last] = [bandOf(Math.max(fill.top, -1e4)), bandOf(Math.min(fill.bottom, 1e4))]
    for (let band = first; band <= last; band++) {
      const list = found.get(band) ?? []
      // A fill hides those below it that it covers, so they need not be asked.
      while (contains(fill, list.at(-1))) list.pop()
      list.push(fill)
      found.set(band, list)
    }
  }
  return found
}

function bandOf(y: number): number {
  return Math.floor(y / bandHeight)
}

function contains(outer: Fill, inner: Fill | undefined): boolean {
  if (!inner) return false
  return (
    outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom
  )
}

// The last fill over a point.
function fillAt(x: number, y: number, covers: Bands): Fill | undefined {
  return covers
    .get(bandOf(y))
    ?.findLast(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom)
}

function isCovered({ left, right, top, bottom, order }: Glyph, covers: Bands): boolean {
  const fill = fillAt((left + right) / 2, (top + bottom) / 2, covers)
  if (!fill || fill.order <= order) return false
  return fill.left <= left + 1 && fill.right >= right - 1 && fill.top <= top + 2 && fill.bottom >= bottom - 2
}

function isColourless(glyph: Glyph, covers: Bands, pictures: Marks['pictures']): boolean {
  if (glyph.color === '#000000' || !isWhite(glyph.color)) return false
  const [x, y] = [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2]
  const isOver = (box: Marks['pictures'][number]) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
  return isWhite(fillAt(x, y, covers)?.color ?? paper) && !pictures.slice(0, 50).some(isOver)
}

function isOverlaid(rule: Rule, covers: Bands): boolean {
  const { at, from, to, width, order } = rule
  const half = width / 2 + 0.3
  const flat = { left: from, right: to, top: at - half, bottom: at + half }
  const box = rule.vertical ? turnBox({ left: at - half, right: at + half, top: from, bottom: to }, 0) : flat
  const fill = fillAt((box.left + box.right) / 2, (box.top + box.bottom) / 2, covers)
  if (!fill || fill.order <= order) return false
  return fill.left <= box.left && fill.right >= box.right && fill.top <= box.top && fill.bottom >= box.bottom
}

// A white rule draws nothing but on a shaded area, and takes away the rule that it lies on.
function erase(rules: Rule[], covers: Bands): Rule[] {
  const whites = rules.filter((rule) => isWhite(rule.color) && isOnPaper(rule, covers))
  if (whites.length === 0) return rules
  const erasers = Map.groupBy(whites, keyOf)
  const drawnOver = new Set(whites)
  return rules
    .filter((rule) => !drawnOver.has(rule))
    .flatMap((rule) => {
      const near = [-1, 0, 1].flatMap((step) => erasers.get(keyOf({ ...rule, at: rule.at + step })) ?? [])
      return near
        .filter((white) => hides(white, rule))
        .reduce<Rule[]>((rest, white) => rest.flatMap(without(white)), [rule])
    })
}

function isOnPaper({ vertical, at, from, to }: Rule, covers: Bands): boolean {
  const middle = (from + to) / 2
  const fill = vertical ? fillAt(at, middle, covers) : fillAt(middle, at, covers)
  return isWhite(fill?.color ?? paper)
}

function keyOf({ vertical, at }: Rule): string {
  return `${vertical} ${Math.round(at)}`
}

function hides(white: Rule, rule: Rule): boolean {
  return white.order > rule.order && Math.abs(white.at - rule.at) < 0.5 && white.width >= rule.width - 0.1
}

function without(white: Rule): (rule: Rule) => Rule[] {
  return (rule) =>
    [
      { ...rule, to: Math.min(rule.to, white.from) },
      { ...rule, from: Math.max(rule.from, white.to) },
    ].filter(({ from, to }) => to - from > 0.5)
}
