import type { Box } from '../../document.ts'
import type { Glyph } from './marks.ts'
import { turnBox } from './matrix.ts'
import type { Run } from './runs.ts'
import { runFrom, runsOf } from './runs.ts'
import { columnsOf } from './upright.ts'

/** One printed line of text. */
export interface Line {
  page: number
  text: string
  /** The box of every character of the text on the page as shown: left, top, right, bottom. */
  glyphs: Float32Array
  /** The box of its ink as a reader turns the page. */
  box: Box
  size: number
  /** The fonts of its first and its last ideograph. */
  opening: string
  closing: string
  /** Painted so pale or sheer, and so large, that it may be a watermark. */
  faint: boolean
}

/** What lines are made for: the page they stand on, and how far that is turned. */
export interface Sheet {
  page: number
  turn: number
}

/** The lines of some glyphs of a page, from top to bottom; `barriers` part text that stands on both sides of them. */
export function linesOf(glyphs: Glyph[], sheet: Sheet, barriers: Box[] = []): Line[] {
  const byTurn = Map.groupBy(glyphs, ({ turn }) => Math.max(turn, 0))
  return [...byTurn].flatMap(([turn, group]) => {
    const upright = turn === 0 ? group : group.map((glyph) => turnBox(glyph, turn))
    const runs = runsOf(upright)
    const rows = columnsOf(runs) ?? rowsOf(runs)
    const lines = rows.flatMap((row) => partsOf(row, turn === 0 ? barriers : []))
    return lines.map((row) => lineFrom(row, turn, sheet)).filter(({ text }) => text.trim() !== '')
  })
}

/** The text of a stamp, slanted as it may be, in the order of painting. */
export function stampLine(glyphs: Glyph[], page: number): Line {
  const { left, top, right, bottom, size } = runFrom(glyphs)
  const { text, boxes } = write(glyphs, 0)
  return { page, text, glyphs: boxes, box: { left, top, right, bottom }, size, opening: '', closing: '', faint: false }
}

// Runs whose heights overlap by half stand on one line, a superscript with the text it belongs to.
function rowsOf(runs: Run[]): Run[][] {
  const rows: (Box & { runs: Run[] })[] = []
  for (const run of runs.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const row = rows.slice(-3).findLast((other) => overlap(other, run) > 0.5)
    if (!row) rows.push({ ...run, runs: [run] })
    else {
      row.runs.push(run)
      row.top = Math.min(row.top, run.top)
      row.bottom = Math.max(row.bottom, run.bottom)
    }
  }
  return rows.map((row) => row.runs.sort((a, b) => a.left - b.left))
}

function overlap(a: Box, b: Box): number {
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return common / Math.max(Math.min(a.bottom - a.top, b.bottom - b.top), 0.1)
}

function partsOf(row: Run[], barriers: Box[]): Run[][] {
  const parts: Run[][] = []
  let last: Run | undefined
  for (const run of row) {
    const before = last
    const isParted = before && barriers.some((box) => standsBetween(box, before, run))
    if (!before || isParted) parts.push([run])
    else parts.at(-1)?.push(run)
    last = run
  }
  return parts
}

function standsBetween(box: Box, before: Run, after: Run): boolean {
  const middle = (before.top + before.bottom) / 2
  return box.top < middle && middle < box.bottom && box.left >= before.right - 3 && box.right <= after.left + 3
}

const ideograph = /\p{Script=Han}/u

function lineFrom(row: Run[], turn: number, { page, turn: sheetTurn }: Sheet): Line {
  const glyphs = inOrder(row)
  const { left, top, right, bottom, size } = runFrom(glyphs)
  const box = turnBox({ left, top, right, bottom }, (4 - turn) % 4)
  const { text, boxes } = write(withSpaces(glyphs), (4 - turn + 4 - sheetTurn) % 4)
  const opening = glyphs.find((glyph) => ideograph.test(glyph.text))?.font ?? ''
  const closing = glyphs.findLast((glyph) => ideograph.test(glyph.text))?.font ?? ''
  return { page, text, glyphs: boxes, box, size, opening, closing, faint: false }
}

// Runs that lie over each other are bold by printing twice, or a mistake of the producer: then glyphs go by place.
function inOrder(row: Run[]): Glyph[] {
  const glyphs = row.flatMap((run) => run.glyphs)
  const laps = row.some((run, index) => run.left < (row[index - 1]?.right ?? Number.NEGATIVE_INFINITY) - run.size * 0.3)
  if (!laps) return glyphs
  const kept: Glyph[] = []
  for (const glyph of glyphs.sort((a, b) => a.left - b.left)) {
    if (!kept.slice(-4).some((other) => isTwin(other, glyph))) kept.push(glyph)
  }
  return kept
}

function isTwin(a: Glyph, b: Glyph): boolean {
  const near = Math.min(a.size, a.right - a.left + 0.5) * 0.35
  return a.text === b.text && Math.abs(a.left - b.left) < near && Math.abs(a.top - b.top) < a.size * 0.35
}

// Writes the text out, and a box for every UTF-16 unit.
function write(glyphs: Glyph[], turn: number): { text: string; boxes: Float32Array } {
  const text = glyphs.map((glyph) => glyph.text).join('')
  const boxes = new Float32Array(text.length * 4)
  let at = 0
  for (const glyph of glyphs) {
    const { left, top, right, bottom } = turnBox(glyph, turn)
    for (let unit = 0; unit < glyph.text.length; unit++) {
      boxes[at++] = left
      boxes[at++] = top
      boxes[at++] = right
      boxes[at++] = bottom
    }
  }
  return { text, boxes }
}

// With a space where a gap stands for one.
function withSpaces(glyphs: Glyph[]): Glyph[] {
  const gaps = glyphs.flatMap((glyph, index) => (isParted(glyphs[index - 1], glyph) ? [index] : []))
  if (gaps.length === 0 || isSpread(glyphs)) return glyphs
  const spaced = [...glyphs]
  for (const index of gaps.reverse()) {
    const [last, next] = [glyphs[index - 1], glyphs[index]]
    if (last && next) spaced.splice(index, 0, { ...next, text: ' ', blank: true, left: last.right, right: next.left })
  }
  return spaced
}

const wordCharacter = /[\p{Script=Latin}\p{Nd}]/u

function isParted(last: Glyph | undefined, next: Glyph): boolean {
  if (!last || next.left - last.right < last.size * 0.2 || last.blank || next.blank) return false
  const gap = next.left - last.right
  if (gap > last.size * 1.2) return true
  return wordCharacter.test(last.text) && wordCharacter.test(next.text)
}

// Letters set wide apart, each with the same gap, are one word.
function isSpread(glyphs: Glyph[]): boolean {
  const inked = glyphs.filter(({ blank }) => !blank)
  const gaps = inked.slice(1).map((glyph, index) => glyph.left - (inked[index]?.right ?? 0))
  const least = Math.min(...gaps.slice(0, 200))
  return gaps.length > 0 && gaps.length <= 200 && least > 1 && gaps.every((gap) => gap - least < 1.5)
}
