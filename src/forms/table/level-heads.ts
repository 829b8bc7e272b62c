import type { Cell, Table } from '../../document.ts'
import { category } from '../../vocabulary.ts'
import type { Column } from './columns.ts'

/**
 * Forms of Henan print the levels side by side, 产出指标 | 效益指标 | 满意度指标 | 成本指标, and under each of them 三级指标 and
 * 指标值: the heads above row `row`, when every name stands under one of them.
 */
export function levelHeads({ cells, grid }: Table, row: number, columns: Column[]): Cell[] {
  const above = cells.filter((cell) => cell.row + cell.rowSpan === row && isLevel(cell))
  const names = columns.filter(({ role }) => role === 'name')
  const isAbove = (head: Cell, { column }: Column) => headOver(above, grid, column) === head
  const isUsed = above.every((head) => names.some((name) => isAbove(head, name)))
  const isHeaded = names.every((name) => headOver(above, grid, name.column) !== undefined)
  return above.length > 1 && isUsed && isHeaded ? above : []
}

function isLevel({ text }: Cell): boolean {
  return category(text) !== null
}

/** The head over a column: without spans, the nearest one at its left. */
export function headOver(heads: Cell[], grid: Table['grid'], column: number): Cell | undefined {
  const left = heads.filter((head) => head.column <= column)
  const nearest = left.reduce<Cell | undefined>(
    (best, head) => (best && best.column > head.column ? best : head),
    undefined,
  )
  const isOver = nearest && (grid === 'lost' || column < nearest.column + nearest.colSpan)
  return isOver ? nearest : undefined
}
