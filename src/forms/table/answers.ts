import type { Cell } from '../../document.ts'
import { type Field, fundingSource } from '../../vocabulary.ts'
import { isLabel } from './labels.ts'
import { isMoneyField } from './money.ts'

/** The answer stands right of the label; 总体目标 is answered once for each horizon. */
export function drawnAnswers(cells: Cell[], index: number, named: Field | undefined): Cell[] {
  const answers: Cell[] = []
  for (const cell of cells.slice(index + 1, named === 'objective' ? undefined : index + 2)) {
    if (isLabel(cell)) break
    answers.push(cell)
  }
  return answers
}

/** Without spans, the answer is the next printed cell before the next label; else the first empty one. */
export function lostAnswers(cells: Cell[], index: number, named: Field | undefined): Cell[] {
  const answers: Cell[] = []
  for (const cell of cells.slice(index + 1)) {
    if (cell.text.trim() === '') continue
    if (isLabel(cell) || ((!named || isMoneyField(named)) && isSource(cell))) break
    answers.push(cell)
    if (named !== 'objective') break
  }
  const next = cells[index + 1]
  if (answers.length > 0 || !next || next.text.trim() !== '') return answers
  return [next]
}

// 其中：财政拨款 beside a blank total is the next label, not its answer.
function isSource({ text }: Cell): boolean {
  return fundingSource(text) !== undefined && !/\d/u.test(text)
}

/** The answer below a label that has none at its right. */
export function cellBelow(rows: Cell[][], { row, rowSpan, column }: Cell): Cell | undefined {
  const next = rows.find(([first]) => first?.row === row + rowSpan)
  const below = next?.find((cell) => cell.column === column)
  return below && !isLabel(below) ? below : undefined
}
