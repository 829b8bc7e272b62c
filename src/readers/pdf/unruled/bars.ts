import type { Ruling } from '../rulings.ts'
import type { Stretch } from './columns.ts'
import type { Row } from './segments.ts'

/** A horizontal rule from side to side, in one piece or with small gaps between the columns. */
export interface Bar {
  at: number
  from: number
  to: number
}

// Two rules at this distance are one double rule.
const double = 3.2

/** The rules of a page from top to bottom, with the pieces at one height joined. */
export function barsFrom(rulings: Ruling[]): Bar[] {
  const bars: Bar[] = []
  for (const { at, from, to } of rulings.toSorted((a, b) => a.at - b.at)) {
    const last = bars.at(-1)
    if (last && at - last.at < 1.5) {
      last.from = Math.min(last.from, from)
      last.to = Math.max(last.to, to)
    } else bars.push({ at, from, to })
  }
  return bars
}

/** The bars that go over the whole width of a stretch and have one length; of double rules the first. */
export function barsOver({ left, right }: Stretch, bars: Bar[], slack: number): Bar[] {
  const over = bars.filter(({ from, to }) => from <= left + slack && to >= right - slack)
  const alike = (a: Bar) => over.filter((b) => Math.abs(a.from - b.from) < 4 && Math.abs(a.to - b.to) < 4)
  const family = over.map(alike).reduce<Bar[]>((most, next) => (next.length > most.length ? next : most), [])
  return family.filter(({ at }, index) => at - (family[index - 1]?.at ?? Number.NEGATIVE_INFINITY) >= double)
}

/** How many of some rows stand above a bar. */
export function rowsAbove({ at }: Bar, rows: Row[]): number {
  const index = rows.findIndex(({ top, bottom }) => (top + bottom) / 2 > at)
  return index === -1 ? rows.length : index
}
