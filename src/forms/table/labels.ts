import type { Cell } from '../../document.ts'
import { type Field, field, isGroup } from '../../vocabulary.ts'
import { inlineEntries } from './inline.ts'

/** The cells that hold text. */
export function printed(cells: Cell[]): Cell[] {
  return cells.filter(({ text }) => text.trim() !== '')
}

/** Whether a cell is a label of the vocabulary, alone or with its answer behind a colon. */
export function isLabel(cell: Cell | undefined): boolean {
  return cell !== undefined && (field(cell.text) !== undefined || isGroup(cell.text) || inlineEntries(cell).length > 0)
}

/** 中期目标 | 年度目标 in one row head the two horizons; their texts stand beside 总体目标 in the next row. */
export function isHorizon(named: Field | undefined): boolean {
  return named === 'mediumTermObjective' || named === 'annualObjective'
}
