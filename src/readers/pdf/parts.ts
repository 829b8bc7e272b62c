import type { Box } from '../../document.ts'
import type { Frame } from './grid.ts'
import type { Line, Sheet } from './lines.ts'
import { linesOf } from './lines.ts'
import type { Glyph } from './marks.ts'
import { turnBox } from './matrix.ts'

/** A drawn cell and the lines in it. */
export interface PartCell extends Frame {
  /** Its frame on the page as shown. */
  shown: Box
  lines: Line[]
}

/** The part of a table that stands on one page. */
export interface Part {
  page: number
  box: Box
  cells: PartCell[]
}

/** A part of these frames with these glyphs in them. */
export function partOf(sheet: Sheet, frames: Frame[], glyphs: Glyph[][]): Part {
  const cells = frames.map((frame, index) => ({
    ...frame,
    shown: shownBox(frame, sheet.turn),
    lines: linesOf(glyphs[index] ?? [], sheet),
  }))
  return { page: sheet.page, box: boundsOf(frames), cells }
}

function shownBox({ left, top, right, bottom }: Box, turn: number): Box {
  return turnBox({ left, top, right, bottom }, (4 - turn) % 4)
}

/** The box that holds all boxes. */
export function boundsOf(boxes: Box[]): Box {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { left, top, right, bottom } of boxes) {
    if (left < bounds.left) bounds.left = left
    if (right > bounds.right) bounds.right = right
    if (top < bounds.top) bounds.top = top
    if (bottom > bounds.bottom) bounds.bottom = bottom
  }
  return bounds
}
