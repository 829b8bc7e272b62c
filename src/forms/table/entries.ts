import { type Cell, content, type Table, whole } from '../../document.ts'
import { type Field, field, fundingSource, isGroup } from '../../vocabulary.ts'
import type { Head } from './entry.ts'
import { fusedEntry, inlineEntries } from './inline.ts'
import { isHorizon, isLabel, printed } from './labels.ts'
import { isMoneyHead, type MoneyColumns, moneyColumns, moneyLine } from './money.ts'
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
  let heads: MoneyColumns = new Map()
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
      heads = moneyColumns(cells)
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
  const named = field(cell.text)
  const schedule = named === 'implementationPlan' ? scheduleBeside(cell, cells, rows, grid) : undefined
  if (named && schedule) {
    found.groups.push(...schedule.heads.map(whole))
    found.entries.push({ ...schedule.entry, field: named })
    return schedule.heads.length
  }
  const isHeading = isGroup(cell.text) && (!named || isLabel(nextPrinted(cells, index)))
  if (isHeading || (!named && grid === 'drawn' && headsRows(rows, cells, index))) {
    found.groups.push(whole(cell))
    return 0
  }
  const answers = grid === 'drawn' ? drawnAnswers(cells, index, named) : lostAnswers(cells, index, named)
  const isFunding = !named && inMoney && isShort(cell) && answers.some(isFigure)
  if (!named && !isFunding && !isUnknownLabel(grid, cells, index)) return 0
  const below = answers.length === 0 && grid === 'drawn' ? cellBelow(rows, cell) : undefined
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

// The answer stands right of the label; 总体目标 is answered once for each horizon.
function drawnAnswers(cells: Cell[], index: number, named: Field | undefined): Cell[] {
  const answers: Cell[] = []
  for (const cell of cells.slice(index + 1, named === 'objective' ? undefined : index + 2)) {
    if (isLabel(cell)) break
    answers.push(cell)
  }
  return answers
}

// Without spans, the answer is the next printed cell before the next label; else the first empty one.
function lostAnswers(cells: Cell[], index: number, named: Field | undefined): Cell[] {
  const answers: Cell[] = []
  for (const cell of cells.slice(index + 1)) {
    if (cell.text.trim() === '') continue
    if (isLabel(cell) || (!named && fundingSource(cell.text))) break
    answers.push(cell)
    if (named !== 'objective') break
  }
  const next = cells[index + 1]
  if (answers.length > 0 || !next || next.text.trim() !== '') return answers
  return [next]
}

function cellBelow(rows: Cell[][], { row, rowSpan, column }: Cell): Cell | undefined {
  const next = rows.find(([first]) => first?.row === row + rowSpan)
  const below = next?.find((cell) => cell.column === column)
  return below && !isLabel(below) ? below : undefined
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

// 预算执行情况（万元） over several rows that hold a label and its answer each only heads them.
function headsRows(rows: Cell[][], cells: Cell[], index: number): boolean {
  const [cell, next] = [cells[index], cells[index + 1]]
  if (!cell || cell.rowSpan < 2 || cell.text.length > 30) return false
  const beside = rows.filter(([first]) => first && first.row > cell.row && first.row < cell.row + cell.rowSpan)
  return isLabel(next) || (cells.length - index > 2 && beside.every((cells) => cells.length > 1))
}

function nextPrinted(cells: Cell[], index: number): Cell | undefined {
  return printed(cells.slice(index + 1))[0]
}

function isShort({ text }: Cell): boolean {
  return text.length <= 30 && !/[。；]/u.test(text)
}

function isMoney(cell: Cell): boolean {
  const named = field(cell.text)
  return (
    named === 'annual' ||
    named === 'mediumTerm' ||
    named === 'total' ||
    /资金|预算/u.test(isGroup(cell.text) ? cell.text : '')
  )
}

// The weight of the execution rate stands beside the lines of money.
function staysInMoney({ text }: Cell): boolean {
  const named = field(text)
  return named === undefined || named === 'executionWeight'
}

function isFigure({ text }: Cell): boolean {
  return /^\s*[-—–/]?\s*$|^\s*-?\d[\d,. ]*(?:元|万元|万)?\s*$/u.test(text)
}
