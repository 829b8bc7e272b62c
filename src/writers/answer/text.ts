import { columns as columnsOf, cut } from '../validation/columns.ts'
import { shown } from '../validation/escapes.ts'
import type { Answer, AnswerColumn, Cell, Manner } from './answer.ts'

/** Aligned columns; where a terminal has only so much room, long values are cut. The first rows say how wide they are. */
export async function* text({ columns, rows }: Answer, { room }: Manner): AsyncGenerator<string> {
  const names = columns.map(({ name }) => visible(name))
  let widths: number[] = []
  for await (const some of rows) {
    const shown = some.map((row) => row.map(shownOf))
    if (widths.length === 0) {
      widths = fitted(widthsOf([names, ...shown]), room)
      yield head(names, columns, widths)
    }
    yield shown.map((row) => line(row, columns, widths, room)).join('')
  }
  if (widths.length === 0) yield head(names, columns, widthsOf([names]))
}

function head(names: string[], columns: AnswerColumn[], widths: number[], room?: number): string {
  const rule = widths.map((width) => '─'.repeat(width))
  return line(names, columns, widths, room) + line(rule, columns, widths, room)
}

function line(row: string[], columns: AnswerColumn[], widths: number[], room: number | undefined): string {
  const cells = row.map((value, index) => {
    const width = widths[index] ?? 0
    const kept = room === undefined ? value : cut(value, width)
    const space = ' '.repeat(Math.max(0, width - columnsOf(kept)))
    return columns[index]?.isNumber ? space + kept : kept + space
  })
  return `${cells.join(gap).trimEnd()}\n`
}

const gap = '  '

function widthsOf(rows: string[][]): number[] {
  const [names = []] = rows
  return names.map((_, index) => rows.reduce((width, row) => Math.max(width, columnsOf(row[index] ?? '')), 0))
}

// The widest columns give way first, down to a width at which a value can still be told.
function fitted(widths: number[], room: number | undefined): number[] {
  if (room === undefined) return widths
  const free = room - gap.length * (widths.length - 1)
  let most = Math.max(...widths)
  const at = (limit: number) => widths.map((width) => Math.min(width, limit))
  while (most > narrowest && at(most).reduce((sum, width) => sum + width, 0) > free) most -= 1
  return at(most)
}

const narrowest = 8

function shownOf({ text }: Cell): string {
  return text === undefined ? 'NULL' : visible(text)
}

// A line break would break the table, and other control characters of a document could tell the terminal anything.
function visible(text: string): string {
  return shown(text).replaceAll('\t', '\uFFFD')
}
