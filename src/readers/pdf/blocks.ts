import type { Block, Cell, Table } from '../../document.ts'
import type { PagePicture } from './flow.ts'
import type { Line } from './lines.ts'
import { boundsOf } from './parts.ts'
import { printOf } from './passage.ts'
import type { Places } from './printed.ts'
import { PrintedCell, PrintedParagraph } from './printed.ts'
import type { JoinedCell, JoinedTable } from './table.ts'
import { paddingOf, paragraphsIn, roomIn } from './wrap.ts'

/** Writes a paragraph, a table or a picture as a block of a document. */
export function blockOf(element: Line[] | JoinedTable | PagePicture, places: Places): Block {
  if (Array.isArray(element)) return new PrintedParagraph(places, printOf([element]))
  if ('cells' in element) return tableFrom(element, places)
  return { type: 'image', file: places.file, position: { kind: 'page', page: element.page, box: element.picture } }
}

function tableFrom({ pages, cells }: JoinedTable, places: Places): Table {
  const padding = paddingOf(cells.map(({ lines, slices }) => ({ lines, box: boundsOf(slices.map(({ box }) => box)) })))
  const inOrder = cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
  return { type: 'table', grid: 'drawn', pages, cells: inOrder.map((cell) => cellFrom(cell, padding, places)) }
}

function cellFrom(cell: JoinedCell, padding: number, places: Places): Cell {
  const { left, right } = cell.slices[0]?.box ?? { left: 0, right: 0 }
  const room = roomIn({ left, right }, padding)
  const print = printOf(paragraphsIn(cell.lines, room), room)
  return new PrintedCell(places, print, { ...cell, row: cell.row + 1, column: cell.column + 1 })
}
