import type { Cell, Document, Passage, Position, Table } from '../../document.ts'
import type { Numbering } from './numbering.ts'
import { type Printed, print } from './print.ts'

/** The part of mammoth's document tree that is relied on. */
export interface Node {
  type: string
  value?: string
  name?: string
  colSpan?: number
  rowSpan?: number
  children?: Node[]
}

type Content = Pick<Document, 'blocks' | 'furniture' | 'damage'>

interface Walk extends Content {
  file: string
  numbering: Numbering
  tables: number
  paragraphs: number
  /** Whether the walk has left the body for headers and footers. */
  isMargin: boolean
}

/** What mammoth made of a document as blocks with their places. */
export function toContent(root: Node, file: string, numbering: Numbering): Content {
  const walk = { file, numbering, blocks: [], furniture: [], damage: [], tables: 0, paragraphs: 0, isMargin: false }
  for (const node of root.children ?? []) addBlock(node, walk)
  return { blocks: walk.blocks, furniture: walk.furniture, damage: walk.damage }
}

function addBlock(node: Node, walk: Walk): void {
  if (walk.isMargin) addMargin(node, walk)
  else if (node.type === 'table') addTable(node, walk)
  else if (node.type === 'paragraph') addParagraph(print(node, walk.numbering), walk)
}

function addParagraph(printed: Printed, walk: Walk): void {
  walk.isMargin = printed.marks.has('margin')
  if (walk.isMargin) return
  walk.paragraphs++
  const position: Position = { kind: 'paragraph', paragraph: walk.paragraphs }
  addAside(printed, position, walk)
  if (printed.text !== '') walk.blocks.push({ type: 'paragraph', ...passageAt(position, printed.text, walk) })
  else if (printed.marks.has('picture')) walk.blocks.push({ type: 'image', file: walk.file, position })
}

// Headers and footers have no place of their own: Word repeats them on every page.
function addMargin(node: Node, walk: Walk): void {
  if (node.type !== 'paragraph') for (const child of node.children ?? []) addMargin(child, walk)
  else {
    const { text } = print(node, walk.numbering)
    if (text !== '') walk.furniture.push({ file: walk.file, text, pieces: [] })
  }
}

// A nested table follows the table that it stands in, as a table of its own.
function addTable(node: Node, walk: Walk): void {
  const table: Table = { type: 'table', grid: 'drawn', pages: [], cells: [] }
  const number = ++walk.tables
  walk.blocks.push(table)
  const taken: number[] = []
  for (const [index, row] of childrenOf(node, 'tableRow').entries()) {
    for (const cell of childrenOf(row, 'tableCell')) {
      const grid = place(cell, index + 1, taken)
      addCell(cell, grid, number, table, walk)
    }
  }
}

type Grid = Pick<Cell, 'row' | 'column' | 'rowSpan' | 'colSpan'>

// `taken` holds, for every column, the last row that a cell from above covers.
function place({ rowSpan = 1, colSpan = 1 }: Node, row: number, taken: number[]): Grid {
  let column = 1
  while ((taken[column] ?? 0) >= row) column++
  for (let at = column; at < column + colSpan; at++) taken[at] = row + rowSpan - 1
  return { row, column, rowSpan, colSpan }
}

function addCell(cell: Node, grid: Grid, table: number, { cells }: Table, walk: Walk): void {
  const paragraphs = childrenOf(cell, 'paragraph').map((paragraph) => print(paragraph, walk.numbering))
  if (paragraphs.some(({ marks }) => marks.has('gap'))) return
  const position: Position = { kind: 'cell', table, row: grid.row, column: grid.column }
  for (const printed of paragraphs) addAside(printed, position, walk)
  const text = paragraphs.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n')
  cells.push({ ...passageAt(position, text, walk), ...grid, positions: [position] })
  if (text === '' && paragraphs.some(({ marks }) => marks.has('picture'))) {
    walk.blocks.push({ type: 'image', file: walk.file, position })
  }
  for (const nested of childrenOf(cell, 'table')) addTable(nested, walk)
}

const unmapped = /[\ufffd\ue000-\uf8ff]/u

// Bullets are furniture; hidden text is not printed; private-use characters mean nothing without their font.
function addAside({ text, bullet, hidden }: Printed, position: Position, walk: Walk): void {
  if (bullet !== '') walk.furniture.push(passageAt(position, bullet, walk))
  if (unmapped.test(text)) walk.damage.push({ what: 'unmapped-glyph', passage: passageAt(position, text, walk) })
  if (hidden !== '') walk.damage.push({ what: 'hidden-text', passage: passageAt(position, hidden, walk) })
}

function passageAt(position: Position, text: string, { file }: Walk): Passage {
  return { file, text, pieces: text === '' ? [] : [{ start: 0, end: text.length, position }] }
}

function childrenOf(node: Node, type: string): Node[] {
  return (node.children ?? []).filter((child) => child.type === type)
}
