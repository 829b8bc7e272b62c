import type { Box } from '../../document.ts'

/** A transformation of the plane: x' = a x + c y + e, y' = b x + d y + f (ISO 32000-2, 8.3.3). */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** The text runs this many quarter turns clockwise; -1 for any other slant. */
export type Turn = 0 | 1 | 2 | 3 | -1

/** First `second`, then `first`. */
export function multiply(first: Matrix, second: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = first
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = [second[0], second[1], second[2], second[3], second[4], second[5]]
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** The smallest upright box that holds a transformed rectangle. */
export function boxThrough([a, b, c, d, e, f]: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  return {
    left: e + Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1),
    right: e + Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1),
    top: f + Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1),
    bottom: f + Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1),
  }
}

/** How far a direction is turned; two degrees off still count as upright. */
export function turnOf(x: number, y: number): Turn {
  if (Math.abs(y) <= 0.035 * Math.abs(x)) return x >= 0 ? 0 : 2
  if (Math.abs(x) <= 0.035 * Math.abs(y)) return y >= 0 ? 1 : 3
  return -1
}

/** Turns a box about the origin so that text with this turn stands upright; `4 - turn` turns it back. */
export function turnBox<T extends Box>(box: T, turn: number): T {
  const { left, top, right, bottom } = box
  if (turn === 1) return { ...box, left: top, right: bottom, top: -right, bottom: -left }
  if (turn === 2) return { ...box, left: -right, right: -left, top: -bottom, bottom: -top }
  if (turn === 3) return { ...box, left: -bottom, right: -top, top: left, bottom: right }
  return box
}

/** What two boxes have in common; its right is left of its left when they are apart. */
export function intersection(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
}
