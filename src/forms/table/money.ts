import { type Cell, part, whole } from '../../document.ts'
import { field, fundingSource, type MoneyRole, moneyRole } from '../../vocabulary.ts'
import type { Entry } from './entry.ts'

/** The columns of lines of money with heads of their own, as in a self-evaluation (财预〔2020〕10号). */
export type MoneyColumns = Map<number, MoneyRole>

/** 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分: a row that heads the lines of money below it. */
export function isMoneyHead(cells: Cell[]): boolean {
  return cells.filter(({ text }) => moneyRole(text) !== undefined).length >= 3
}

/** The columns that such a row heads. */
export function moneyColumns(cells: Cell[]): MoneyColumns {
  const columns: MoneyColumns = new Map()
  for (const { text, column } of cells) {
    const named = moneyRole(text)
    if (named) columns.set(column, named)
  }
  return columns
}

/** A total or a source of money with its figures under the heads; nothing when the row is none. */
export function moneyLine(cells: Cell[], columns: MoneyColumns): Entry | undefined {
  const label = cells.find(({ text }) => text.trim() !== '')
  const named = label && field(label.text)
  const isTotal = named === 'annual' || named === 'total'
  if (!label || columns.size === 0 || (named ? !isTotal : !fundingSource(label.text))) return undefined
  const figures: Entry['figures'] = {}
  for (const cell of cells) {
    const head = columns.get(cell.column)
    if (head && cell !== label) figures[head] = part(whole(cell), 0)
  }
  const amount = figures.finalBudget ?? figures.requested ?? figures.originalBudget
  const entry = { label: whole(label), isFunding: !isTotal, values: amount ? [{ span: amount }] : [], figures }
  return { ...entry, ...(named && { field: named }), row: label.row, column: label.column }
}
