import { type Cell, content, type Table, whole } from '../../document.ts'
import { moneyUnit } from '../../values/amount.ts'
import { type Field, field, fundingSource, isGoalGroup, isGroup } from '../../vocabulary.ts'
import { cellBelow, drawnAnswers, lostAnswers } from './answers.ts'
import type { Head } from './entry.ts'
import { fusedEntry, inlineEntries } from './inline.ts'
import { isHorizon, isLabel, printed } from './labels.ts'
import {
  isFigure,
  isLineOfMoney,
  isMoney,
  isMoneyField,
  isMoneyHead,
  type MoneyHeads,
  moneyField,
  moneyHeads,
  moneyLine,
  staysInMoney,
  sumBeside,
} from './money.ts'
import { objectivesBelow } from './objective-texts.ts'
import { scheduleBeside } from './schedule.ts'

/** The cells of each row, from row `from` to row `to`, in the order of the columns. */
export function rowsOf({ cells }: Table, from: number, to: number): Cell[][] {
  const rows = new Map<number, Cell[]>()
  for (const cell of cells) {
    if (cell.row < from || cell.row > to) continue
    const row = rows.get(cell.row)
    if (row) row.push(cell)
    else rows.set(cell.row, [cell])
  }
  return [...rows.keys()].sort((a, b) => a - b).map((row) => (rows.get(row) ?? []).sort((a, b) => a.column - b.column))
}

/** Pair every label with the cell that answers it: the cell to its right, or, where a label stands there, the one below. */
export function head(table: Table, rows: Cell[][]): Head {
  const found: Head = { entries: [], groups: [] }
  let inMoney = false
  let heads: MoneyHeads = { columns: new Map() }
  for (const [index, cells] of rows.entries()) {
    if (table.grid === 'lost' && wrapped(cells, found)) continue
    const objectives = table.grid === 'lost' ? objectivesBelow(cells, rows[index + 1] ?? []) : []
    if (objectives.length > 0) {
      found.groups.push(...printed(cells).map(whole))
      found.entries.push(...objectives)
      continue
    }
    const line = moneyLine(cells, heads)
    if (isMoneyHead(cells)) {
      heads = moneyHeads(cells)
      found.groups.push(...printed(cells).map(whole))
      continue
    }
    if (line) {
      found.entries.push(line)
      continue
    }
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]
      if (!cell || cell.text.trim() === '' || isFigure(cell) || isAnswer(cell, found)) continue
      inMoney = isMoney(cell) || (inMoney && staysInMoney(cell))
      index += take({ grid: table.grid, rows }, cells, index, inMoney, found)
    }
  }
  return found
}

// A cell that has answered the label above it is no label.
function isAnswer(cell: Cell, { entries }: Head): boolean {
  return entries.some(({ values }) => values.some(({ span }) => span.passage === cell))
}

interface Part {
  grid: Table['grid']
  rows: Cell[][]
}

// Reads what stands at `index` of a row and says how many cells after it were used up.
function take({ grid, rows }: Part, cells: Cell[], index: number, inMoney: boolean, found: Head): number {
  const cell = cells[index]
  if (!cell) return 0
  const inline = inlineEntries(cell)
  if (inline.length > 0) {
    found.entries.push(...inline)
    return 0
  }
  const fused = grid === 'lost' ? fusedEntry(cell) : undefined
  if (fused) {
    found.entries.push(fused)
    return 0
  }
  const named = (inMoney ? moneyField(cell) : field(cell.text)) ?? (isGoal(cells, index) ? 'objective' : undefined)
  const sum = named ? undefined : sumBeside(cell, nextPrinted(cells, index))
  if (sum) {
    found.entries.push(sum.entry)
    return cells.indexOf(sum.answer) - index
  }
  const schedule = named === 'implementationPlan' ? scheduleBeside(cell, cells, rows, grid) : undefined
  if (named && schedule) {
    found.groups.push(...schedule.heads.map(whole))
    found.entries.push({ ...schedule.entry, field: named })
    return schedule.heads.length
  }
  const next = grid === 'drawn' ? cells[index + 1] : nextPrinted(cells, index)
  const below = grid === 'drawn' && (!next || isLabel(next)) ? cellBelow(rows, cell) : undefined
  const isBlank = next !== cells[index + 1] && /^\s*[（(]?其中/u.test(next?.text ?? '')
  const isOver = (!named && grid === 'drawn' && headsRows(rows, cells, index)) || isHeading(cell, named, next, isBlank)
  if (!(below && named === 'objective') && isOver) {
    found.groups.push(whole(cell))
    return 0
  }
  const answers = grid === 'drawn' ? drawnAnswers(cells, index, named) : lostAnswers(cells, index, named)
  const isFunding = !named && inMoney && isLineOfMoney(cell, answers)
  if (!named && !isFunding && !isUnknownLabel(grid, cells, index)) return 0
  if (isHorizon(named) && !below && answers.every((answer) => grid === 'lost' && answer.text.trim() === '')) {
    found.groups.push(whole(cell))
    return 0
  }
  const values = (below ? [below] : answers).map((answer) => ({ span: content(answer) }))
  const entry = { label: whole(cell), isFunding, values, row: cell.row, column: cell.column }
  found.entries.push(named ? { ...entry, field: named } : entry)
  const last = answers.at(-1)
  return last ? cells.indexOf(last) - index : 0
}

// What names money, or its unit, and has no figure beside it heads the lines of money: 资金金额（万元） | 资金总额 | 120.
// A blank before 其中：财政拨款 answers the total.
function isHeading({ text }: Cell, named: Field | undefined, next: Cell | undefined, isBlank: boolean): boolean {
  const isLine = isMoneyField(named) && !isBlank && fundingSource(next?.text ?? '') !== undefined
  const isUnit = !named && isLabel(next) && moneyUnit(text) !== undefined
  return isLine || isUnit || (isGroup(text) && (!named || isLabel(next)))
}

// 绩效目标 beside nothing but a text is answered by it.
function isGoal(cells: Cell[], index: number): boolean {
  const [answer, ...others] = printed(cells.slice(index + 1))
  const isAlone = answer !== undefined && others.length === 0 && !isLabel(answer) && !isFigure(answer)
  return isAlone && isGoalGroup(cells[index]?.text ?? '')
}

// A row that holds nothing but a figure answers the label at the end of the row above.
function wrapped(cells: Cell[], { entries }: Head): boolean {
  const [answer, another] = printed(cells)
  const open = entries.at(-1)
  if (!answer || another || !open || open.values.length > 0 || !isFigure(answer)) return false
  open.values.push({ span: content(answer), repaired: 'wrapped-value' })
  return true
}

// In the place of a label, answered by the next cell: a labelled cell that the vocabulary does not know. Without spans,
// the pairs of a row tell the place, where another of them begins with a label that it knows.
function isUnknownLabel(grid: Table['grid'], cells: Cell[], index: number): boolean {
  const [cell, answer] = [cells[index], cells[index + 1]]
  if (!cell || !answer || isLabel(answer) || (grid === 'lost' && !isInPairs(printed(cells), cell))) return false
  return cell.text.length <= 30 && /\p{L}/u.test(cell.text)
}

function isInPairs(cells: Cell[], cell: Cell): boolean {
  const labels = cells.filter((_, index) => index % 2 === 0)
  const answers = cells.filter((_, index) => index % 2 === 1)
  return labels.length === answers.length && labels.includes(cell) && labels.some(isLabel) && !answers.some(isLabel)
}

// 预算执行情况（万元） over several rows that hold a label and its answer each only heads them; 其中：财政资金 is as tall as
// its figure where the year beside it has more lines.
function headsRows(rows: Cell[][], cells: Cell[], index: number): boolean {
  const [cell, next] = [cells[index], cells[index + 1]]
  if (!cell || cell.rowSpan < 2 || cell.text.length > 30 || isAsTallFigure(next, cell)) return false
  const beside = rows.filter(([first]) => first && first.row > cell.row && first.row < cell.row + cell.rowSpan)
  return isLabel(next) || (cells.length - index > 2 && beside.every((cells) => cells.length > 1))
}

function isAsTallFigure(next: Cell | undefined, { rowSpan }: Cell): boolean {
  return next !== undefined && next.text.trim() !== '' && isFigure(next) && next.rowSpan >= rowSpan
}

function nextPrinted(cells: Cell[], index: number): Cell | undefined {
  return printed(cells.slice(index + 1))[0]
}
