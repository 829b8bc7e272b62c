import type { Box } from '../../document.ts'
import type { Flow, PagePicture } from './flow.ts'
import type { Line } from './lines.ts'
import type { Layout } from './sheets.ts'
import type { JoinedTable } from './table.ts'
import type { Room } from './wrap.ts'
import { isFull, slackAfter } from './wrap.ts'

/** Groups the lines between tables into paragraphs; a page end does not end one. */
export function* paragraphsOf(flow: Flow, layouts: Layout[]): Iterable<Line[] | JoinedTable | PagePicture> {
  const rooms = roomsOf(layouts)
  let lines: Line[] = []
  for (const element of flow) {
    const line = 'glyphs' in element ? element : undefined
    const room = line && rooms.get(line.page)
    if (line && room && goesOn(lines, line, room)) {
      lines.push(line)
      continue
    }
    if (lines.length > 0) yield lines
    lines = line ? [line] : []
    if (!('glyphs' in element)) yield element
  }
  if (lines.length > 0) yield lines
}

// The sides of the text of each page: those that its lines share, else those that lines share on pages of its width,
// else as far from the right side of the page as from the left.
function roomsOf(layouts: Layout[]): Map<number, Room> {
  const rooms = new Map<number, Room>()
  const widthOf = ({ frame, turn }: Layout) => `${turn} ${Math.round(frame.right - frame.left)}`
  for (const group of Map.groupBy(layouts, widthOf).values()) {
    const all = group.flatMap(({ lines }) => lines)
    const left = usualLeft(sidesOf(group))
    const known = new Map<number, number | undefined>()
    const shared = (least: number) => {
      if (!known.has(least)) known.set(least, sharedRight(all, least))
      return known.get(least)
    }
    for (const { page, lines, frame } of group) {
      const margin = Math.max(left - frame.left, 0)
      const least = frame.right - Math.max(2 * margin, (frame.right - frame.left) * 0.2)
      const right = shared(least) ?? frame.right - margin
      rooms.set(page, { left, right: sharedRight(lines, least, right) ?? right })
    }
  }
  return rooms
}

// The furthest right side that two lines share, but for one character; on one page, it must be near the usual one, or
// three lines must end there exactly.
function sharedRight(lines: Line[], least: number, usual?: number): number | undefined {
  const ends = lines.filter(({ box }) => box.right >= least).sort((a, b) => b.box.right - a.box.right)
  return ends.find(({ box, size }, index) => {
    const [next, third] = [ends[index + 1], ends[index + 2]]
    if (!next || box.right - next.box.right > size * 1.1) return false
    return usual === undefined || usual - box.right < size || (third && box.right - third.box.right < 1.5)
  })?.box.right
}

// What tells the left side of the text: not short lines in the middle of the page, which are titles; if there are no
// others, the tables do.
function sidesOf(group: Layout[]): { box: Box }[] {
  const aside = group.flatMap(({ lines, frame }) => lines.filter((line) => !isCentred(line, frame)))
  const parts = group.flatMap(({ parts }) => parts)
  return [aside, parts].find((sides) => sides.length > 0) ?? group.flatMap(({ lines }) => lines)
}

function isCentred({ box, size }: Line, frame: Box): boolean {
  const isShort = box.right - box.left < (frame.right - frame.left) / 2
  return isShort && Math.abs(middleOf({ box }) - middleOf({ box: frame })) < size
}

// The furthest left side at which a tenth of the lines begins.
function usualLeft(lines: { box: Box }[]): number {
  const counts = new Map<number, number>()
  for (const { box } of lines) counts.set(Math.round(box.left), (counts.get(Math.round(box.left)) ?? 0) + 1)
  const often = [...counts].filter(([, count]) => count >= Math.max(2, lines.length * 0.1))
  return Math.min(...(often.length > 0 ? often : [...counts]).map(([left]) => left))
}

function goesOn(lines: Line[], line: Line, room: Room): boolean {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || Math.abs(last.size - line.size) > last.size * 0.1) return false
  if (slackAfter(last) < 1 && (last.closing !== line.opening || enumerator.test(line.text))) return false
  if (isLongTitle(last, line, room)) return true
  const isTitle = Math.abs(middleOf(last) - middleOf(line)) < 3 && last.box.left <= line.box.left
  if (!isFull(last, line, room, isTitle ? 0.15 : slackAfter(last))) return false
  if (!isTitle && isIndented(line, first, room)) return false
  if (line.page !== last.page) return line.page === last.page + 1
  const pitch = line.box.bottom - last.box.bottom
  return pitch > 0 && pitch < line.size * 2.6
}

// Where a sentence has just ended, a number begins a paragraph.
const enumerator = /^\s*[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)、．]|\.(?!\d))/u

// A title that nearly fills its line goes on in the middle of the next, unless that is set apart or in brackets.
function isLongTitle(last: Line, line: Line, room: Room): boolean {
  const isNear = line.page === last.page && Math.abs(line.box.top - last.box.bottom) < line.size * 0.5
  const isWithin = last.box.left + line.size < line.box.left && line.box.right < last.box.right - line.size
  const isMiddle = isWithin && Math.abs(middleOf(last) - middleOf(line)) < line.size * 1.2
  const isLong = last.box.right - last.box.left > (room.right - room.left) * 0.8
  return isNear && isMiddle && isLong && !/^\s*[（(〔【[]/u.test(line.text)
}

function isIndented({ box, size }: Line, first: Line, room: Room): boolean {
  return box.left > room.left + size * 1.2 && box.left >= first.box.left - 2
}

function middleOf({ box }: { box: Box }): number {
  return (box.left + box.right) / 2
}
