import type { Cell, Document, Passage, Table } from '../../document.ts'
import { tables, whole } from '../../document.ts'
import { sourceOf } from '../../location.ts'

/** What the reader saw, for programs: the tables with the grid and place of every cell, and the paragraphs. */
export function json(document: Document): string {
  const paragraphs = document.blocks.filter((block) => block.type === 'paragraph').map(quoted)
  return `${JSON.stringify({ tables: tables(document).map(toTable), paragraphs }, null, 2)}\n`
}

function toTable({ pages, cells }: Table) {
  const [page] = pages
  return { ...(page && { page }), ...(pages.length > 1 && { pages }), cells: cells.map(toCell) }
}

function toCell(cell: Cell) {
  const { row, column, rowSpan, colSpan } = cell
  return { row, column, rowSpan, colSpan, ...quoted(cell) }
}

function quoted(passage: Passage) {
  return { text: passage.text, source: sourceOf([whole(passage)]) }
}
