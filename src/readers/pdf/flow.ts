import type { Box } from '../../document.ts'
import { captionAgain, captionOver } from './captions.ts'
import { continues, extend, wholeTexts } from './join.ts'
import { repeatedRows } from './likeness.ts'
import type { Line } from './lines.ts'
import type { Part } from './parts.ts'
import { boundsOf } from './parts.ts'
import type { Layout } from './sheets.ts'
import type { JoinedTable } from './table.ts'
import { tableOf } from './table.ts'

/** The pictures on a page that has no text. */
export interface PagePicture {
  page: number
  picture: Box
}

/** The lines and tables of all pages in reading order, with tables joined over page ends. */
export type Flow = Iterable<Line | JoinedTable | PagePicture>

/** Puts the pages one after the other; each table comes when it has ended, so that all need not be held at once. */
export function* flowOf(layouts: Layout[]): Flow {
  let open: JoinedTable | undefined
  const notes: Line[] = []
  const bottoms = bottomsOf(layouts)
  const whole = wholeTexts(layouts.flatMap(({ parts }) => parts))
  for (const layout of layouts) {
    const elements = [...pictureOn(layout), ...inReadingOrder(layout)]
    const again = captionAgain(elements, open?.caption ?? [])
    const part = elements[again.length]
    let first = 0
    if (open && part && 'cells' in part && mayGoOn(open, part, bottoms) && continues(open, part)) {
      open.repeated.push(...again)
      extend(open, part, whole)
      first = again.length + 1
    }
    for (const [index, element] of elements.entries()) {
      if (index < first) continue
      if (open && isFootnote(element, open, layout)) notes.push(element)
      else {
        yield* closed(open, notes.splice(0))
        open = 'cells' in element ? tableOf(element, captionOver(elements, index)) : undefined
        if (!('cells' in element)) yield element
      }
    }
  }
  yield* closed(open, notes)
}

// Footnotes stand in the lowest part of a page; the table above them may go on.
const footing = 0.13

function isFootnote(element: Line | Part | PagePicture, { last }: JoinedTable, { frame }: Layout): element is Line {
  const foot = frame.bottom - (frame.bottom - frame.top) * footing
  return 'glyphs' in element && element.page === last.page && element.box.top > foot
}

function closed(open: JoinedTable | undefined, notes: Line[]): Flow {
  return [...(open ? unframe(open) : []), ...notes]
}

function pictureOn({ page, lines, parts, pictures }: Layout): PagePicture[] {
  const isText = lines.length > 0 || parts.some(({ cells }) => cells.some((cell) => cell.lines.length > 0))
  return isText || pictures.length === 0 ? [] : [{ page, picture: boundsOf(pictures) }]
}

// One cell alone is a frame round text, and a grid without text a drawing: no tables.
function unframe(table: JoinedTable): Flow {
  const [cell, ...others] = table.cells
  if (table.cells.every(({ lines }) => lines.length === 0)) return []
  return cell && others.length === 0 ? cell.lines : [table]
}

// Where the last block of each page ends, at most, by the size of the page.
function bottomsOf(layouts: Layout[]): Map<number, { bottom: number; height: number }> {
  const bySize = Map.groupBy(layouts, ({ frame, turn }) => `${turn} ${Math.round(frame.bottom - frame.top)}`)
  const bottoms = new Map<number, { bottom: number; height: number }>()
  for (const group of bySize.values()) {
    const bottom = group.reduce((most, { parts, lines }) => lowest([...parts, ...lines], most), -Infinity)
    for (const { page, frame } of group) bottoms.set(page, { bottom, height: frame.bottom - frame.top })
  }
  return bottoms
}

function lowest(elements: (Part | Line)[], most: number): number {
  return elements.reduce((low, { box }) => Math.max(low, box.bottom), most)
}

// A table that leaves much of its page free, more than its next rows need that a label holds together, has ended there.
function mayGoOn(table: JoinedTable, part: Part, bottoms: Map<number, { bottom: number; height: number }>): boolean {
  const { last } = table
  const { bottom, height } = bottoms.get(last.page) ?? { bottom: last.box.bottom, height: 1 }
  const free = bottom - last.box.bottom
  const header = repeatedRows(table, part)
  const first = part.cells.filter(({ row }) => row === header)
  // A label that runs through the page needs more than one.
  const next = Math.max(...first.map((cell) => (cell.openBottom ? height : cell.bottom - cell.top)))
  return free < height * 0.3 || free < next + 40
}

// From top to bottom; what stands beside a table goes by its left side.
function inReadingOrder({ lines, parts }: Layout): (Line | Part)[] {
  const bands: { bottom: number; elements: (Line | Part)[] }[] = []
  for (const element of [...lines, ...parts].sort((a, b) => a.box.top - b.box.top)) {
    const { top, bottom } = element.box
    const band = bands.at(-1)
    if (band && band.bottom - top > (bottom - top) * 0.5) {
      band.elements.push(element)
      band.bottom = Math.max(band.bottom, bottom)
    } else bands.push({ bottom, elements: [element] })
  }
  return bands.flatMap(({ elements }) => elements.sort(besides))
}

function besides(a: Line | Part, b: Line | Part): number {
  return Math.round((a.box.left - b.box.left) / 20) || a.box.top - b.box.top
}
