import type { Box } from '../../../document.ts'
import type { Line } from '../lines.ts'
import { turnBox } from '../matrix.ts'

/** A piece of a line that a wide gap parts from the next. */
export interface Segment extends Box {
  text: string
  /** Where the decimals of a figure begin: its decimal point, or its right side. */
  point: number
}

/** A line as the pieces it is made of, from left to right. */
export interface Row extends Box {
  size: number
  segments: Segment[]
}

/** A gap this wide, in characters, may part two columns; no word space is as wide, but in a badly justified line. */
export const narrowest = 0.6

/** The rows that lines are, from top to bottom, on a page that is turned this far. */
export function rowsFrom(lines: Line[], turn: number): Row[] {
  return lines.map((line) => rowFrom(line, turn)).sort((a, b) => a.top - b.top)
}

function rowFrom(line: Line, turn: number): Row {
  const { box, size, text } = line
  const cuts = cutsIn(line, turn)
  const segments = cuts.map((start, index) => segmentFrom(line, start, cuts[index + 1] ?? text.length, turn))
  return { left: box.left, top: box.top, right: box.right, bottom: box.bottom, size, segments }
}

// Where segments begin. Spaces count as gaps, however they are printed.
function cutsIn({ text, glyphs, size }: Line, turn: number): number[] {
  const cuts: number[] = []
  let end = Number.NEGATIVE_INFINITY
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text.charCodeAt(at))) continue
    if (leftOf(glyphs, at, turn) - end >= size * narrowest) cuts.push(at)
    end = Math.max(end, rightOf(glyphs, at, turn))
  }
  return cuts
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 9 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)
}

// The sides of a character as a reader turns the page.

function leftOf(glyphs: Float32Array, at: number, turn: number): number {
  return turn === 0 ? (glyphs[at * 4] ?? 0) : boxOf(glyphs, at, turn).left
}

function rightOf(glyphs: Float32Array, at: number, turn: number): number {
  return turn === 0 ? (glyphs[at * 4 + 2] ?? 0) : boxOf(glyphs, at, turn).right
}

function boxOf(glyphs: Float32Array, at: number, turn: number): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = glyphs.subarray(at * 4, at * 4 + 4)
  return turnBox({ left, top, right, bottom }, turn)
}

function segmentFrom({ text, glyphs, box }: Line, start: number, end: number, turn: number): Segment {
  const printed = text.slice(start, end).trimEnd()
  const last = start + printed.length - 1
  const decimal = printed.lastIndexOf('.')
  const digit = /\d\D*$/u.exec(printed)?.index ?? printed.length - 1
  return {
    text: printed,
    left: leftOf(glyphs, start, turn),
    right: rightOf(glyphs, last, turn),
    top: box.top,
    bottom: box.bottom,
    point: decimal > 0 ? leftOf(glyphs, start + decimal, turn) : rightOf(glyphs, start + digit, turn),
  }
}
