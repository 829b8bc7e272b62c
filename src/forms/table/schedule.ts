import { bare, type Cell, content, whole } from '../../document.ts'
import type { Entry } from './entry.ts'

const head = /^\p{Script=Han}{0,6}(?:内容|时间|日期|阶段|进度|安排)$/u

/** 项目实施进度计划 beside several rows: 项目实施内容 | 开始时间 | 完成时间, and under these heads a row for each step. */
export function scheduleBeside(
  label: Cell,
  cells: Cell[],
  rows: Cell[][],
): { heads: Cell[]; entry: Entry } | undefined {
  const heads = cells.slice(cells.indexOf(label) + 1)
  if (label.rowSpan < 2 || heads.filter(({ text }) => head.test(bare(text))).length < 2) return undefined
  const end = label.row + label.rowSpan
  const steps = rows.flat().filter(({ row, text }) => row > label.row && row < end && text.trim() !== '')
  const values = steps.map((step) => ({ span: content(step) }))
  return { heads, entry: { label: whole(label), isFunding: false, values, row: label.row, column: label.column } }
}
