import { bare, type Cell, type Passage, part, type Span, textOf, whole } from '../../document.ts'
import { moneyUnit } from '../../values/amount.ts'
import { type Field, field, fundingSource } from '../../vocabulary.ts'
import type { Entry, Value } from './entry.ts'

// Behind its only label a text holds no answer, or no more than the unit of one: 年度资金总额：（万元）.
const unit = /^(?:[（(](?:单位[：:])?[十百千万亿]{0,2}元[）)])?$/u

const labelled =
  /(?<=^|\s|[）)。，,\d元])[（(；;]?(?:其中[：:])?[\p{Script=Han}、]{2,16}(?:[（(][^（()）]{0,20}[）)])?\s?[：:]/gu
const opening = /^\s*[\p{Script=Han}、]{2,16}\s?(?:[（(][^（()）]{0,20}[）)])?\s?[：:]/u
const figure = /^\s*(?:-?\d[\d,.]*\s*(?:[十百千万亿]{0,2}元|万|亿)?|[-—–/])(?=\s|$|[（(）)。；;，])/u

interface Label {
  start: number
  end: number
  field: Field | undefined
  /** The figure behind a source of money. */
  figure?: Span
}

/** Labels and answers that stand in one text, each label closed by a colon: `负责人：王国成 联系电话：0353-2296696`. */
export function inlineEntries(cell: Passage & Partial<Pick<Cell, 'row' | 'column'>>): Entry[] {
  if (!opening.test(cell.text)) return []
  const year = yearApart(cell.text)
  const labels = [...cell.text.matchAll(labelled)].flatMap((match) => labelAt(cell, match.index, match[0]))
  if (year && labels.length > 0) labels.push({ ...year, field: undefined })
  labels.sort((a, b) => a.start - b.start)
  if (labels[0]?.start !== cell.text.length - cell.text.trimStart().length) return []
  if (labels.length === 1 && unit.test(bare(cell.text.slice(labels[0].end)))) return []
  return labels.flatMap(({ start, end, field, figure }, index): Entry[] => {
    if (!field && !figure) return []
    const span = figure ?? part(whole(cell), end, labels[index + 1]?.start ?? cell.text.length)
    const entry = { label: part(whole(cell), start, end), isFunding: figure !== undefined, values: [{ span }] }
    return [{ ...entry, ...(field && { field }), row: cell.row ?? 0, column: cell.column ?? 0 }]
  })
}

/** `部门：文化局  2023年度  单位：元`: a year that stands apart from the answer before it, at the end or before a label. */
export function yearApart(text: string): { start: number; end: number } | undefined {
  const found = /\s([（(]?\d{4}\s?年度[）)]?)(?=\s|$)/u.exec(text)
  if (!found) return undefined
  const [start, end] = [found.index + 1, found.index + found[0].length]
  const isAnswer = /[：:]$/u.test(text.slice(0, start).trimEnd())
  return !isAnswer && /^$|^\p{Script=Han}{2,10}[：:]/u.test(text.slice(end).trim()) ? { start, end } : undefined
}

// A label of the vocabulary, a source of money before its figure, or a unit of money, which only ends what is before it.
function labelAt(cell: Passage, start: number, text: string): Label[] {
  const end = start + text.length
  const named = field(text)
  if (named) return [{ start, end, field: named }]
  const answer = figure.exec(cell.text.slice(end))?.[0]
  if (answer && fundingSource(text)) {
    return [{ start, end, field: undefined, figure: part(whole(cell), end, end + answer.length) }]
  }
  return /单位[：:]$/u.test(text) && moneyUnit(cell.text.slice(start)) ? [{ start, end, field: undefined }] : []
}

/** `年度预算资金总额 8`: a recogniser has put a label and its answer into one cell. */
export function fusedEntry(cell: Cell): Entry | undefined {
  const gap = cell.text.trimEnd().lastIndexOf(' ')
  const label = part(whole(cell), 0, Math.max(gap, 0))
  // 项 目 期 限 is a label by itself, not 项目期 answered by 限.
  const named = gap > 0 && field(cell.text) === undefined ? field(textOf(label)) : undefined
  if (!named) return undefined
  const values: Value[] = [{ span: part(whole(cell), gap), repaired: 'fused-cell' }]
  return { label, field: named, isFunding: false, values, row: cell.row, column: cell.column }
}
