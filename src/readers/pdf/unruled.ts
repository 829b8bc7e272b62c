import type { Frame } from './grid.ts'
import { framesOf } from './grid.ts'
import type { Line, Sheet } from './lines.ts'
import type { Glyph } from './marks.ts'
import type { Part } from './parts.ts'
import { partOf } from './parts.ts'
import { finder } from './place.ts'
import type { Rulings } from './rulings.ts'
import { hasStackedFigures, missingBars, missingPosts } from './unruled/refine.ts'
import { tablesIn } from './unruled/tables.ts'

/** The tables of a page, and the text that stands in none. */
interface Tables {
  parts: Part[]
  outside: Glyph[]
}

/** What a page holds by its rules: its tables with their rules and glyphs, and the text that stands in none. */
export interface Ruled extends Tables {
  lines: Line[]
  networks: Rulings[]
  glyphsOf: (index: number) => Glyph[]
}

/**
 * The tables of a page with those that lack their rules, all or some: what they lack is drawn where their columns and
 * rows part. Undefined when there are none such.
 */
export function withUnruled(ruled: Ruled, rulings: Rulings, sheet: Sheet): Tables | undefined {
  const completed = ruled.parts.map((part, index) =>
    completedFrom(part, ruled.networks[index], ruled.glyphsOf(index), sheet),
  )
  const free = tablesIn(ruled.lines, apartFrom(ruled.parts, rulings), sheet.turn)
  if (free.length === 0 && !completed.some(Boolean)) return undefined
  const parts = ruled.parts.flatMap((part, index) => completed[index]?.parts ?? [part])
  const freed = completed.flatMap((tables) => tables?.outside ?? [])
  const outside = [...ruled.outside, ...freed].sort((a, b) => a.order - b.order)
  const found = filled(free.map(framesOf), outside, sheet)
  return { parts: [...parts, ...found.parts], outside: found.outside }
}

// The rules that belong to no ruled table.
function apartFrom(parts: Part[], { horizontal, vertical }: Rulings): Rulings {
  const boxes = parts.map(({ box }) => box)
  return {
    horizontal: horizontal.filter(({ at, from, to }) =>
      boxes.every(({ left, top, right, bottom }) => at < top - 3 || at > bottom + 3 || to < left || from > right),
    ),
    vertical: vertical.filter(({ at, from, to }) =>
      boxes.every(({ left, top, right, bottom }) => at < left - 3 || at > right + 3 || to < top || from > bottom),
    ),
  }
}

// What a ruled table becomes with the rules that it lacks; undefined when it lacks none.
function completedFrom(part: Part, network: Rulings | undefined, glyphs: Glyph[], sheet: Sheet): Tables | undefined {
  if (!network) return undefined
  const isColumn = part.cells.every(({ column }) => column === 0)
  return isColumn ? parted(part, network, glyphs, sheet) : refined(part, network, glyphs, sheet)
}

// A frame, or rules from side to side, with columns between them.
function parted({ cells }: Part, network: Rulings, glyphs: Glyph[], sheet: Sheet): Tables | undefined {
  const tables = tablesIn(
    cells.flatMap(({ lines }) => lines),
    network,
    sheet.turn,
  )
  if (tables.length === 0) return undefined
  const found = filled(tables.map(framesOf), glyphs, sheet)
  return cells.length === 1 || found.outside.every(({ blank }) => blank) ? found : undefined
}

function refined(part: Part, network: Rulings, glyphs: Glyph[], sheet: Sheet): Tables | undefined {
  const posts = missingPosts(part, sheet.turn)
  const upright = { ...network, vertical: [...network.vertical, ...posts] }
  const columned = posts.length > 0 ? filled([framesOf(upright)], glyphs, sheet) : { parts: [part], outside: [] }
  const bars = columned.parts.flatMap((each) => missingBars(each, sheet.turn))
  if (bars.length === 0 && posts.length === 0) return undefined
  const all = filled([framesOf({ ...upright, horizontal: [...upright.horizontal, ...bars] })], glyphs, sheet)
  // Columns without their rows would be worse than a row in one cell.
  return posts.length === 0 || !all.parts.some(hasStackedFigures) ? all : undefined
}

// Their columns and rows part where nothing stands, so that each glyph is in the cell in which its middle is.
function filled(tables: Frame[][], glyphs: Glyph[], sheet: Sheet): Tables {
  const homeAt = finder(tables)
  const cells = tables.map((frames) => frames.map((): Glyph[] => []))
  const outside: Glyph[] = []
  for (const glyph of glyphs) {
    const home = homeAt((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2)
    const target = home && cells[home.table]?.[home.cell]
    ;(target ?? outside).push(glyph)
  }
  return { parts: tables.map((frames, index) => partOf(sheet, frames, cells[index] ?? [])), outside }
}
