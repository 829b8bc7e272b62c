import type { Block, Cell, Damage, Document, Passage, Table } from '../document.ts'
import { paragraphsOf } from './pdf/body.ts'
import { failureOf } from './pdf/failures.ts'
import { flowOf } from './pdf/flow.ts'
import { withoutFurniture } from './pdf/furniture.ts'
import type { JoinedCell, JoinedTable } from './pdf/join.ts'
import { paddingOf, roomIn } from './pdf/join.ts'
import { loadLibrary, openingFor } from './pdf/library.ts'
import type { Line } from './pdf/lines.ts'
import { handlersFor, marksOf } from './pdf/operators.ts'
import { passageOf } from './pdf/passage.ts'
import type { Layout } from './pdf/sheets.ts'
import { boundsOf, layoutOf } from './pdf/sheets.ts'
import { paragraphsIn } from './pdf/wrap.ts'
import type { Reader } from './reader.ts'

/** Portable Document Format (ISO 32000-2). */
const pdf: Reader = {
  name: 'pdf',
  accepts: (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  async read(bytes, file, { password }) {
    try {
      return documentFrom(await layoutsIn(bytes, password), file)
    } catch (error) {
      throw failureOf(error, password)
    }
  },
}

export default pdf

async function layoutsIn(bytes: Uint8Array, password: string | undefined): Promise<Layout[]> {
  const { getDocument, OPS } = await loadLibrary()
  const task = getDocument(await openingFor(bytes, password))
  try {
    const document = await task.promise
    const handlers = handlersFor(OPS)
    const layouts: Layout[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const frame = { left: 0, top: 0, right: width, bottom: height }
      layouts.push(layoutOf(number, frame, await marksOf(page, handlers)))
      page.cleanup()
    }
    return layouts
  } finally {
    await task.destroy()
  }
}

function documentFrom(pages: Layout[], file: string): Document {
  const { layouts, furniture } = withoutFurniture(pages)
  const elements = paragraphsOf(flowOf(layouts), layouts)
  const repeated = elements.flatMap((element) => (Array.isArray(element) ? [] : element.repeated))
  const blocks = elements.map(
    (element): Block =>
      Array.isArray(element) ? { type: 'paragraph', ...passageOf(file, [element]) } : tableFrom(element, file),
  )
  return {
    file,
    format: 'pdf',
    pages: pages.length,
    blocks: withPictures(blocks, pages, file),
    furniture: [...furniture, ...repeated].map((line) => passageOf(file, [[line]])),
    damage: damageIn(pages, blocks, file),
  }
}

function tableFrom({ pages, cells }: JoinedTable, file: string): Table {
  const padding = paddingOf(cells.map(({ lines, slices }) => ({ lines, box: boundsOf(slices.map(({ box }) => box)) })))
  return { type: 'table', grid: 'drawn', pages, cells: cells.map((cell) => cellFrom(cell, padding, file)) }
}

function cellFrom({ row, column, rowSpan, colSpan, slices, lines }: JoinedCell, padding: number, file: string): Cell {
  const { left, right } = slices[0]?.box ?? { left: 0, right: 0 }
  const room = roomIn({ left, right }, padding)
  return {
    ...passageOf(file, paragraphsIn(lines, room), room),
    row: row + 1,
    column: column + 1,
    rowSpan,
    colSpan,
    positions: slices.map(({ page, box }) => ({ kind: 'page', page, box })),
  }
}

function withPictures(blocks: Block[], _pages: Layout[], _file: string): Block[] {
  return blocks
}

function damageIn(pages: Layout[], _blocks: Block[], file: string): Damage[] {
  const hidden = pages.flatMap((page) => page.hidden)
  return hidden.map((line: Line): Damage => ({ what: 'hidden-text', passage: passageOf(file, [[line]]) as Passage }))
}
