import type { Evidence } from '../../model.ts'
import type { Language } from './words.ts'

/** A location taken apart; what it does not state is left out. */
export interface Place {
  page?: number
  /** Left, top, width and height in points; the origin is the top left of the page. */
  viewrect?: number[]
  line?: number
  lastLine?: number
  table?: number
  row?: number
  column?: number
  paragraph?: number
}

/** The place that a location names. What is no number there is left out: a saved report may come from anywhere. */
export function placeOf(location = ''): Place {
  const parameters = new URLSearchParams(location.split('#')[1] ?? '')
  const [page] = ordinals(parameters, 'page')
  const [line, lastLine] = ordinals(parameters, 'line')
  const [table] = ordinals(parameters, 'table')
  const [row, column] = ordinals(parameters, 'cell')
  const [paragraph] = ordinals(parameters, 'paragraph')
  const viewrect = numbers(parameters, 'viewrect')
  const places = { page, line, lastLine, table, row, column, paragraph }
  const stated = Object.fromEntries(Object.entries(places).filter(([, number]) => number !== undefined))
  return { ...stated, ...(viewrect.length === 4 && viewrect.every(Number.isFinite) && { viewrect }) }
}

/** Where a piece of evidence stands, for people: `pages 3-4`, `第5行`; nothing when its place cannot be read. */
export function placeName({ source }: Evidence, language: Language): string {
  const places = source.map(placeOf)
  const [first = {}] = places
  const last = places.at(-1) ?? first
  const say = names[language]
  if (first.page !== undefined) return say.pages(range(first.page, last.page))
  if (first.line !== undefined) return say.lines(range(first.line, first.lastLine))
  if (first.row !== undefined) return say.cell(first.table ?? 1, first.row, first.column ?? 1)
  return first.paragraph === undefined ? '' : say.paragraph(first.paragraph)
}

const names = {
  en: {
    pages: (range: string) => `page${range.includes('-') ? 's' : ''} ${range}`,
    lines: (range: string) => `line${range.includes('-') ? 's' : ''} ${range}`,
    cell: (table: number, row: number, column: number) => `table ${table} cell ${row},${column}`,
    paragraph: (number: number) => `paragraph ${number}`,
  },
  zh: {
    pages: (range: string) => `第${range}页`,
    lines: (range: string) => `第${range}行`,
    cell: (table: number, row: number, column: number) => `表${table}第${row}行第${column}列`,
    paragraph: (number: number) => `第${number}段`,
  },
}

function range(first: number, last = first): string {
  return last > first ? `${first}-${last}` : `${first}`
}

function ordinals(parameters: URLSearchParams, name: string): number[] {
  return numbers(parameters, name).filter((number) => Number.isSafeInteger(number) && number > 0)
}

function numbers(parameters: URLSearchParams, name: string): number[] {
  return parameters.get(name)?.split(',').map(Number) ?? []
}
