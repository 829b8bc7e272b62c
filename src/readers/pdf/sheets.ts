import type { Box } from '../../document.ts'
import type { Frame } from './grid.ts'
import { framesOf } from './grid.ts'
import type { Line, Sheet } from './lines.ts'
import { linesOf, stampLine } from './lines.ts'
import type { Glyph, Marks, Rule } from './marks.ts'
import { lightness } from './marks.ts'
import { turnBox } from './matrix.ts'
import { networksOf } from './networks.ts'
import { partition } from './partition.ts'
import type { Part } from './parts.ts'
import { boundsOf, partOf } from './parts.ts'
import { place } from './place.ts'
import type { Rulings } from './rulings.ts'
import { rulingsOf } from './rulings.ts'
import { withoutSlits } from './slits.ts'
import { groupsOf, stampIn } from './stamps.ts'
import { withUnruled } from './unruled.ts'
import { visible } from './visible.ts'

/** What a page holds, as a reader turns it. */
export interface Layout {
  page: number
  turn: number
  /** The page itself, turned likewise. */
  frame: Box
  parts: Part[]
  /** The lines outside the tables. */
  lines: Line[]
  /** Slanted text, as watermarks and seals have it. */
  slanted: Line[]
  hidden: Line[]
  pictures: Box[]
}

/** Finds the tables and the lines of a page in what is painted on it. */
export function layoutOf(page: number, frame: Box, marks: Marks): Layout {
  const seen = visible(marks)
  const turn = mainTurn(seen.glyphs)
  const sheet = { page, turn }
  const [slanted, straight] = partition(seen.glyphs, stampIn(seen.glyphs))
  // A watermark may hang over the edge of the page.
  const [hidden, overhanging] = partition(seen.hidden, (glyph) => glyph.turn !== -1)
  const glyphs = turn === 0 ? straight : straight.map((glyph) => turned(glyph, turn))
  const rulings = rulingsOf(turn === 0 ? seen.rules : seen.rules.map((rule) => turnRule(rule, turn)))
  const [faint, ink] = partition(glyphs, faintness(glyphs))
  const { parts, lines } = contentOf(ink, rulings, sheet)
  return {
    page,
    turn,
    frame: turnBox(frame, turn),
    parts,
    lines: [...lines, ...linesOf(faint, sheet).map((line) => ({ ...line, faint: true }))],
    slanted: groupsOf([...slanted, ...overhanging]).map((group) => stampLine(group, page)),
    hidden: linesOf(hidden, { page, turn: 0 }),
    pictures: marks.pictures,
  }
}

// Ruled tables first: what their rules tell is certain.
function contentOf(ink: Glyph[], rulings: Rulings, sheet: Sheet): Pick<Layout, 'parts' | 'lines'> {
  const tables = tablesOf(rulings)
  const { cells, outside } = place(
    ink,
    tables.map(({ frames }) => frames),
  )
  const filled = tables.map(({ frames }, index) => withoutSlits({ frames, glyphs: cells[index] ?? [] }))
  const parts = filled.map(({ frames, glyphs }) => partOf(sheet, frames, glyphs))
  const ruled = { parts, lines: linesBeside(parts, outside, sheet) }
  const glyphsOf = (index: number) => (filled[index]?.glyphs ?? []).flat()
  const networks = tables.map(({ network }) => network)
  const all = withUnruled({ ...ruled, outside, networks, glyphsOf }, rulings, sheet)
  return all ? { parts: all.parts, lines: linesBeside(all.parts, all.outside, sheet) } : ruled
}

function linesBeside(parts: Part[], outside: Glyph[], sheet: Sheet): Line[] {
  return linesOf(
    outside,
    sheet,
    parts.map(({ box }) => box),
  )
}

// The way most of the text runs is the way the page is read; labels that run down are no reason to turn it.
function mainTurn(glyphs: Glyph[]): number {
  const counts = [0, 0, 0, 0]
  for (const { turn } of glyphs) if (turn !== -1) counts[turn] = (counts[turn] ?? 0) + 1
  const most = Math.max(...counts)
  return most > 2 * (counts[0] ?? 0) ? counts.indexOf(most) : 0
}

function turned(glyph: Glyph, turn: number): Glyph {
  return { ...turnBox(glyph, turn), turn: ((glyph.turn - turn + 4) % 4) as Glyph['turn'] }
}

function turnRule(rule: Rule, turn: number): Rule {
  const { vertical, at, from, to } = rule
  const flat = vertical
    ? { left: at, right: at, top: from, bottom: to }
    : { left: from, right: to, top: at, bottom: at }
  const box = turnBox(flat, turn)
  const isVertical = turn % 2 === 1 ? !vertical : vertical
  return isVertical
    ? { ...rule, vertical: true, at: box.left, from: box.top, to: box.bottom }
    : { ...rule, vertical: false, at: box.top, from: box.left, to: box.right }
}

const mostTables = 300

// The larger first, so that the innermost of nested tables is found last.
function tablesOf(rulings: Rulings): { network: Rulings; frames: Frame[] }[] {
  const tables = networksOf(rulings)
    .map((network) => ({ network, frames: framesOf(network) }))
    .filter(({ frames }) => frames.length > 0)
    .sort((a, b) => areaOf(b.frames) - areaOf(a.frames))
    .slice(0, mostTables)
  const bounds = tables.map(({ frames }) => boundsOf(frames))
  return tables.filter(({ frames }, index) => frames.length > 1 || !isOrnament(index, bounds))
}

// One cell round a table is a page border, one within a table is a box to tick.
function isOrnament(index: number, bounds: Box[]): boolean {
  const box = bounds[index]
  return bounds.some((other) => other !== box && box && (holds(box, other) || holds(other, box)))
}

function holds(outer: Box, inner: Box): boolean {
  return outer.left < inner.left && outer.right > inner.right && outer.top < inner.top && outer.bottom > inner.bottom
}

function areaOf(frames: Frame[]): number {
  const { left, top, right, bottom } = boundsOf(frames)
  return (right - left) * (bottom - top)
}

// Large and pale against the other text: a watermark, when other pages have it too.
function faintness(glyphs: Glyph[]): (glyph: Glyph) => boolean {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b)
  const usual = sizes[sizes.length >> 1] ?? 0
  return ({ size, color, sheer }) => size > usual * 1.7 && (sheer || lightness(color) > 0.6)
}
