import type { Box } from '../../document.ts'
import type { Matrix } from './matrix.ts'

// The codes in the path array of pdf.js, and how many numbers follow each.
const [move, line, close] = [0, 1, 4]
const operands = [2, 2, 6, 4, 0]

/** One subpath in page coordinates, x and y by turns; `straight` when it has no curve. */
export interface Outline {
  points: number[]
  straight: boolean
  closed: boolean
}

/** The subpaths of a path. */
export function outlinesOf(matrix: Matrix, path: Float32Array): Outline[] {
  const found: Outline[] = []
  let current: Outline | undefined
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? close
    const count = operands[code] ?? 0
    if (code === move) {
      current = { points: [], straight: true, closed: false }
      found.push(current)
    }
    if (!current) return found
    const points = through(matrix, path.subarray(at + 1, at + 1 + count))
    if (code === close) current.closed = true
    else if (code === move || code === line || isFlat([...current.points.slice(-2), ...points])) {
      current.points.push(points.at(-2) ?? 0, points.at(-1) ?? 0)
    } else {
      // The end of a curve begins the next line; the curve itself is no rule.
      current = { points: points.slice(-2), straight: false, closed: false }
      found.push(current)
    }
    at += 1 + count
  }
  return found
}

function through([a, b, c, d, e, f]: Matrix, points: Float32Array): number[] {
  const found: number[] = []
  for (let at = 0; at < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]]
    found.push(a * x + c * y + e, b * x + d * y + f)
  }
  return found
}

// Some producers draw rules as curves without a bend.
function isFlat(points: number[]): boolean {
  const { left, top, right, bottom } = boundsOf(points)
  return Math.min(right - left, bottom - top) < 0.1
}

/** An outline with those that cut holes in it. */
export interface Holed extends Outline {
  holes: Outline[]
}

/** Tells which rectangles cut holes in the one round them that comes before them (ISO 32000-2, 8.5.3.3). */
export function withHoles(outlines: Outline[], evenOdd: boolean): Holed[] {
  const found: Holed[] = []
  for (const outline of outlines) {
    const outer = found.at(-1)
    if (outer && cutsHole(outer, outline, evenOdd)) outer.holes.push(outline)
    else found.push({ ...outline, holes: [] })
  }
  return found
}

function cutsHole(outer: Outline, inner: Outline, evenOdd: boolean): boolean {
  if (!isRectangle(outer.points) || !isRectangle(inner.points)) return false
  const [a, b] = [boundsOf(outer.points), boundsOf(inner.points)]
  const isWithin = b.left >= a.left && b.right <= a.right && b.top >= a.top && b.bottom <= a.bottom
  return isWithin && (evenOdd || isClockwise(outer.points) !== isClockwise(inner.points))
}

function isClockwise(points: number[]): boolean {
  let area = 0
  for (let at = 0; at < points.length; at += 2) {
    const [x0 = 0, y0 = 0] = [points[at], points[at + 1]]
    const [x1 = 0, y1 = 0] = [points[(at + 2) % points.length], points[(at + 3) % points.length]]
    area += x0 * y1 - x1 * y0
  }
  return area > 0
}

/** The box round points. */
export function boundsOf(points: number[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (let at = 0; at < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]]
    if (x < box.left) box.left = x
    if (x > box.right) box.right = x
    if (y < box.top) box.top = y
    if (y > box.bottom) box.bottom = y
  }
  return box
}

/** Whether points are the four corners of an upright rectangle. */
export function isRectangle(points: number[]): boolean {
  if (points.length < 8 || points.length > 10) return false
  const { left, top, right, bottom } = boundsOf(points)
  for (let at = 0; at < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]]
    if (Math.min(x - left, right - x) > 0.5 || Math.min(y - top, bottom - y) > 0.5) return false
  }
  return true
}
