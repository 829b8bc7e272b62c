import { shown } from '../../writers/validation/escapes.ts'
import { element, markup } from '../../writers/validation/markup.ts'
import { grouped } from './list.ts'
import type { Money } from './summary.ts'
import type { Words } from './words.ts'

// Sizes of the picture, in pixels.
const width = 900
const labels = 260
const amounts = 240
const bar = 16
const gap = 12

// More bodies than these make no picture any more; the table has them all.
const most = 40

/** A picture of the annual budgets by body, year and kind, the largest body first; nothing when no amount is known. */
export function chart(money: Money[], words: Words): string {
  const bodies = bodiesOf(money, words)
  if (bodies.length === 0) return ''
  const years = [...new Set(bodies.flatMap(({ bars }) => bars.map(({ year }) => year)))].sort()
  const longest = Math.max(...bodies.flatMap(({ bars }) => bars.map(({ yuan }) => yuan)), 1)
  const drawn = bodies.slice(0, most)
  const heights = drawn.map(({ bars }) => bars.length * bar + gap)
  const height = heights.reduce((sum, part) => sum + part, gap)
  const groups = drawn.map((body, index) =>
    groupOf(body, gap + heights.slice(0, index).reduce((sum, part) => sum + part, 0), longest, years),
  )
  const title = element('title', {}, markup(words.annual))
  const drawing = element('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' }, [title, ...groups])
  const picture = element('div', { class: 'wide' }, drawing)
  const rest = bodies.length - drawn.length
  return rest === 0 ? picture : `${picture}\n${element('p', {}, markup(words.more(rest)))}`
}

interface Body {
  name: string
  bars: { year: string; kind: string; yuan: number }[]
}

function bodiesOf(money: Money[], { unknown, kinds }: Words): Body[] {
  const known = money.filter(({ annual }) => annual !== undefined)
  const groups = Map.groupBy(known, ({ body }) => shown(body ?? unknown))
  const bodies = Array.from(groups, ([name, entries]) => ({
    name,
    bars: entries.map(({ fiscalYear, kind, annual = 0 }) => ({
      year: String(fiscalYear ?? unknown),
      kind: kinds[kind] ?? kind,
      yuan: annual,
    })),
  }))
  return bodies.sort((a, b) => largest(b) - largest(a))
}

function largest({ bars }: Body): number {
  return Math.max(...bars.map(({ yuan }) => yuan))
}

function groupOf({ name, bars }: Body, top: number, longest: number, years: string[]): string {
  const label = textAt(labels - 8, top + (bars.length * bar) / 2, 'end', clipped(name))
  const drawn = bars.map((one, index) => barOf(one, top + index * bar, longest, years))
  return element('g', {}, [element('title', {}, markup(name)), label, ...drawn])
}

function barOf({ year, kind, yuan }: Body['bars'][number], top: number, longest: number, years: string[]): string {
  const length = Math.max(1, Math.round((yuan / longest) * (width - labels - amounts)))
  const rectangle = element('rect', {
    x: String(labels),
    y: String(top + 1),
    width: String(length),
    height: String(bar - 2),
    class: `year-${years.indexOf(year) % 6}`,
  })
  return rectangle + textAt(labels + length + 6, top + bar / 2, 'start', `${year}  ${kind}  ${grouped(yuan)}`)
}

function textAt(x: number, y: number, anchor: string, content: string): string {
  return element('text', { x: String(x), y: String(y), 'text-anchor': anchor, dy: '.35em' }, markup(content))
}

// The whole name is in the title of the group.
function clipped(name: string): string {
  const characters = Array.from(name)
  return characters.length > 19 ? `${characters.slice(0, 18).join('')}…` : name
}
