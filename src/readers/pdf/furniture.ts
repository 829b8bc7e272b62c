import type { Line } from './lines.ts'
import { inFigures } from './numerals.ts'
import type { Layout } from './sheets.ts'

/** The pages without their furniture, and the lines that are furniture. */
export interface Furnished {
  layouts: Layout[]
  furniture: Line[]
}

// Heads, feet and page numbers stand in the outer tenth or so of a page, in few lines.
const [margin, deepest] = [0.13, 4]

/** Takes out page numbers, running heads and watermarks: what stands at the same place on page after page. */
export function withoutFurniture(layouts: Layout[]): Furnished {
  const edges = layouts.map((layout) => edgeLines(layout))
  const repeated = withoutTitles(repeatedIn(edges), edges)
  const faint = repeatedIn(layouts.map(({ lines }) => lines.filter((line) => line.faint)))
  const usual = usualSize(layouts)
  const furniture = new Set<Line>()
  for (const [index, { head, foot, faint: marks }] of edges.entries()) {
    for (const line of [...outermost(head, repeated, usual), ...outermost(foot, repeated, usual)]) furniture.add(line)
    for (const line of marks) if (faint.has(line)) furniture.add(line)
    for (const line of layouts[index]?.slanted ?? []) furniture.add(line)
  }
  return {
    layouts: layouts.map((layout) => ({ ...layout, lines: layout.lines.filter((line) => !furniture.has(line)) })),
    furniture: layouts.flatMap(({ lines, slanted }) => [...lines, ...slanted].filter((line) => furniture.has(line))),
  }
}

interface Edges {
  head: Line[]
  foot: Line[]
  faint: Line[]
}

// From the edge of the page inward.
function edgeLines({ lines, frame, parts }: Layout): Edges {
  const depth = (frame.bottom - frame.top) * margin
  const first = Math.min(frame.top + depth, ...parts.map(({ box }) => box.top + 1))
  const last = Math.max(frame.bottom - depth, ...parts.map(({ box }) => box.bottom - 1))
  const inOrder = lines.toSorted((a, b) => a.box.top - b.box.top)
  return {
    head: inOrder.filter(({ box }) => box.bottom <= first).slice(0, deepest),
    foot: inOrder
      .filter(({ box }) => box.top >= last)
      .slice(-deepest)
      .reverse(),
    faint: lines.filter((line) => line.faint),
  }
}

// A page has one number: above a foot that counts the pages, words that count are titles. So are, wherever they stand, words
// that end with a number and do not speak of pages (附件1, 附表 2).
function withoutTitles(repeated: Map<Line, Repetition>, edges: Edges[]): Map<Line, Repetition> {
  const isCounted = (line: Line) => repeated.get(line) === 'count'
  for (const { head, foot } of edges) {
    const isPaged = foot.some(isCounted)
    const isTitle = ({ text }: Line) => (isPaged ? /\p{L}/u : caption).test(text)
    for (const line of head) if (isCounted(line) && isTitle(line)) repeated.delete(line)
  }
  return repeated
}

const caption = /^\s*(?!\p{Script=Han}{0,4}页)\p{Script=Han}{1,4}\s?\d{1,3}\s*[：:]?\s*$/u

/** How a line repeats: the same text, or the same but for a number that counts the pages. */
type Repetition = 'same' | 'count'

function repeatedIn(pages: (Edges | Line[])[]): Map<Line, Repetition> {
  const lines = pages.flatMap((page) => (Array.isArray(page) ? page : [...page.head, ...page.foot]))
  const found = new Map<Line, Repetition>()
  for (const group of Map.groupBy(lines, keyOf).values()) {
    const counts = group.filter((line) => isCount(line, group))
    for (const line of counts) found.set(line, 'count')
    for (const same of Map.groupBy(group, ({ text }) => text).values()) {
      if (isOften(same, pages.length)) for (const line of same) found.set(line, 'same')
    }
  }
  return found
}

// Lines that may be the same but for their numbers, at the same height. The height is that of the side towards the edge.
function keyOf({ text, box }: Line): string {
  return `${inFigures(text).replace(/\d+/gu, '#').replace(/\s/gu, '')} ${Math.round((box.top + box.bottom) / 12)}`
}

// The number grows with the page: then the distance between both is the same on several pages.
function isCount(line: Line, group: Line[]): boolean {
  const offsets = offsetsOf(line)
  if (offsets.length === 0) return false
  const [before, after] = [-1, 1].map((step) =>
    group.filter((other) => Math.abs(other.page - line.page - step * 1) <= 1),
  )
  return [...(before ?? []), ...(after ?? [])].some(
    (other) => other.page !== line.page && offsetsOf(other).some((offset, at) => offset === offsets[at]),
  )
}

function offsetsOf({ text, page }: Line): number[] {
  return (inFigures(text).match(/\d{1,5}/gu) ?? []).map((digits) => Number(digits) - page)
}

function isOften(lines: Line[], pages: number): boolean {
  const count = new Set(lines.map(({ page }) => page)).size
  return count >= 2 && (count >= pages * 0.4 || (count >= 3 && isConsecutive(lines)))
}

function isConsecutive(lines: Line[]): boolean {
  const numbers = lines.map(({ page }) => page)
  return Math.max(...numbers) - Math.min(...numbers) === numbers.length - 1
}

// From the edge inward, up to the first line that is content. A title that tops page after page is larger than the text.
function outermost(lines: Line[], repeated: Map<Line, Repetition>, usual: number): Line[] {
  const end = lines.findIndex((line) => {
    const how = repeated.get(line)
    return how === undefined || (how === 'same' && line.size > usual * 1.3)
  })
  return end === -1 ? lines : lines.slice(0, end)
}

// The size that most of the text has.
function usualSize(layouts: Layout[]): number {
  const counts = new Map<number, number>()
  const count = ({ size, text }: Line) => {
    const rounded = Math.round(size * 2) / 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length)
  }
  for (const { lines, parts } of layouts) {
    for (const line of lines) count(line)
    for (const { cells } of parts) for (const { lines: inCell } of cells) for (const line of inCell) count(line)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
