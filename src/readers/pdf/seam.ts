import type { Box } from '../../document.ts'
import { beginsOpen, endsOpen, isLow } from './strips.ts'
import type { JoinedCell } from './table.ts'
import { columnOf, textOf } from './table.ts'
import { isFigure, isFull, isStacked, paddingOf, roomIn } from './wrap.ts'

/** What the page end did to a cell: `cut` in two, its label left `blank` or printed again (`same`), or nothing. */
export interface Pair {
  above: JoinedCell
  below: JoinedCell
  state: 'blank' | 'same' | 'flows' | 'fresh' | 'late' | 'empty'
  /** The text may run on, since producers leave a character free now and then. */
  mayFlow: boolean
  /** Read as labels, the texts are two halves of one. */
  isLabel: boolean
  /** No rule is drawn at the page end, neither above it nor below it. */
  isOpen: boolean
}

/** What stands at both sides of a page end. */
export interface Seam {
  pairs: Pair[]
  /** Every cell at the top goes on below one at the bottom. */
  isWhole: boolean
  /** The last row of one page and the first of the next are one row. */
  isCut: boolean
  /** The rules at the page end tell what goes on: what is open there does, what is closed does not. */
  isTold: boolean
}

/** Pairs the cells above a page end with those below it; a row may have been pushed to the next page whole. */
export function seamOf(tail: JoinedCell[], top: JoinedCell[], whole: Set<string>, isPushed: boolean): Seam {
  const bottom = new Map(tail.map((cell) => [columnOf(cell), cell]))
  const padding = paddingOf([...tail, ...top].map(({ lines, slices }) => ({ lines, box: slices.at(-1)?.box ?? none })))
  const pairs: Pair[] = []
  // Where the columns part otherwise, what stands further right goes on with nothing.
  for (const below of top.toSorted((a, b) => a.column - b.column)) {
    const above = bottom.get(columnOf(below))
    if (!above) break
    const isLabel = isCutLabel(above, below, padding, whole)
    const mayFlow = flows(above, below, padding, 1)
    pairs.push({
      above,
      below,
      state: stateOf(above, below, padding),
      mayFlow,
      isLabel,
      isOpen: isOpenAt(above, below),
    })
  }
  for (const pair of pairs) pair.isLabel ||= !isKnown(pair, whole) && pairs.some((other) => isHeldBy(pair, other))
  const isWhole = pairs.length === top.length
  const isTold = isPushed || (top.some(beginsOpen) && !top.every(beginsOpen))
  return { pairs, isWhole, isTold, isCut: isWhole && !isTold && (isRowCut(pairs) || isSliced(pairs)) }
}

function isPrinted({ below }: Pair): boolean {
  return textOf(below) !== ''
}

function isOpenAt(above: JoinedCell, below: JoinedCell): boolean {
  return endsOpen(above) && beginsOpen(below)
}

const none: Box = { left: 0, top: 0, right: 0, bottom: 0 }

function stateOf(above: JoinedCell, below: JoinedCell, padding: number): Pair['state'] {
  const [before, after] = [textOf(above), textOf(below)]
  if (after === '') return before === '' ? 'empty' : 'blank'
  if (before === '') return 'late'
  // A figure printed twice is two figures; a label printed twice is one.
  if (isOfFigures(above) && isOfFigures(below)) return 'fresh'
  if (before === after) return 'same'
  if (isSigned(above) && isSigned(below)) return 'fresh'
  if (isStacked([...above.lines, ...below.lines])) return before.startsWith(after) ? 'same' : 'flows'
  return flows(above, below, padding) ? 'flows' : 'fresh'
}

// ≥540处 and ≥630处 are two values: each begins with its sign.
function isSigned({ lines }: JoinedCell): boolean {
  return lines.length === 1 && /^\s*[≥≤＞＜><=＝]\s*\d[^；;，,、。：:]*$/u.test(lines[0]?.text ?? '')
}

function isOfFigures({ lines }: JoinedCell): boolean {
  return lines.length > 0 && lines.every(({ text }) => isFigure(text.trim()))
}

// A text that a page end cuts runs down to it, and is full to the side.
function flows(above: JoinedCell, below: JoinedCell, padding: number, slack = 0.15): boolean {
  const [last, first, box] = [above.lines.at(-1), below.lines[0], boxOf(above)]
  if (!last || !first || !box || !isFull(last, first, roomIn(box, padding), slack)) return false
  return box.bottom - last.box.bottom < last.size * 2 + 8
}

// The last frame of a cell, when its text comes to that page.
function boxOf({ lines, slices }: JoinedCell): Box | undefined {
  const slice = slices.at(-1)
  return lines.at(-1)?.page === slice?.page ? slice?.box : undefined
}

// What the document prints elsewhere tells two halves from two labels; else the first must have no room left at all.
function isCutLabel(above: JoinedCell, below: JoinedCell, padding: number, whole: Set<string>): boolean {
  const [before, after] = [textOf(above), textOf(below)]
  if (whole.has(before + after)) return true
  if (isKnown({ above, below }, whole)) return false
  return isFilled(above) || (flows(above, below, padding, -0.1) && beginsHigh(below))
}

function isKnown({ above, below }: Pick<Pair, 'above' | 'below'>, whole: Set<string>): boolean {
  return whole.has(textOf(above)) || whole.has(textOf(below))
}

// A cell that goes on blank over several rows takes with it what surrounds it, and the running text of the same rows.
function isHeldBy({ above, below, state }: Pair, blank: Pair): boolean {
  if (state !== 'flows' || blank.state !== 'blank' || blank.below.rowSpan === 1) return false
  if (above.column < blank.above.column && blank.below.rowSpan < below.rowSpan) return true
  if (isStacked([...above.lines, ...below.lines])) return false
  return above.row === blank.above.row && below.rowSpan === blank.below.rowSpan && beginsHigh(below)
}

// What a page end cuts goes on at the top of the next page.
function beginsHigh({ lines, slices }: JoinedCell): boolean {
  const [first, box] = [lines[0], slices[0]?.box]
  return first !== undefined && box !== undefined && first.box.top - box.top < first.size * 1.5 + 8
}

// No room for another line: what follows had to go to the next page.
function isFilled(cell: JoinedCell): boolean {
  const { lines } = cell
  const [first, last, box] = [lines[0], lines.at(-1), boxOf(cell)]
  if (!first || !last || !box || lines.length < 2) return false
  return box.bottom - box.top - (last.box.bottom - first.box.top) < last.size
}

// No cell begins anew and some text runs on; or a single text may run on, or goes on with a new paragraph, beside blank
// labels, or beside several that run on where nothing is drawn.
function isRowCut(pairs: Pair[]): boolean {
  const having = (state: Pair['state']) => pairs.filter((pair) => pair.state === state)
  const fresh = having('fresh')
  const isLabelLate = ({ above, below }: Pair) => above.rowSpan > 1 || below.rowSpan > 1
  if (!having('late').every(isLabelLate)) return false
  // A label printed again stands before the text that runs on.
  if (having('same').length > 0 && (fresh.length > 0 || pairs.findLast(isPrinted)?.state !== 'flows')) return false
  if (fresh.length === 0) return having('flows').length > 0
  if (fresh.length > 1 || having('blank').length === 0) return false
  if (having('flows').length > 1) return pairs.every(({ isOpen }) => isOpen)
  const isAlone = having('flows').length === 0
  const endsParagraph = ({ above }: Pair) => /[。；;：:]\s*$/u.test(above.lines.at(-1)?.text ?? '')
  return isAlone && fresh.every((pair) => pair.mayFlow || endsParagraph(pair))
}

// Nothing is drawn at the page end, and of each cell one part is empty, too low to be a row of its own.
function isSliced(pairs: Pair[]): boolean {
  const isEmptied = pairs.every(
    ({ isOpen, state }) => isOpen && (state === 'blank' || state === 'late' || state === 'empty'),
  )
  return (
    isEmptied &&
    pairs.some(({ above, below }) => (above.rowSpan === 1 && isLow(above)) || (below.rowSpan === 1 && isLow(below)))
  )
}

/**
 * Whether a pair is one label for several rows. Only in columns where cells span rows; a blank cell elsewhere is empty.
 */
export function isOneLabel(pair: Pair, next: Pair | undefined, merging: Set<string>): boolean {
  const { above, state, isLabel } = pair
  if (state === 'fresh' || !isSpanning(pair, merging)) return false
  if (state === 'flows') return isLabel
  // The corner of a header is blank too, but then what stands beside it is no label that goes on.
  return state !== 'late' || above.column > 0 || (next !== undefined && next.state !== 'fresh')
}

/** Whether a pair stands in a column where cells span rows. */
export function isSpanning({ above, below, state }: Pair, merging: Set<string>): boolean {
  const isTall = above.rowSpan > 1 || below.rowSpan > 1
  // Of cells that are not tall themselves, a figure is no label, and blank cells are as many as there are rows.
  return isTall || (merging.has(columnOf(above)) && state !== 'empty' && !isOfFigures(above))
}
