import type { Box } from '../../document.ts'
import type { Marks } from './marks.ts'
import type { Matrix } from './matrix.ts'

/** What the reader must know of a font. */
export interface Font {
  name: string
  ascent: number
  descent: number
  /** Text space units of one glyph space unit. */
  unit: number
  vertical: boolean
  /** While its codes may be no Unicode at all: how many of them are characters that documents print, or strange. */
  codes: { printed: number; strange: number; kinds: Set<string> } | undefined
}

/** The graphics state, as far as it decides where ink goes (ISO 32000-2, 8.4). */
export interface State {
  matrix: Matrix
  clip: Box
  fill: string
  stroke: string
  fillAlpha: number
  strokeAlpha: number
  lineWidth: number
  font: Font
  size: number
  direction: 1 | -1
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
  textMatrix: ArrayLike<number>
  x: number
  y: number
  lineX: number
  lineY: number
}

/** Where operators paint: the state, the states saved, and the marks made so far. */
export interface Canvas {
  state: State
  saved: State[]
  /** A clip operator takes effect with the next path. */
  clipNext: boolean
  /** For each marked content that is open, whether it is shown. */
  layers: boolean[]
  isShown: (layer: unknown) => boolean
  order: number
  base: Matrix
  page: Box
  marks: Marks
  fontNamed: (name: string) => Font
}

/** Handles one operator; the arguments are those of pdf.js. */
export type Handler = (canvas: Canvas, ...args: never[]) => void

/** Whether no layer that is open is switched off. */
export function isSeen({ layers }: Canvas): boolean {
  return layers.at(-1) ?? true
}

/** The state in which a page begins. */
export function initialState(matrix: Matrix, clip: Box, font: Font): State {
  return {
    matrix,
    clip,
    font,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    size: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    textMatrix: [1, 0, 0, 1, 0, 0],
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  }
}
