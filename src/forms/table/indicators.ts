import { bare, type Cell, type Damage, type Span, textOf, whole } from '../../document.ts'
import { quote } from '../../location.ts'
import type { Indicator, Repair, Sourced, Target } from '../../model.ts'
import { isNil } from '../../values/amount.ts'
import { number } from '../../values/numeral.ts'
import { target, targetOfCells } from '../../values/target.ts'
import { category, dimension, type Role } from '../../vocabulary.ts'
import type { Placement } from './alignment.ts'
import type { Section } from './columns.ts'

/** The indicators of a form, side by side columns as lists of their own, and what was lost on the way. */
export interface Indicators {
  indicators: Indicator[]
  damage: Damage[]
}

type Horizon = Indicator['horizon']
type Levels = Pick<Indicator, 'category' | 'dimension'>
type Cells = Partial<Record<Role, Placement>> & { notes: Placement[] }

/** Turn placed cells into indicators: labels of merged cells are filled down, each side keeps its printed order. */
export function indicators(rows: Placement[][], { columns }: Section, isLost: boolean): Indicators {
  const levels = [...new Set(columns.flatMap(({ under }) => under ?? []))]
  if (levels.length > 0) return { indicators: levels.flatMap((level) => readUnder(rows, level)), damage: [] }
  const horizons = [...new Set(columns.flatMap(({ role, horizon }) => (role === 'target' && horizon ? [horizon] : [])))]
  const sides = horizons.map((horizon) => rows.map((row) => cellsOf(row, horizon)))
  const [left, right] = sides
  if (isLost && left && right) {
    moveLateLabels(left, right)
    moveLateLabels(right, left)
  }
  const found = sides.map((side, index) => readSide(side, horizons[index] ?? 'annual'))
  const damage = isLost ? sides.flatMap((side) => side.flatMap(lostCells)) : []
  return { indicators: found.flat(), damage }
}

// Each level heads columns of its own.
function readUnder(rows: Placement[][], level: Cell): Indicator[] {
  const side = rows.map((row) => row.filter(({ column }) => column.under === level))
  const horizon = side.flat().find(({ column }) => column.horizon)?.column.horizon ?? 'annual'
  const levels = { category: quote(whole(level), category(level.text)) }
  return readSide(
    side.map((row) => cellsOf(row, horizon)),
    horizon,
    levels,
  )
}

function cellsOf(row: Placement[], horizon: Horizon): Cells {
  const mine = row.filter(({ column }) => column.horizon === undefined || column.horizon === horizon)
  const notes = mine.filter((placement) => placement.column.role === 'note' && isPrinted(placement))
  return { ...Object.fromEntries(mine.map((placement) => [placement.column.role, placement])), notes }
}

// A label centred in a merged cell comes a row late: the opposite side has it on this row already, and the name that
// stands here without a label stands under it there.
function moveLateLabels(side: Cells[], opposite: Cells[]): void {
  for (const [index, cells] of side.entries()) {
    const [label, next] = [opposite[index]?.dimension, side[index + 1]?.dimension]
    if (cells.dimension || !cells.name || !next || !sameText(label, next)) continue
    if (groupAt(opposite, index).some(({ name }) => sameText(name, cells.name))) {
      cells.dimension = { ...next, repaired: 'late-label' }
    }
  }
}

// The row with a level-2 label and the rows down to the next one.
function groupAt(side: Cells[], index: number): Cells[] {
  const end = side.findIndex(
    ({ dimension }, at) => at > index && dimension && !sameText(dimension, side[index]?.dimension),
  )
  return side.slice(index, end < 0 ? undefined : end)
}

function sameText(a: Placement | undefined, b: Placement | undefined): boolean {
  return a !== undefined && b !== undefined && bare(textOf(a.span)) === bare(textOf(b.span))
}

function readSide(side: Cells[], horizon: Horizon, above: Levels = {}): Indicator[] {
  const found: Indicator[] = []
  let levels = above
  for (const cells of side) {
    levels = fillDown(levels, cells)
    if (isPrinted(cells.name) || isPrinted(cells.target)) found.push({ horizon, ...levels, ...statement(cells) })
  }
  return found
}

function fillDown(above: Levels, cells: Cells): Levels {
  const levels = { ...above }
  if (isPrinted(cells.category)) {
    const { span, repaired } = cells.category
    const isNew = above.category?.text !== textOf(span)
    levels.category = quote(span, category(textOf(span)), repaired)
    if (isNew) delete levels.dimension
  }
  if (isPrinted(cells.dimension)) {
    const { span, repaired } = cells.dimension
    levels.dimension = quote(span, dimension(textOf(span)), repaired)
  }
  return levels
}

function statement(cells: Cells): Partial<Indicator> {
  const { name, weight, notes, actual, score, deviation, unit } = cells
  return {
    ...(name && { name: quote(name.span, textOf(name.span) || null, name.repaired) }),
    ...(cells.target && { target: targetOf(cells.target, unit, cells.comparison) }),
    ...(weight && { weight: quote(weight.span, number(textOf(weight.span)), weight.repaired) }),
    ...(actual && { actual: isPrinted(actual) ? targetOf(actual, unit) : aim(actual) }),
    ...(score && { score: quote(score.span, number(textOf(score.span)), score.repaired) }),
    ...(isPrinted(deviation) && { deviation: quote(deviation.span, textOf(deviation.span)) }),
    ...(notes.length > 0 && { note: noteOf(notes) }),
  }
}

// 指标解释, 评（扣）分标准 and 备注 stand in columns of their own.
function noteOf(notes: Placement[]): Sourced<string> {
  const spans = notes.map(({ span }) => span)
  return quote(spans, spans.map(textOf).join('\n'))
}

// 计量单位 is the unit of the target and of what was reached.
function targetOf(value: Placement, unit: Placement | undefined, comparison?: Placement): Sourced<Target> {
  const { span, repaired } = value
  const parts = [comparison, { span }, unit].flatMap((cell) => (cell && textOf(cell.span) !== '' ? [cell.span] : []))
  if (comparison || unit) {
    const cells = { comparison: textOrNothing(comparison), value: textOf(span), unit: textOrNothing(unit) }
    return quote(
      parts.length > 0 ? parts : span,
      textOf(span) === '' || isNil(textOf(span)) ? null : targetOfCells(cells),
      repaired,
    )
  }
  return aim(value)
}

// An empty cell and a nil mark aim at nothing.
function aim({ span, repaired }: Pick<Placement, 'span' | 'repaired'>): Sourced<Target> {
  const text = textOf(span)
  return quote(span, text === '' || isNil(text) ? null : target(text), repaired)
}

function textOrNothing(placement: Placement | undefined): string {
  return placement ? textOf(placement.span) : ''
}

// Of a row that was cut: a name without its target, or a side of which only the label stands.
function lostCells({ dimension: label, name, target: value }: Cells): Damage[] {
  const lost = name && !value ? name : !name && !value ? label : undefined
  return lost ? [{ what: 'lost-cell', passage: passageOf(lost.span) }] : []
}

function passageOf({ passage }: Span): Damage['passage'] {
  return passage
}

function isPrinted(placement: Placement | undefined): placement is Placement & { repaired?: Repair } {
  return placement !== undefined && textOf(placement.span) !== ''
}
