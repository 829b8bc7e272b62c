import type { Canvas, Font, Handler, State } from './canvas.ts'
import { isSeen } from './canvas.ts'
import type { Shown } from './characters.ts'
import { isBlank, readable } from './characters.ts'
import { learn, plainFont } from './fonts.ts'
import type { Glyph } from './marks.ts'
import type { Matrix, Turn } from './matrix.ts'
import { multiply, turnOf } from './matrix.ts'

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The operators of text, by their names in pdf.js (ISO 32000-2, 9.3 and 9.4). */
export const textHandlers: Record<string, Handler> = {
  beginText: (canvas) => setTextMatrix(canvas, identity),
  setTextMatrix: (canvas, matrix: Float32Array) => setTextMatrix(canvas, matrix),
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

function setTextMatrix({ state }: Canvas, matrix: ArrayLike<number>): void {
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

// What pdf.js calls a font that it cannot load; it shows no glyph of its text, which must not vanish.
const brokenFont = 'g_font_error'
const lost: Shown = { unicode: '\uFFFD', width: 1000, isSpace: false }

function showText(canvas: Canvas, shown: (Shown | number)[]): void {
  const { state } = canvas
  const { font, size, direction } = state
  const pen = penFor(canvas)
  if (font.name === brokenFont) canvas.marks.glyphs.push(horizontalGlyph(pen, lost, 0, plainFont.unit * size))
  const unit = size * font.unit
  let advance = 0
  for (const glyph of shown) {
    if (typeof glyph === 'number') {
      advance += ((font.vertical ? 1 : -1) * glyph * size) / 1000
      continue
    }
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing
    canvas.marks.glyphs.push(
      font.vertical ? verticalGlyph(pen, glyph, advance, unit, size) : horizontalGlyph(pen, glyph, advance, unit),
    )
    advance += font.vertical
      ? (glyph.vmetric?.[0] ?? -glyph.width) * -unit - spacing * direction
      : glyph.width * unit + spacing * direction
  }
  if (font.vertical) state.y -= advance
  else state.x += advance * pen.scale
}

/** What the glyphs of one operator have in common. */
interface Pen {
  matrix: Matrix
  state: State
  order: number
  x: number
  /** The baseline, and the lower and upper side of the text, in text space. */
  y: number
  bottom: number
  top: number
  scale: number
  size: number
  turn: Turn
  color: string
  sheer: boolean
  hidden: boolean
}

function penFor(canvas: Canvas): Pen {
  const { state, order } = canvas
  const matrix = multiply(state.matrix, state.textMatrix)
  const scale = state.scale * state.direction
  const isOutlined = state.mode % 4 === 1
  const alpha = isOutlined ? state.strokeAlpha : state.fillAlpha
  const y = state.y + state.rise
  return {
    matrix,
    state,
    order,
    x: state.x,
    y,
    bottom: y + state.font.descent * state.size * state.direction,
    top: y + state.font.ascent * state.size * state.direction,
    scale,
    size: state.size * Math.hypot(matrix[2], matrix[3]),
    turn: wayOf(turnOf(matrix[0] * scale, matrix[1] * scale), state.font),
    color: isOutlined ? state.stroke : state.fill,
    sheer: alpha < 0.6,
    // Modes 3 and 7 paint nothing.
    hidden: state.mode % 4 === 3 || alpha === 0 || !isSeen(canvas),
  }
}

// Text set from top to bottom in columns from the right is read like text turned to the right.
function wayOf(turn: Turn, { vertical }: Font): Turn {
  return vertical && turn !== -1 ? (((turn + 1) % 4) as Turn) : turn
}

function horizontalGlyph(pen: Pen, glyph: Shown, advance: number, unit: number): Glyph {
  const left = pen.x + advance * pen.scale
  return glyphIn(pen, glyph, left, pen.bottom, left + glyph.width * unit * pen.scale, pen.top)
}

// The position vector leads from the top centre of a vertical glyph to its horizontal origin (ISO 32000-2, 9.7.4.3).
function verticalGlyph(pen: Pen, glyph: Shown, advance: number, unit: number, size: number): Glyph {
  const left = pen.x - ((glyph.vmetric?.[1] ?? 0) || glyph.width / 2) * unit
  const top = pen.y - advance
  return glyphIn(pen, glyph, left, top - size, left + glyph.width * unit, top)
}

function glyphIn(pen: Pen, shown: Shown, x0: number, y0: number, x1: number, y1: number): Glyph {
  const [a, b, c, d, e, f] = pen.matrix
  const { clip, font } = pen.state
  const left = e + Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1)
  const right = e + Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1)
  const top = f + Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1)
  const bottom = f + Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1)
  if (font.codes) learn(font, shown.unicode, shown.originalCharCode)
  const text = readable(shown)
  return {
    text,
    blank: isBlank(text),
    left,
    top,
    right,
    bottom,
    size: pen.size,
    font: font.name,
    turn: pen.turn,
    order: pen.order,
    color: pen.color,
    sheer: pen.sheer,
    hidden:
      pen.hidden || isClipped(left, right, clip.left, clip.right) || isClipped(top, bottom, clip.top, clip.bottom),
  }
}

// A glyph that shows less than a fifth of itself, either way, is not printed.
function isClipped(from: number, to: number, first: number, last: number): boolean {
  return !(Math.min(to, last) - Math.max(from, first) >= (to - from) * 0.2)
}
