import type { Frame } from './grid.ts'
import type { Glyph } from './marks.ts'

// Lower and narrower than any print.
const thinnest = 6

/** The frames of a table and the glyphs in each. */
export interface Filled {
  frames: Frame[]
  glyphs: Glyph[][]
}

/** Takes out the rows and columns that double and triple rules leave between them: too thin for text, and without any. */
export function withoutSlits(table: Filled): Filled {
  const rows = slitsIn(table, 'row', 'rowSpan', ({ top, bottom }) => bottom - top)
  const columns = slitsIn(table, 'column', 'colSpan', ({ left, right }) => right - left)
  if (rows.length === 0 && columns.length === 0) return table
  const kept = table.frames.flatMap((frame, index) => {
    const [row, lastRow] = [past(frame.row, rows), past(frame.row + frame.rowSpan, rows)]
    const [column, lastColumn] = [past(frame.column, columns), past(frame.column + frame.colSpan, columns)]
    const [rowSpan, colSpan] = [lastRow - row, lastColumn - column]
    return rowSpan > 0 && colSpan > 0 ? [{ index, frame: { ...frame, row, column, rowSpan, colSpan } }] : []
  })
  // A drawing of nothing but slits is left as it is.
  if (kept.length === 0) return table
  return {
    frames: kept.map(({ frame }) => frame),
    glyphs: kept.map(({ index }) => table.glyphs[index] ?? []),
  }
}

// What a page end leaves of a row is thin too, but not ruled on both sides.
function slitsIn(
  { frames, glyphs }: Filled,
  place: 'row' | 'column',
  span: 'rowSpan' | 'colSpan',
  widthOf: (frame: Frame) => number,
): number[] {
  const full = new Set<number>()
  const slits = new Set<number>()
  for (const [index, frame] of frames.entries()) {
    if (frame[span] > 1) continue
    const isEmpty = glyphs[index]?.every(({ blank }) => blank) ?? true
    const isSlit = isEmpty && widthOf(frame) < thinnest && !frame.openTop && !frame.openBottom
    ;(isSlit ? slits : full).add(frame[place])
  }
  return [...slits].filter((at) => !full.has(at))
}

function past(at: number, slits: number[]): number {
  return at - slits.filter((slit) => slit < at).length
}
