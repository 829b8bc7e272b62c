import { type Cell, part, whole } from '../../document.ts'
import { type Field, field, fundingSource, isGroup, labelKey, type MoneyRole, moneyRole } from '../../vocabulary.ts'
import type { Entry } from './entry.ts'

/** The columns of lines of money with heads of their own, as in a self-evaluation (财预〔2020〕10号). */
export interface MoneyHeads {
  columns: Map<number, MoneyRole>
  /** What stands before the heads: 项目资金（万元）. */
  label?: Cell
}

/** 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分: a row that heads the lines of money below it. */
export function isMoneyHead(cells: Cell[]): boolean {
  return cells.filter(({ text }) => moneyRole(text) !== undefined).length >= 3
}

/** The columns that such a row heads. */
export function moneyHeads(cells: Cell[]): MoneyHeads {
  const columns: MoneyHeads['columns'] = new Map()
  for (const { text, column } of cells) {
    const named = moneyRole(text)
    if (named) columns.set(column, named)
  }
  const label = cells.find(({ text }) => text.trim() !== '' && !moneyRole(text))
  return { columns, ...(label && { label }) }
}

/** A total or a source of money with its figures under the heads; nothing when the row is none. */
export function moneyLine(cells: Cell[], { columns, label: beside }: MoneyHeads): Entry | undefined {
  const first = cells.find(({ text }) => text.trim() !== '')
  // The figures of the year may have no label but the one beside their heads.
  const isUnnamed = first !== undefined && columns.has(first.column) && isFigure(first)
  const label = isUnnamed ? beside : first
  const named = isUnnamed ? 'annual' : label && moneyField(label)
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

/** Whether a cell holds a sum of money, a nil mark or nothing. */
export function isFigure({ text }: Cell): boolean {
  return /^[-—–/]?$|^-?\d[\d,. ]*(?:元|万元|万)?$/u.test(text.trim())
}

/** Whether a cell opens the lines of money. */
export function isMoney(cell: Cell): boolean {
  const named = field(cell.text)
  return isMoneyField(named) || /资金|预算/u.test(isGroup(cell.text) ? cell.text : '')
}

/** The field that a label names among the lines of money, where 合计 is the total. */
export function moneyField({ text }: Cell): Field | undefined {
  return field(text) ?? (/^(?:合计|总计)$/u.test(labelKey(text)) ? 'total' : undefined)
}

/** `项目资金（万元） | 120`: what else heads the lines of money is the total where a sum stands beside it. */
export function sumBeside(label: Cell, answer: Cell | undefined): { entry: Entry; answer: Cell } | undefined {
  const length = answer && isMoney(label) && isGroup(label.text) ? sum.exec(answer.text)?.[0].length : undefined
  if (!answer || !length) return undefined
  const values = [{ span: part(whole(answer), 0, length) }]
  const { row, column } = label
  return { entry: { label: whole(label), field: 'total', isFunding: false, values, row, column }, answer }
}

const sum = /^\s*\d[\d,]*(?:\.\d+)?\s?(?:(?:元|万元|万)?(?=\s*$)|(?:元|万元)(?=[，,；;。（(]))/u

/** Whether a field states a sum of money. */
export function isMoneyField(named: Field | undefined): boolean {
  return named === 'annual' || named === 'mediumTerm' || named === 'total'
}

/** Whether the lines of money go on; the weight of the execution rate stands beside them. */
export function staysInMoney({ text }: Cell): boolean {
  const named = field(text)
  return named === undefined || named === 'executionWeight'
}

/**
 * Whether a label with its answers is a line of money. A source may have no figure, which leaves its cell blank;
 * 同名项目上年预算数 is money of another year.
 */
export function isLineOfMoney({ text }: Cell, answers: Cell[]): boolean {
  if (text.length > 30 || /[。；]/u.test(text)) return false
  if (fundingSource(text)) return answers.some(isFigure)
  return !/上年|去年|往年/u.test(text) && answers.some((answer) => answer.text.trim() !== '' && isFigure(answer))
}
