import { ancestry, byId, type Elements } from './styles.ts'
import { attribute, child, type Element, elementsOf } from './xml.ts'

/** The lists of a document and the styles that use them. */
export interface Lists {
  lists: Map<string, List>
  listOfStyle(style: string): { list: string; level: string | undefined } | undefined
}

/** A list (`w:num`): its definition (`w:abstractNum`), with the levels and starts that it overrides. */
export interface List {
  id: string
  definition: string
  levels: Map<number, Level>
  levelOfStyle: Map<string, number>
  starts: Map<number, number>
}

export interface Level {
  start: number
  format: string
  /** `%1.%2` stands for the counts of the first two levels. */
  pattern: string
  suffix: string
  /** Counts of all levels are shown as digits. */
  isLegal: boolean
  restart: number | undefined
}

/** Reads the lists of a document from its numbering and style parts (ECMA-376 Part 1, 17.9). */
export function listsOf(numbering: Element, styles: Element | undefined): Lists {
  const named = byId(styles, 'w:style', 'styleId')
  const definitions = byId(numbering, 'w:abstractNum', 'abstractNumId')
  const nums = byId(numbering, 'w:num', 'numId')
  const lists = Array.from(nums, ([id, num]): [string, List] => {
    const definition = definitionOf(num, definitions, nums, named)
    return [id, toList(id, num, definition, definitions.get(definition))]
  })
  return { lists: new Map(lists), listOfStyle: (style) => listOfStyle(style, named) }
}

// A definition may only refer to a numbering style, whose list has the levels.
function definitionOf(num: Element, definitions: Elements, nums: Elements, styles: Elements): string {
  const own = definitionId(num)
  const link = attribute(child(definitions.get(own), 'w:numStyleLink'))
  const linked = link === undefined ? undefined : nums.get(listIdOf(styles.get(link)) ?? '')
  return linked ? definitionId(linked) : own
}

function definitionId(num: Element): string {
  return attribute(child(num, 'w:abstractNumId')) ?? ''
}

function toList(id: string, num: Element, definition: string, abstract: Element | undefined): List {
  const overrides = elementsOf(num, 'w:lvlOverride')
  const levels = [...(abstract ? [abstract] : []), ...overrides].flatMap((parent) => elementsOf(parent, 'w:lvl'))
  const styled = levels.flatMap((level): [string, number][] => {
    const style = attribute(child(level, 'w:pStyle'))
    return style === undefined ? [] : [[style, levelNumber(level)]]
  })
  return {
    id,
    definition,
    levels: new Map(levels.map((level) => [levelNumber(level), toLevel(level)])),
    levelOfStyle: new Map(styled),
    starts: new Map(overrides.flatMap(startOf)),
  }
}

function startOf(override: Element): [number, number][] {
  const start = numberOf(child(override, 'w:startOverride'))
  return start === undefined ? [] : [[levelNumber(override), start]]
}

const suffixes: Record<string, string> = { nothing: '' }

function toLevel(level: Element): Level {
  return {
    start: numberOf(child(level, 'w:start')) ?? 0,
    format: attribute(child(level, 'w:numFmt')) ?? 'decimal',
    pattern: attribute(child(level, 'w:lvlText')) ?? '',
    suffix: suffixes[attribute(child(level, 'w:suff')) ?? 'tab'] ?? ' ',
    isLegal: child(level, 'w:isLgl') !== undefined,
    restart: numberOf(child(level, 'w:lvlRestart')),
  }
}

function levelNumber(element: Element): number {
  return Number(attribute(element, 'ilvl') ?? 0)
}

function numberOf(element: Element | undefined): number | undefined {
  const number = Number.parseInt(attribute(element) ?? '', 10)
  return Number.isNaN(number) ? undefined : number
}

// A style has the list of the style that it is based on, unless it has its own.
function listOfStyle(id: string, styles: Elements): ReturnType<Lists['listOfStyle']> {
  for (const style of ancestry(id, styles)) {
    const list = listIdOf(style)
    if (list !== undefined) return { list, level: attribute(child(style, 'w:pPr', 'w:numPr', 'w:ilvl')) }
  }
  return undefined
}

function listIdOf(style: Element | undefined): string | undefined {
  return attribute(child(style, 'w:pPr', 'w:numPr', 'w:numId'))
}
