import type { Box } from '../../document.ts'
import type { Glyph } from './marks.ts'

// A seal has a name round its edge and a line or two within; longer text that holds a slanted character is text.
const longest = 60

/** Tells the glyphs of watermarks and seals: slanted ones, and the straight ones of the same stamp. */
export function stampIn(glyphs: Glyph[]): (glyph: Glyph) => boolean {
  if (!glyphs.some(isSlanted)) return () => false
  const stamped = new Set(glyphs.filter(isSlanted))
  for (const group of groupsOf(glyphs)) {
    const slanted = group.filter(isSlanted)
    if (slanted.length === 0) continue
    const ring = boundsOf(slanted)
    if (group.length <= longest) for (const glyph of group) if (isBeside(glyph, ring)) stamped.add(glyph)
    if (slanted.length >= 4 && !isInk(slanted[0])) addWithin(ring, slanted[0], glyphs, stamped)
  }
  return (glyph) => stamped.has(glyph)
}

function isSlanted({ turn }: Glyph): boolean {
  return turn === -1
}

// The characters at the top of a ring stand upright, a little above their neighbours; those at its ends lie.
function isBeside({ left, top, right, bottom, size, turn }: Glyph, ring: Box): boolean {
  if (turn !== 0) return true
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return x > ring.left - size && x < ring.right + size && y > ring.top - size && y < ring.bottom + size
}

/** Groups glyphs painted one after the other in one size, font and colour. */
export function groupsOf(glyphs: Glyph[]): Glyph[][] {
  const groups: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    if (last && isAlike(last, glyph)) groups.at(-1)?.push(glyph)
    else groups.push([glyph])
    last = glyph
  }
  return groups
}

function isAlike(a: Glyph, b: Glyph): boolean {
  return a.color === b.color && a.font === b.font && Math.abs(a.size - b.size) < a.size * 0.02
}

function isInk(glyph: Glyph | undefined): boolean {
  return glyph?.color === '#000000'
}

// What stands within the ring of a seal in its colour.
function addWithin(
  ring: Box,
  { color }: Pick<Glyph, 'color'> = { color: '' },
  glyphs: Glyph[],
  stamped: Set<Glyph>,
): void {
  for (const glyph of glyphs) {
    const isWithin =
      glyph.left > ring.left && glyph.right < ring.right && glyph.top > ring.top && glyph.bottom < ring.bottom
    if (isWithin && glyph.color === color) stamped.add(glyph)
  }
}

function boundsOf(glyphs: Glyph[]): Box {
  return {
    left: Math.min(...glyphs.map(({ left }) => left)),
    top: Math.min(...glyphs.map(({ top }) => top)),
    right: Math.max(...glyphs.map(({ right }) => right)),
    bottom: Math.max(...glyphs.map(({ bottom }) => bottom)),
  }
}
