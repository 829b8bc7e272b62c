import type { Block, Cell, Table } from '../../document.ts'
import type { PagePicture } from './flow.ts'
import type { Line } from './lines.ts'
import { boundsOf } from './parts.ts'
import { passageOf } from './passage.ts'
import type { JoinedCell, JoinedTable } from './table.ts'
import { paddingOf, paragraphsIn, roomIn } from './wrap.ts'

/** Writes a paragraph, a table or a picture as a block of a document. */
export function blockOf(element: Line[] | JoinedTable | PagePicture, file: string): Block {
  if (Array.isArray(element)) return { type: 'paragraph', ...passageOf(file, [element]) }
  if ('cells' in element) return tableFrom(element, file)
  return { type: 'image', file, position: { kind: 'page', page: element.page, box: element.picture } }
}

function tableFrom({ pages, cells }: JoinedTable, file: string): Table {
  const padding = paddingOf(cells.map(({ lines, slices }) => ({ lines, box: boundsOf(slices.map(({ box }) => box)) })))
  const inOrder = cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
  return { type: 'table', grid: 'drawn', pages, cells: inOrder.map((cell) => cellFrom(cell, padding, file)) }
}

function cellFrom({ row, column, rowSpan, colSpan, slices, lines }: JoinedCell, padding: number, file: string): Cell {
  const { left, right } = slices[0]?.box ?? { left: 0, right: 0 }
  const room = roomIn({ left, right }, padding)
  const { text, pieces } = passageOf(file, paragraphsIn(lines, room), room)
  return {
    file,
    text,
    pieces,
    row: row + 1,
    column: column + 1,
    rowSpan,
    colSpan,
    positions: slices.map(({ page, shown }) => ({ kind: 'page', page, box: shown })),
  }
}
