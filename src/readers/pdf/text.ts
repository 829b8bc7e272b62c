import type { Canvas, Handler } from './canvas.ts'
import { fold } from './fold.ts'
import type { Glyph } from './marks.ts'
import type { Matrix } from './matrix.ts'
import { boxThrough, multiply, turnOf } from './matrix.ts'

/** A glyph as pdf.js hands it over. */
interface Shown {
  unicode: string
  width: number
  vmetric?: number[] | null
  isSpace: boolean
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The operators of text, by their names in pdf.js (ISO 32000-2, 9.3 and 9.4). */
export const textHandlers: Record<string, Handler> = {
  beginText: (canvas) => setTextMatrix(canvas, identity),
  setTextMatrix: (canvas, matrix: Float32Array) => setTextMatrix(canvas, [...matrix] as Matrix),
  setCharSpacing: ({ state }, spacing: number) => {
    state.charSpacing = spacing
  },
  setWordSpacing: ({ state }, spacing: number) => {
    state.wordSpacing = spacing
  },
  setHScale: ({ state }, percent: number) => {
    state.scale = percent / 100
  },
  setLeading: ({ state }, leading: number) => {
    state.leading = -leading
  },
  setFont,
  setTextRenderingMode: ({ state }, mode: number) => {
    state.mode = mode
  },
  setTextRise: ({ state }, rise: number) => {
    state.rise = rise
  },
  moveText,
  setLeadingMoveText,
  nextLine: (canvas) => moveText(canvas, 0, canvas.state.leading),
  showText,
}

function setTextMatrix({ state }: Canvas, matrix: Matrix): void {
  state.textMatrix = matrix
  state.x = state.y = state.lineX = state.lineY = 0
}

function setFont({ state, fontNamed }: Canvas, name: string, size: number): void {
  state.font = fontNamed(name)
  state.size = Math.abs(size)
  state.direction = size < 0 ? -1 : 1
}

function moveText({ state }: Canvas, x: number, y: number): void {
  state.x = state.lineX += x
  state.y = state.lineY += y
}

function setLeadingMoveText(canvas: Canvas, x: number, y: number): void {
  canvas.state.leading = y
  moveText(canvas, x, y)
}

function showText(canvas: Canvas, shown: (Shown | number)[]): void {
  const { state, marks } = canvas
  const { font, size, direction } = state
  const scale = state.scale * direction
  const matrix = multiply(state.matrix, state.textMatrix)
  const look = lookOf(canvas, matrix)
  const unit = size * font.unit
  let advance = 0
  for (const glyph of shown) {
    if (typeof glyph === 'number') {
      advance += ((font.vertical ? 1 : -1) * glyph * size) / 1000
      continue
    }
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing
    const box = font.vertical ? verticalBox(glyph, advance, unit, size) : horizontalBox(glyph, advance, unit, canvas)
    marks.glyphs.push(glyphAt(canvas, matrix, look, box, scale, glyph))
    advance += font.vertical
      ? (glyph.vmetric?.[0] ?? -glyph.width) * -unit - spacing * direction
      : glyph.width * unit + spacing * direction
  }
  if (font.vertical) state.y -= advance
  else state.x += advance * scale
}

type Rectangle = [left: number, bottom: number, right: number, top: number]

function horizontalBox({ width }: Shown, advance: number, unit: number, { state }: Canvas): Rectangle {
  const { font, size } = state
  return [advance, font.descent * size, advance + width * unit, font.ascent * size]
}

// The position vector leads from the top centre of a vertical glyph to its horizontal origin (ISO 32000-2, 9.7.4.3).
function verticalBox({ vmetric, width }: Shown, advance: number, unit: number, size: number): Rectangle {
  const half = ((vmetric?.[1] ?? width / 2) || width / 2) * unit
  return [-half, -advance - size, width * unit - half, -advance]
}

type Look = Pick<Glyph, 'size' | 'font' | 'turn' | 'color' | 'sheer' | 'hidden' | 'order'>

function lookOf({ state, order }: Canvas, [a, b, c, d]: Matrix): Look {
  const scale = state.scale * state.direction
  const outlined = state.mode % 4 === 1
  const alpha = outlined ? state.strokeAlpha : state.fillAlpha
  return {
    order,
    font: state.font.name,
    size: state.size * Math.hypot(c, d),
    turn: turnOf(a * scale, b * scale),
    color: outlined ? state.stroke : state.fill,
    sheer: alpha < 0.6,
    // Modes 3 and 7 paint nothing.
    hidden: state.mode % 4 === 3 || alpha === 0,
  }
}

function glyphAt(
  { state }: Canvas,
  matrix: Matrix,
  look: Look,
  [left, bottom, right, top]: Rectangle,
  scale: number,
  glyph: Shown,
): Glyph {
  const [y, across] = [state.y + state.rise, state.font.vertical ? 1 : scale]
  const box = boxThrough(
    matrix,
    state.x + left * across,
    y + bottom * state.direction,
    state.x + right * across,
    y + top * state.direction,
  )
  return {
    text: readable(glyph, state.font.unmapped),
    ...box,
    ...look,
    hidden: look.hidden || isClipped(box, state.clip),
  }
}

const unreadable = /[\p{Co}\p{Cn}\p{Cs}]|[^\P{Cc}\s]/u

function readable({ unicode, isSpace }: Shown, unmapped: boolean): string {
  const code = unicode.charCodeAt(0)
  if (!unmapped && code > 0x20 && code < 0x7f && unicode.length === 1) return unicode
  if (isSpace && unicode.trim() === '') return ' '
  if (unmapped || unicode === '' || unreadable.test(unicode)) return '\uFFFD'
  return fold(unicode)
}

// A glyph that shows less than a fifth of itself, either way, is not printed.
function isClipped(box: Glyph | { left: number; top: number; right: number; bottom: number }, clip: Canvas['page']) {
  const across = Math.min(box.right, clip.right) - Math.max(box.left, clip.left)
  const down = Math.min(box.bottom, clip.bottom) - Math.max(box.top, clip.top)
  return !(across >= (box.right - box.left) * 0.2 && down >= (box.bottom - box.top) * 0.2)
}
