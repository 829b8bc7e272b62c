import type { Box } from '../../document.ts'
import type { Glyph } from './marks.ts'

/** Glyphs painted one after the other that stand side by side on one line. */
export interface Run extends Box {
  glyphs: Glyph[]
  size: number
}

/** Groups glyphs, in the order of painting, into runs; all stand upright. */
export function runsOf(glyphs: Glyph[]): Run[] {
  const runs: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    if (last && follows(last, glyph)) runs.at(-1)?.push(glyph)
    else runs.push([glyph])
    last = glyph
  }
  return runs.map(runFrom)
}

/** A run of these glyphs; its box is that of its ink, or of its spaces when it has none. */
export function runFrom(glyphs: Glyph[]): Run {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity, size: 0 }
  const isBlank = glyphs.every(({ blank }) => blank)
  for (const { left, top, right, bottom, size, blank } of glyphs) {
    if (blank && !isBlank) continue
    if (left < box.left) box.left = left
    if (right > box.right) box.right = right
    if (top < box.top) box.top = top
    if (bottom > box.bottom) box.bottom = bottom
    if (size > box.size) box.size = size
  }
  return { left: box.left, top: box.top, right: box.right, bottom: box.bottom, size: box.size, glyphs }
}

function follows(last: Glyph, next: Glyph): boolean {
  const gap = next.left - last.right
  const size = Math.max(last.size, next.size)
  return (
    gap < size * 0.5 &&
    gap > -0.35 * Math.min(last.size, next.right - next.left + 0.1) - 0.5 &&
    Math.abs(last.size - next.size) < size * 0.2 &&
    Math.abs(last.bottom - last.top - next.bottom + next.top + 2 * (next.top - last.top)) < size * 0.5
  )
}
