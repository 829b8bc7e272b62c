import type { Part } from './parts.ts'
import type { JoinedTable } from './table.ts'
import { near, rowCount, textOf } from './table.ts'

/** How the first rows of a part repeat those of the table. */
type Likeness = 'equal' | 'alike' | 'other'

function likeness(table: JoinedTable, part: Part, row: number): Likeness {
  const [above, below] = [rowAt(table.cells, row), rowAt(part.cells, row)]
  if (above.length === 0 || above.length !== below.length) return 'other'
  const isAligned = above.every(({ slices, rowSpan }, index) => {
    const cell = below[index]
    const [first, left] = [slices[0]?.box.left ?? 0, table.edges[0] ?? 0]
    return cell && near(first - left, cell.left - part.box.left) && rowSpan === cell.rowSpan
  })
  if (!isAligned) return 'other'
  const texts = above.map((cell, index) => [textOf(cell), textOf(below[index] ?? cell)])
  if (texts.every(([a, b]) => a === b) && texts.some(([a]) => a)) return 'equal'
  const [first, second] = texts.find(([a]) => a) ?? []
  return first && first === second ? 'alike' : 'other'
}

function rowAt<T extends { row: number; column: number }>(cells: T[], row: number): T[] {
  const first = cells.slice(0, 200)
  return first.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column)
}

/** Whether a part begins another form of the same print: its labels are the same, what is filled in is not. */
export function beginsAnew(table: JoinedTable, part: Part): boolean {
  const equal = countEqual(table, part)
  if (likeness(table, part, equal) !== 'alike') return false
  return equal === 0 || likeness(table, part, equal + 1) !== 'other'
}

function countEqual(table: JoinedTable, part: Part): number {
  let row = 0
  while (row < 10 && likeness(table, part, row) === 'equal') row++
  return row
}

/** How many header rows of a part the producer printed again. */
export function repeatedRows(table: JoinedTable, part: Part): number {
  const rows = countEqual(table, part)
  return rows >= rowCount(part.cells) ? 0 : rows
}

/** How many rows at the top of one part are printed at the top of another too. */
export function headerRows(above: Part['cells'], below: Part['cells']): number {
  const texts = (cells: Part['cells'], row: number) => rowAt(cells, row).map(textOf).join('|')
  let row = 0
  while (row < 10 && texts(below, row) !== '' && texts(above, row) === texts(below, row)) row++
  return row
}
