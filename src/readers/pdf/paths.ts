import type { Canvas } from './canvas.ts'
import { rulesRound } from './gaps.ts'
import { intersection } from './matrix.ts'
import { boundsOf, isRectangle, outlinesOf, withHoles } from './outlines.ts'

// Thicker strokes and fills are bars and shading, not rules.
const thickest = 3.2

/** Adds the rules that a stroked path draws. */
export function strokePath(canvas: Canvas, path: Float32Array): void {
  const { matrix, lineWidth, strokeAlpha, stroke } = canvas.state
  const width = lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  if (strokeAlpha === 0) return
  for (const { points, closed } of outlinesOf(canvas.state.matrix, path)) {
    const count = points.length
    for (let at = 2; at < count; at += 2) strokeLine(canvas, points, at - 2, at, width, stroke)
    if (closed && count > 4) strokeLine(canvas, points, count - 2, 0, width, stroke)
  }
}

/** Adds the rules and the shaded areas that a filled path draws; `evenOdd` when each outline within another cuts a hole. */
export function fillPath(canvas: Canvas, path: Float32Array, evenOdd = false): void {
  const { fill, fillAlpha } = canvas.state
  if (fillAlpha === 0) return
  for (const { points, straight, holes } of withHoles(outlinesOf(canvas.state.matrix, path), evenOdd)) {
    if (!straight || points.length < 4) continue
    const box = boundsOf(points)
    if (holes.length > 0) {
      for (const { vertical, at, from, to, width } of rulesRound(
        holes.map((hole) => boundsOf(hole.points)),
        box,
      )) {
        addRule(canvas, vertical, at, from, to, width, fill)
      }
      continue
    }
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (Math.min(width, height) <= thickest) {
      const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
      if (width >= height || width <= thickest) addRule(canvas, false, middleY, box.left, box.right, height, fill)
      if (height > width || height <= thickest) addRule(canvas, true, middleX, box.top, box.bottom, width, fill)
    } else if (fillAlpha > 0.99 && isRectangle(points)) {
      canvas.marks.fills.push({ ...intersection(box, canvas.state.clip), order: canvas.order, color: fill })
    }
  }
}

function strokeLine(canvas: Canvas, points: number[], from: number, to: number, width: number, color: string): void {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [points[from], points[from + 1], points[to], points[to + 1]]
  const [across, down] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (down <= 1 && across >= down) {
    addBar(canvas, false, (y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1), width, color)
  } else if (across <= 1) {
    addBar(canvas, true, (x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1), width, color)
  }
}

function addBar(canvas: Canvas, vertical: boolean, at: number, from: number, to: number, width: number, color: string) {
  if (width <= thickest) return addRule(canvas, vertical, at, from, to, width, color)
  const half = width / 2
  const box = vertical
    ? { left: at - half, top: from, right: at + half, bottom: to }
    : { left: from, top: at - half, right: to, bottom: at + half }
  // A dot of a thick dotted line is no area.
  if (to - from > thickest) canvas.marks.fills.push({ ...box, order: canvas.order, color })
}

function addRule(
  canvas: Canvas,
  vertical: boolean,
  at: number,
  from: number,
  to: number,
  width: number,
  color: string,
) {
  const { clip } = canvas.state
  const [near, far, first, last] = vertical
    ? [clip.left, clip.right, clip.top, clip.bottom]
    : [clip.top, clip.bottom, clip.left, clip.right]
  if (at < near - 1 || at > far + 1) return
  const [start, end] = [Math.max(from, first), Math.min(to, last)]
  if (!(end >= start)) return
  canvas.marks.rules.push({ vertical, at, from: start, to: end, width, order: canvas.order, color })
}
