import type { Box } from '../../document.ts'
import type { Frame } from './grid.ts'
import type { Glyph } from './marks.ts'
import { partition } from './partition.ts'
import type { Run } from './runs.ts'
import { runFrom, runsOf } from './runs.ts'

/** The glyphs of every cell of every table, and those in none. */
export interface Placed {
  cells: Glyph[][][]
  outside: Glyph[]
}

/** A cell, by its table and its place in the list of cells. */
interface Home extends Box {
  table: number
  cell: number
  openTop: boolean
  openBottom: boolean
}

/** Gives each run to the cell in which most of it stands. */
export function place(glyphs: Glyph[], tables: Frame[][]): Placed {
  const placed: Placed = { cells: tables.map((frames) => frames.map(() => [])), outside: [] }
  if (tables.length === 0) return { ...placed, outside: glyphs }
  const homeAt = finder(tables)
  const [upright, turned] = partition(glyphs, ({ turn }) => turn === 0)
  let last: Settled | undefined
  for (const run of runsOf(upright)) last = settle(run, homeAt, placed, last)
  for (const glyph of turned) settle(runFrom([glyph]), homeAt, placed)
  return placed
}

/** A run and the cell it went to. */
interface Settled {
  run: Run
  home: Home | undefined
}

function settle(run: Run, homeAt: (x: number, y: number) => Home | undefined, placed: Placed, last?: Settled): Settled {
  const y = (run.top + run.bottom) / 2
  const homes = run.glyphs.map(({ left, right }) => homeAt((left + right) / 2, y))
  const first = homes[0]
  if (homes.every((home) => isSame(home, first))) {
    const home = last && sticksOut(run, first, last) ? last.home : (first ?? cutOpen(run, homeAt))
    put(run.glyphs, home, placed)
    return { run, home }
  }
  for (const [from, to] of pieces(run, homes)) {
    put(run.glyphs.slice(from, to), mostOf(run.glyphs.slice(from, to), homes.slice(from, to)), placed)
  }
  return { run, home: homes.at(-1) }
}

// A text in the middle of a merged cell that a page end cuts is painted over the open side of the cell, on both pages.
function cutOpen(run: Run, homeAt: (x: number, y: number) => Home | undefined): Home | undefined {
  const x = (run.left + run.right) / 2
  const [above, below] = [homeAt(x, run.top + run.size * 0.1), homeAt(x, run.bottom - run.size * 0.1)]
  const home = above?.openBottom ? above : below?.openTop ? below : undefined
  return home && run.left > home.left - 1 && run.right < home.right + 1 ? home : undefined
}

// A further line of a text that is too long for its cell: painted next, over the rule below the cell.
function sticksOut(run: Run, home: Home | undefined, last: Settled): boolean {
  if (!last.home || isSame(home, last.home) || !isFurtherLine(run, last.run, last.home)) return false
  if (!home) return isBelowTable(run, last)
  return (
    home.table === last.home.table &&
    run.top < home.top - run.size * 0.08 &&
    Math.abs(home.top - last.home.bottom) < 3 &&
    run.top - last.run.top > run.size * 0.8
  )
}

function isFurtherLine(run: Run, last: Run, home: Home): boolean {
  const pitch = run.top - last.top
  return (
    run.left > home.left - 1 &&
    run.right < home.right + 1 &&
    Math.abs(run.size - last.size) < run.size * 0.1 &&
    pitch > 0 &&
    pitch < run.size * 1.8
  )
}

// Past the end of the table: the first such line lies over the rule there, or a page end has cut the cell open.
function isBelowTable(run: Run, { run: last, home }: Settled): boolean {
  if (!home) return false
  return last.bottom > home.bottom || home.openBottom || run.top < home.bottom - run.size * 0.25
}

function put(glyphs: Glyph[], home: Home | undefined, placed: Placed): void {
  const target = home ? placed.cells[home.table]?.[home.cell] : placed.outside
  if (target) for (const glyph of glyphs) target.push(glyph)
}

function isSame(a: Home | undefined, b: Home | undefined): boolean {
  return a?.table === b?.table && a?.cell === b?.cell
}

// Two texts that touch at a rule are parted there: another operator paints the second, or a gap lies on the rule, or
// spaces that fill the rest of a cell.
function pieces({ glyphs }: Run, homes: (Home | undefined)[]): [number, number][] {
  const cuts = [0]
  for (let index = 1; index < glyphs.length; index++) {
    const [last, next] = [glyphs[index - 1], glyphs[index]]
    if (!last || !next || isSame(homes[index - 1], homes[index])) continue
    const rule = homes[index]?.left ?? homes[index - 1]?.right ?? next.left
    const isClean = last.right <= rule + last.size * 0.15 && next.left >= rule - next.size * 0.15
    const gap = next.left - last.right
    if (isFiller(glyphs, index)) cuts.push(index)
    else if (isClean && (last.order !== next.order || gap > next.size * 0.15 || last.blank)) cuts.push(index)
  }
  return cuts.map((from, index) => [from, cuts[index + 1] ?? glyphs.length])
}

// Several spaces, wider than a character, round a place.
function isFiller(glyphs: Glyph[], index: number): boolean {
  let [first, last] = [index, index]
  while (first > 0 && glyphs[first - 1]?.blank) first--
  while (last < glyphs.length && glyphs[last]?.blank) last++
  const width = (glyphs[last - 1]?.right ?? 0) - (glyphs[first]?.left ?? 0)
  return last - first > 2 && width > (glyphs[index]?.size ?? 0) * 1.2
}

function mostOf(glyphs: Glyph[], homes: (Home | undefined)[]): Home | undefined {
  const widths: { home: Home | undefined; width: number }[] = []
  for (const [index, { left, right, blank }] of glyphs.entries()) {
    const home = homes[index]
    const known = widths.find((other) => isSame(other.home, home))
    const width = blank ? 0.01 : right - left + 0.01
    if (known) known.width += width
    else widths.push({ home, width })
  }
  return widths.toSorted((a, b) => b.width - a.width)[0]?.home
}

const bandHeight = 24

// Cells are looked up by bands of the page; of nested cells, the last is the innermost.
/** Finds the cell at a place on the page. */
export function finder(tables: Frame[][]): (x: number, y: number) => Home | undefined {
  const bands = new Map<number, Home[]>()
  for (const [table, frames] of tables.entries()) {
    for (const [cell, { left, right, top, bottom, openTop, openBottom }] of frames.entries()) {
      for (let band = Math.floor(top / bandHeight); band <= Math.floor(bottom / bandHeight); band++) {
        const list = bands.get(band) ?? []
        list.push({ table, cell, left, right, top, bottom, openTop, openBottom })
        bands.set(band, list)
      }
    }
  }
  return (x, y) =>
    bands
      .get(Math.floor(y / bandHeight))
      ?.findLast(({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom)
}
