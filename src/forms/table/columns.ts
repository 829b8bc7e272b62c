import type { Cell, Table } from '../../document.ts'
import type { Indicator } from '../../model.ts'
import { horizonOf, type Role, role } from '../../vocabulary.ts'

/** A column of an indicator table, by what its header says. */
export interface Column {
  role: Role
  /** Left out for columns that serve every horizon: a level-1 label that stands once for both sides. */
  horizon?: Indicator['horizon']
  header: Cell
  column: number
  span: number
}

/** The columns under the header row of an indicator table, left to right. */
export interface Columns {
  row: number
  /** The first row below the header. */
  below: number
  columns: Column[]
  headers: Cell[]
}

/** The header row of the indicators, if the table has one: it names the level-3 indicators and their targets. */
export function columnsOf({ cells }: Table): Columns | undefined {
  const rows = new Map<number, Column[]>()
  for (const header of cells) {
    const named = role(header.text)
    if (!named) continue
    const column = { role: named, header, column: header.column, span: header.colSpan }
    rows.set(header.row, [...(rows.get(header.row) ?? []), column])
  }
  for (const [row, columns] of [...rows].sort(([a], [b]) => a - b)) {
    const names = columns.map(({ role }) => role)
    if (!names.includes('target') || !(names.includes('name') || names.includes('dimension'))) continue
    const headers = columns.map(({ header }) => header)
    const below = Math.max(...headers.map((header) => header.row + header.rowSpan))
    return { row, below, columns: withHorizons(columns.sort((a, b) => a.column - b.column)), headers }
  }
  return undefined
}

/** Whether the header row repeats the columns of one horizon beside those of another. */
export function isSideBySide({ columns }: Columns): boolean {
  return columns.filter(({ role }) => role === 'name').length === 2
}

// The left side holds the medium term, the right side the year (财预〔2015〕88号 form and its children).
function withHorizons(columns: Column[]): Column[] {
  const seen = new Set<Role>()
  const names = columns.filter(({ role }) => role === 'name')
  if (names.length === 2) {
    const split = columns.findIndex((column) => {
      const isRepeated = seen.has(column.role)
      seen.add(column.role)
      return isRepeated
    })
    return columns.map((column, index) =>
      column.role === 'category' ? column : { ...column, horizon: index < split ? 'mediumTerm' : 'annual' },
    )
  }
  const targets = columns.filter(({ role }) => role === 'target')
  return columns.map((column) =>
    column.role !== 'target'
      ? column
      : {
          ...column,
          horizon:
            targets.length === 1 && horizonOf(column.header.text) !== 'mediumTerm'
              ? 'annual'
              : horizonOf(column.header.text),
        },
  )
}
