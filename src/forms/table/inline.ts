import { type Cell, type Passage, part, textOf, whole } from '../../document.ts'
import { field } from '../../vocabulary.ts'
import type { Entry, Value } from './entry.ts'

// Behind its only label a text holds no answer, or no more than the unit of one: 年度资金总额：（万元）.
const unit = /^\s*(?:[（(]\s*(?:单位\s*[：:])?\s*[十百千万亿]{0,2}元\s*[）)])?\s*$/u

/** Labels and answers that stand in one text, each label closed by a colon: `负责人：王国成 联系电话：0353-2296696`. */
export function inlineEntries(cell: Passage & Partial<Pick<Cell, 'row' | 'column'>>): Entry[] {
  if (!/^\s*[\p{Script=Han}、]{2,16}\s?(?:[（(][^（()）]{0,20}[）)])?\s?[：:]/u.test(cell.text)) return []
  const labels = [
    ...cell.text.matchAll(/(?<=^|\s|[）)。；;，,\d])[\p{Script=Han}、]{2,16}(?:[（(][^（()）]{0,20}[）)])?\s?[：:]/gu),
  ]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, field: field(match[0]) }))
    .filter((label) => label.field !== undefined)
  if (labels[0]?.start !== cell.text.length - cell.text.trimStart().length) return []
  if (labels.length === 1 && unit.test(cell.text.slice(labels[0].end))) return []
  return labels.map((label, index) => {
    const span = part(whole(cell), label.end, labels[index + 1]?.start ?? cell.text.length)
    const entry = { label: part(whole(cell), label.start, label.end), isFunding: false, values: [{ span }] }
    return { ...entry, ...(label.field && { field: label.field }), row: cell.row ?? 0, column: cell.column ?? 0 }
  })
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
