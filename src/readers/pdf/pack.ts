import type { Line } from './lines.ts'
import type { Layout } from './sheets.ts'

/** Moves the boxes of all characters of a page into one block of memory: as many blocks as lines take up thrice as much. */
export function pack(layout: Layout): Layout {
  const lines = linesOn(layout)
  const block = new Float32Array(lines.reduce((sum, { glyphs }) => sum + glyphs.length, 0))
  let start = 0
  for (const line of lines) {
    const end = start + line.glyphs.length
    block.set(line.glyphs, start)
    line.glyphs = block.subarray(start, end)
    start = end
  }
  return layout
}

function linesOn({ lines, slanted, hidden, parts }: Layout): Line[] {
  const inCells = parts.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines))
  return [...lines, ...slanted, ...hidden, ...inCells]
}
