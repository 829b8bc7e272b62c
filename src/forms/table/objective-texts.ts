import { type Cell, content, whole } from '../../document.ts'
import { field, isGroup } from '../../vocabulary.ts'
import type { Entry } from './entry.ts'
import { isHorizon, isLabel, printed } from './labels.ts'

/**
 * Without spans, a row of nothing but heads of objectives, 总体目标 | 中期目标 | 年度目标, is answered by the row of texts
 * below it; a head of them all comes first.
 */
export function objectivesBelow(cells: Cell[], below: Cell[]): Entry[] {
  const heads = printed(cells)
  const texts = printed(below)
  if (!heads.every(isObjective) || texts.length > heads.length || texts.some(isLabel)) return []
  const labels = heads.slice(heads.length - texts.length)
  return texts.flatMap((text, index): Entry[] => {
    const label = labels[index]
    const named = label && field(label.text)
    const values = [{ span: content(text) }]
    if (!label || !named) return []
    return [{ label: whole(label), field: named, isFunding: false, values, row: label.row, column: label.column }]
  })
}

function isObjective({ text }: Cell): boolean {
  const named = field(text)
  return named === 'objective' || named === 'completion' || isHorizon(named) || isGroup(text)
}
