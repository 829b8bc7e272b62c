import type { Block, Box, Cell, Document, Passage, Piece, Position, Table } from '../../document.ts'
import { element, glyphsOf, text } from './shapes.ts'

type OnPage = Extract<Position, { kind: 'page' }>

/** How one page was read, as a picture: tables with their cells, joins, paragraphs, and furniture in grey. */
export function svg(document: Document, page: number): string {
  const blocks = document.blocks.flatMap((block) => drawBlock(block, page))
  const furniture = document.furniture.flatMap((passage) => drawText(passage, page, 'furniture'))
  const damage = document.damage.flatMap(({ passage }) => drawText(passage, page, 'damage'))
  const { right, bottom } = boundsOf(document, page)
  const [width, height] = [Math.ceil(right + margin), Math.ceil(bottom + margin)]
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height }
  const paper = element('rect', { width, height, fill: 'white' })
  return `${element('svg', attributes, [style, paper, ...blocks, ...furniture, ...damage].join('\n'))}\n`
}

// A document does not say how large its pages are: the picture ends beyond what stands furthest out.
const margin = 36

const style = `<style>
text { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; white-space: pre }
.cell { fill: none; stroke: royalblue; stroke-width: .6 }
.joined { stroke: darkorange; stroke-width: 1.2; stroke-dasharray: 4 2 }
.paragraph { fill: none; stroke: seagreen; stroke-width: .4 }
.picture { fill: whitesmoke; stroke: gray }
.grid { fill: royalblue; font-size: 4.5px; stroke: white; stroke-width: 1.5px; paint-order: stroke }
.join { fill: darkorange; font-size: 6px }
.furniture { fill: darkgray }
.damage { fill: crimson }
</style>`

function drawBlock(block: Block, page: number): string[] {
  if (block.type === 'table') return drawTable(block, page)
  if (block.type === 'paragraph') return drawParagraph(block, page)
  return [block.position].filter(isOn(page)).map(({ box }) => rectangle(box, 'picture'))
}

function drawParagraph(passage: Passage, page: number): string[] {
  const frames = piecesOn(passage, page).map(({ position }) => rectangle(position.box, 'paragraph'))
  return [...frames, ...drawText(passage, page)]
}

function drawTable({ cells, pages }: Table, page: number): string[] {
  const at = pages.indexOf(page)
  if (at === -1) return []
  const boxes = cells.flatMap((cell) => boxesOn(cell, page))
  const left = boxes.reduce((least, box) => Math.min(least, box.left), Infinity)
  const top = boxes.reduce((least, box) => Math.min(least, box.top), Infinity)
  const bottom = boxes.reduce((most, box) => Math.max(most, box.bottom), -Infinity)
  const [before, after] = [pages[at - 1], pages[at + 1]]
  return [
    ...cells.flatMap((cell) => drawCell(cell, page)),
    ...cells.flatMap((cell) => drawPlace(cell, page)),
    ...(before === undefined ? [] : [text(left, top - 3, `↑ page ${before}`, 'join')]),
    ...(after === undefined ? [] : [text(left, bottom + 8, `↓ page ${after}`, 'join')]),
  ]
}

function drawCell(cell: Cell, page: number): string[] {
  const kind = cell.positions.length > 1 ? 'cell joined' : 'cell'
  return [...boxesOn(cell, page).map((box) => rectangle(box, kind)), ...drawText(cell, page)]
}

// On the rule over the cell, where it stands in the way of no text.
function drawPlace(cell: Cell, page: number): string[] {
  const { row, column, rowSpan, colSpan } = cell
  const span = rowSpan === 1 && colSpan === 1 ? '' : ` ${rowSpan}×${colSpan}`
  return boxesOn(cell, page).map(({ left, top }) => text(left + 2, top + 1.5, `${row},${column}${span}`, 'grid'))
}

function boxesOn({ positions }: Cell, page: number): Box[] {
  return positions.filter(isOn(page)).map(({ box }) => box)
}

function drawText(passage: Passage, page: number, kind = ''): string[] {
  return piecesOn(passage, page).map(({ start, end, position }) =>
    glyphsOf(passage.text.slice(start, end), position, kind),
  )
}

type PieceOnPage = Piece & { position: OnPage }

function piecesOn({ pieces }: Passage, page: number): PieceOnPage[] {
  return pieces.filter((piece): piece is PieceOnPage => isOn(page)(piece.position))
}

function isOn(page: number): (position: Position) => position is OnPage {
  return (position): position is OnPage => position.kind === 'page' && position.page === page
}

function rectangle({ left, top, right, bottom }: Box, kind: string): string {
  return element('rect', { class: kind, x: left, y: top, width: right - left, height: bottom - top })
}

function boundsOf({ blocks, furniture, damage }: Document, page: number): { right: number; bottom: number } {
  const passages = [...furniture, ...damage.map(({ passage }) => passage)]
  const places = [...blocks.flatMap(placesOf), ...passages.flatMap(placesOf)].filter(isOn(page))
  return places.reduce(
    (most, { box }) => ({ right: Math.max(most.right, box.right), bottom: Math.max(most.bottom, box.bottom) }),
    { right: 0, bottom: 0 },
  )
}

function placesOf(block: Block | Passage): Position[] {
  if ('position' in block) return [block.position]
  if ('cells' in block) return block.cells.flatMap(({ positions }) => positions)
  return block.pieces.map(({ position }) => position)
}
