import { numeral } from './numerals.ts'
import type { Mark } from './reduce.ts'
import { attribute, child, type Element, elementsOf } from './xml.ts'

/** The number that Word prints before a paragraph, and whether it is a bullet. */
export interface ListNumber {
  text: string
  isBullet: boolean
}

/** Counts the automatic numbers of a document; to be asked for each paragraph in turn. */
export type Numbering = (mark: Extract<Mark, { kind: 'number' }>) => ListNumber | undefined

interface Level {
  start: number
  format: string
  /** `%1.%2` stands for the counts of the first two levels. */
  pattern: string
  suffix: string
  /** Counts of other levels are shown as digits. */
  isLegal: boolean
  style: string
}

/** A list (`w:num`): the definition it counts in, with the levels it defines anew and the starts it overrides. */
interface List {
  definition: string
  levels: Map<number, Level>
  starts: Map<number, number>
}

/** Reads how a document numbers its paragraphs from its numbering and style parts. */
export function numberingOf(numbering: Element | undefined, styles: Element | undefined): Numbering {
  if (!numbering) return () => undefined
  const lists = listsOf(numbering, styles)
  const listOfStyle = styleLists(styles)
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return (mark) => {
    const styled = listOfStyle(mark.style)
    const number = mark.list || styled?.list
    const list = number === undefined ? undefined : lists.get(number)
    if (!number || !list) return undefined
    const at = Number(mark.level || levelOfStyle(list, mark.style) || styled?.level || 0)
    const level = list.levels.get(at)
    return level && count(list, number, at, level, counts, begun)
  }
}

function count(
  list: List,
  number: string,
  at: number,
  level: Level,
  counts: Map<string, number[]>,
  begun: Set<string>,
): ListNumber {
  const counted = counts.get(list.definition) ?? []
  const start = begun.has(`${number} ${at}`) ? undefined : list.starts.get(at)
  begun.add(`${number} ${at}`)
  const current = start ?? (counted[at] === undefined ? level.start : counted[at] + 1)
  const now = [...counted.slice(0, at), current]
  counts.set(list.definition, now)
  if (level.format === 'bullet') return { text: level.pattern, isBullet: true }
  const text = level.pattern.replace(/%([1-9])/gu, (_, digit: string) => shown(Number(digit) - 1, now, list, level))
  return { text: text === '' ? '' : text + level.suffix, isBullet: false }
}

function shown(at: number, counts: number[], list: List, level: Level): string {
  const other = list.levels.get(at)
  const format = other?.format ?? 'decimal'
  const isDigits = level.isLegal && format !== 'none'
  return numeral(counts[at] ?? other?.start ?? 1, isDigits ? 'decimal' : format)
}

function levelOfStyle(list: List, style: string): number | undefined {
  if (style === '') return undefined
  for (const [at, level] of list.levels) if (level.style === style) return at
  return undefined
}

function listsOf(numbering: Element, styles: Element | undefined): Map<string, List> {
  const definitions = new Map(
    elementsOf(numbering, 'w:abstractNum').map((one) => [attribute(one, 'abstractNumId'), one]),
  )
  const linked = new Map(
    elementsOf(numbering, 'w:num').map((num) => [attribute(num, 'numId'), attribute(child(num, 'w:abstractNumId'))]),
  )
  const lists = new Map<string, List>()
  for (const num of elementsOf(numbering, 'w:num')) {
    const name = attribute(child(num, 'w:abstractNumId')) ?? ''
    const link = attribute(child(definitions.get(name), 'w:numStyleLink'))
    const definition = link === undefined ? name : (linked.get(listOf(styleNamed(styles, link))) ?? name)
    lists.set(attribute(num, 'numId') ?? '', toList(num, definition, definitions.get(definition)))
  }
  return lists
}

function toList(num: Element, definition: string, abstract: Element | undefined): List {
  const overrides = elementsOf(num, 'w:lvlOverride')
  const levels = [abstract, ...overrides].flatMap((parent) => (parent ? elementsOf(parent, 'w:lvl') : []))
  const starts = overrides.flatMap((one): [number, number][] => {
    const start = attribute(child(one, 'w:startOverride'))
    return start === undefined ? [] : [[levelNumber(one), Number(start)]]
  })
  return {
    definition,
    levels: new Map(levels.map((level) => [levelNumber(level), toLevel(level)])),
    starts: new Map(starts),
  }
}

function levelNumber(element: Element): number {
  return Number(attribute(element, 'ilvl') ?? 0)
}

const suffixes: Record<string, string> = { nothing: '', space: ' ', tab: ' ' }

function toLevel(level: Element): Level {
  return {
    start: Number(attribute(child(level, 'w:start')) ?? 0),
    format: attribute(child(level, 'w:numFmt')) ?? 'decimal',
    pattern: attribute(child(level, 'w:lvlText')) ?? '',
    suffix: suffixes[attribute(child(level, 'w:suff')) ?? 'tab'] ?? ' ',
    isLegal: child(level, 'w:isLgl') !== undefined,
    style: attribute(child(level, 'w:pStyle')) ?? '',
  }
}

interface StyleList {
  list?: string | undefined
  level?: string | undefined
}

// A style has the list of the style that it is based on, unless it has its own.
function styleLists(styles: Element | undefined): (style: string) => StyleList | undefined {
  const named = new Map(
    (styles ? elementsOf(styles, 'w:style') : []).map((style) => [attribute(style, 'styleId'), style]),
  )
  return (name) => {
    const seen = new Set<string>()
    for (let id: string | undefined = name; id && !seen.has(id); id = attribute(child(named.get(id), 'w:basedOn'))) {
      seen.add(id)
      const list = listOf(named.get(id))
      if (list !== undefined) return { list, level: attribute(child(named.get(id), 'w:pPr', 'w:numPr', 'w:ilvl')) }
    }
    return undefined
  }
}

function styleNamed(styles: Element | undefined, name: string): Element | undefined {
  return styles && elementsOf(styles, 'w:style').find((style) => attribute(style, 'styleId') === name)
}

function listOf(style: Element | undefined): string | undefined {
  return attribute(child(style, 'w:pPr', 'w:numPr', 'w:numId'))
}
