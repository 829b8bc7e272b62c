import { bare, type Cell, content, type Table, whole } from '../../document.ts'
import { field, isGroup } from '../../vocabulary.ts'
import type { Entry } from './entry.ts'

const head = /^\p{Script=Han}{0,6}(?:内容|时间|日期|阶段|进度|安排)$/u

/** 项目实施进度计划 beside several rows: 项目实施内容 | 开始时间 | 完成时间, and under these heads a row for each step. */
export function scheduleBeside(
  label: Cell,
  cells: Cell[],
  rows: Cell[][],
  grid: Table['grid'],
): { heads: Cell[]; entry: Entry } | undefined {
  const heads = cells.slice(cells.indexOf(label) + 1)
  if (heads.filter(({ text }) => head.test(bare(text))).length < 2) return undefined
  const below = rows.filter(([first]) => first && first.row > label.row)
  const end = grid === 'drawn' ? below.findIndex(([first]) => !isBeside(first, label)) : below.findIndex(isLabelled)
  const steps = (end < 0 ? below : below.slice(0, end)).flat().filter(({ text }) => text.trim() !== '')
  if (steps.length === 0) return undefined
  const values = steps.map((step) => ({ span: content(step) }))
  return { heads, entry: { label: whole(label), isFunding: false, values, row: label.row, column: label.column } }
}

function isBeside(cell: Cell | undefined, { row, rowSpan }: Cell): boolean {
  return cell !== undefined && cell.row < row + rowSpan
}

// Without spans, the steps go on down to the next row that begins with a label.
function isLabelled(cells: Cell[]): boolean {
  const first = cells.find(({ text }) => text.trim() !== '')
  return first !== undefined && (field(first.text) !== undefined || isGroup(first.text))
}
