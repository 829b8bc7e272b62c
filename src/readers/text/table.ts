import type { Cell, Passage } from '../../document.ts'
import type { Line } from './lines.ts'
import { clean } from './markup.ts'

/** Lines that are the rows of one table, or one line that is a paragraph. */
export interface Rows {
  lines: Line[]
  isTable: boolean
  /** Has only lines that are indented with tabs: paragraphs, not rows, unless they go on with a table. */
  isProse: boolean
  /** Rows before which a page has cut the table. */
  cuts: Set<Line>
  /** Blank lines before the first line. */
  gap: number
}

/** Puts rows together to tables: pages are recognised one by one, so a table goes on over one blank line. */
export function toRows(lines: Line[]): Rows[] {
  const groups: Rows[] = []
  let gap = 0
  for (const line of lines) {
    if (line.isBlank) gap++
    else {
      place(line, gap, groups)
      gap = 0
    }
  }
  return groups.flatMap(proseApart)
}

function place(line: Line, gap: number, groups: Rows[]): void {
  const last = groups.at(-1)
  const isProse = isIndented(line)
  if (!last || !line.isRow || !last.isTable || gap > 1 || (gap === 1 && last.isProse)) {
    groups.push({ lines: [line], isTable: line.isRow, isProse, cuts: new Set(), gap })
    return
  }
  last.lines.push(line)
  last.isProse &&= isProse
  if (gap === 1) last.cuts.add(line)
}

function isIndented({ text }: Line): boolean {
  return /^\t+[^\t]+$/u.test(text)
}

function proseApart(group: Rows): Rows[] {
  if (!group.isTable || !group.isProse) return [group]
  return group.lines.map((line, at) => ({
    ...group,
    lines: [{ ...line, text: line.text.trim() }],
    isTable: false,
    gap: at === 0 ? group.gap : 0,
  }))
}

/** The cells of rows whose columns are only the order of tab stops, and the markup that was in them. */
export function toCells(rows: Line[], file: string): { cells: Cell[]; markup: Passage[] } {
  const cells: Cell[] = []
  const markup: Passage[] = []
  for (const [index, { number: line, text }] of rows.entries()) {
    for (const [at, field] of text.split('\t').entries()) {
      const cleaned = clean(field, line, file)
      if (cleaned.markup) markup.push(cleaned.markup)
      const grid = { row: index + 1, column: at + 1, rowSpan: 1, colSpan: 1 }
      cells.push({ ...cleaned.passage, ...grid, positions: [{ kind: 'line', line }] })
    }
  }
  return { cells, markup }
}
