import { rootOf } from './roots.ts'

/** An area of the grid: from its first line to its last, in columns and in rows. */
export interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

/** For each line, which of its sections between two crossing lines are drawn. */
export interface Drawn {
  rows: boolean[][]
  columns: boolean[][]
}

/** Joins grid boxes with no rule between them; what is no rectangle is cut into rectangles by rows. */
export function areasOf(columns: number, rows: number, { rows: across, columns: down }: Drawn): Area[] {
  const parents = Array.from({ length: Math.max(columns * rows, 0) }, (_, index) => index)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column
      if (column > 0 && !down[column]?.[row]) unite(parents, index, index - 1)
      if (row > 0 && !across[row]?.[column]) unite(parents, index, index - columns)
    }
  }
  const groups = Map.groupBy(parents.keys(), (index) => rootOf(parents, index))
  return [...groups.values()].flatMap((indexes) => rectangles(indexes, columns))
}

function unite(parents: number[], a: number, b: number): void {
  const [first, second] = [rootOf(parents, a), rootOf(parents, b)]
  parents[Math.max(first, second)] = Math.min(first, second)
}

function rectangles(indexes: number[], columns: number): Area[] {
  const open: Area[] = []
  for (const [row, inRow] of Map.groupBy(indexes, (index) => Math.floor(index / columns))) {
    for (const { left, right } of stretches(inRow.map((index) => index % columns))) {
      const above = open.find((area) => area.bottom === row && area.left === left && area.right === right)
      if (above) above.bottom = row + 1
      else open.push({ left, right, top: row, bottom: row + 1 })
    }
  }
  return open
}

function stretches(columns: number[]): { left: number; right: number }[] {
  const found: { left: number; right: number }[] = []
  for (const column of columns) {
    const last = found.at(-1)
    if (last?.right === column) last.right = column + 1
    else found.push({ left: column, right: column + 1 })
  }
  return found
}
