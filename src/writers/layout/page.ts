import type { Block, Document, Passage, Position } from '../../document.ts'

/** A document with only what stands on one page, where the format has pages; a table that goes on is kept whole. */
export function onPage(document: Document, page: number): Document {
  return {
    ...document,
    blocks: document.blocks.filter((block) => positionsOf(block).some((position) => isOn(position, page))),
    furniture: document.furniture.filter((passage) => isPrintedOn(passage, page)),
    damage: document.damage.filter(({ passage }) => isPrintedOn(passage, page)),
  }
}

function positionsOf(block: Block): Position[] {
  if (block.type === 'image') return [block.position]
  if (block.type === 'table') return block.cells.flatMap(({ positions }) => positions)
  return block.pieces.map(({ position }) => position)
}

function isPrintedOn(passage: Passage, page: number): boolean {
  return passage.pieces.some(({ position }) => isOn(position, page))
}

function isOn(position: Position, page: number): boolean {
  return position.kind === 'page' && position.page === page
}
