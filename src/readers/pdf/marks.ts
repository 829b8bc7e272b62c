import type { Box } from '../../document.ts'
import type { Turn } from './matrix.ts'

/** A printed character: its text as it is read, and the box from its ascent to its descent. */
export interface Glyph extends Box {
  text: string
  /** White space. */
  blank: boolean
  /** The size of the font as printed. */
  size: number
  /** The name that the file gives its font. */
  font: string
  turn: Turn
  /** The place of its operator in the order of painting. */
  order: number
  color: string
  /** Transparent enough to be a watermark. */
  sheer: boolean
  /** Not to be seen: painted with no ink, or outside the clip. */
  hidden: boolean
}

/** A straight rule: `at` is its y when it is horizontal, its x when it is vertical. */
export interface Rule {
  vertical: boolean
  at: number
  from: number
  to: number
  width: number
  order: number
  color: string
}

/** An opaque rectangle of one colour, or a picture; both hide what was painted before. */
export interface Fill extends Box {
  order: number
  color: string
}

/** Everything that the operators of a page paint, in the coordinates of the page as shown. */
export interface Marks {
  glyphs: Glyph[]
  rules: Rule[]
  fills: Fill[]
  pictures: Box[]
}

/** Whether a colour cannot be told from white paper. */
export function isWhite(color: string): boolean {
  return lightness(color) > 0.97
}

/** From 0, black, to 1, white. */
export function lightness(color: string): number {
  const value = Number.parseInt(color.slice(1), 16)
  if (!Number.isFinite(value)) return 0
  return ((value >> 16) * 0.299 + ((value >> 8) & 255) * 0.587 + (value & 255) * 0.114) / 255
}
