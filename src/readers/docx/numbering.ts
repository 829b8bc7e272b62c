import { type Level, type List, type Lists, listsOf } from './lists.ts'
import { numeral } from './numerals.ts'
import type { Mark } from './reduce.ts'
import type { Element } from './xml.ts'

/** The number that Word prints before a paragraph, and whether it is a bullet. */
interface ListNumber {
  text: string
  isBullet: boolean
}

/** Counts the automatic numbers of a document; to be asked for each paragraph in turn. */
export type Numbering = (mark: Extract<Mark, { kind: 'number' }>) => ListNumber | undefined

/** Where the counting stands: the counts of each definition, by level, and the levels of lists that have begun. */
interface Counting {
  counts: Map<string, Counts>
  begun: Set<string>
}

type Counts = (number | undefined)[]

/** Reads how a document numbers its paragraphs from its numbering and style parts. */
export function numberingOf(numbering: Element | undefined, styles: Element | undefined): Numbering {
  if (!numbering) return () => undefined
  const lists = listsOf(numbering, styles)
  const counting: Counting = { counts: new Map(), begun: new Set() }
  return (mark) => {
    const [list, at] = placeOf(mark, lists)
    const level = list?.levels.get(at)
    return list && level && printed(advance(list, at, level, counting), list, level)
  }
}

// A paragraph names its list and level itself, or its style does.
function placeOf(mark: Parameters<Numbering>[0], { lists, listOfStyle }: Lists): [List | undefined, number] {
  const styled = listOfStyle(mark.style)
  const list = lists.get(mark.list || (styled?.list ?? ''))
  return [list, Number(mark.level || (list?.levelOfStyle.get(mark.style) ?? styled?.level ?? 0))]
}

// Lists of one definition go on counting where the other stopped, unless a list overrides the start of a level.
function advance(list: List, at: number, { start }: Level, { counts, begun }: Counting): Counts {
  const before = counts.get(list.definition) ?? []
  const once = `${list.id} ${at}`
  const anew = begun.has(once) ? undefined : list.starts.get(at)
  begun.add(once)
  const last = before[at]
  const next = anew ?? (last === undefined ? start : last + 1)
  const after = before.map((count, level) => (level > at && restarts(list, level, at) ? undefined : count))
  while (after.length < at) after.push(undefined)
  after[at] = next
  counts.set(list.definition, after)
  return after
}

// A level restarts after any higher one, unless it names the level after which it does; 0 is never.
function restarts(list: List, level: number, at: number): boolean {
  return at < (list.levels.get(level)?.restart ?? level)
}

function printed(counts: Counts, list: List, { format, pattern, suffix, isLegal }: Level): ListNumber {
  if (format === 'bullet') return { text: pattern, isBullet: true }
  const text = pattern.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1
    const level = list.levels.get(at)
    return numeral(counts[at] ?? level?.start ?? 1, isLegal ? 'decimal' : (level?.format ?? 'decimal'))
  })
  return { text: text === '' ? '' : text + suffix, isBullet: false }
}
