import type { Box } from '../../document.ts'
import { Bytes } from './bytes.ts'
import type { Line } from './lines.ts'
import { turnBox } from './matrix.ts'
import type { PartCell } from './parts.ts'
import type { Layout } from './sheets.ts'

/**
 * A finished page in a third of the memory: its numbers in two blocks, and not each in an object. A file has thousands of
 * pages, and all are at hand until the last one is read.
 */
export function pack(layout: Layout): Layout {
  const block = blockFor(layout)
  const packed = (lines: Line[]) => lines.map((line) => new PackedLine(line, block))
  const small = {
    ...layout,
    lines: packed(layout.lines),
    slanted: packed(layout.slanted),
    hidden: packed(layout.hidden),
    parts: layout.parts.map((part) => ({
      ...part,
      cells: part.cells.map((cell) => new PackedCell(cell, packed(cell.lines), block)),
    })),
  }
  block.glyphs.close()
  return small
}

/** The numbers of a page: of its lines and cells, and of the boxes of all characters. */
interface Block {
  page: number
  turn: number
  numbers: Float64Array
  /** How many of them are written. */
  count: number
  glyphs: Bytes
}

const [perLine, perCell] = [5, 4]

function blockFor({ page, turn, lines, slanted, hidden, parts }: Layout): Block {
  const cells = parts.flatMap((part) => part.cells)
  const all = [...lines, ...slanted, ...hidden, ...cells.flatMap((cell) => cell.lines)]
  return {
    page,
    turn,
    numbers: new Float64Array(all.length * perLine + cells.length * perCell),
    count: 0,
    glyphs: new Bytes(),
  }
}

class PackedLine implements Line {
  readonly text: string
  readonly opening: string
  readonly closing: string
  readonly faint: boolean
  readonly #block: Block
  readonly #at: number
  readonly #start: number

  constructor({ text, opening, closing, faint, box, size, glyphs }: Line, block: Block) {
    this.text = text
    this.opening = opening
    this.closing = closing
    this.faint = faint
    this.#block = block
    this.#at = write(block, [box.left, box.top, box.right, box.bottom, size])
    this.#start = block.glyphs.length
    block.glyphs.boxes(glyphs)
  }

  get page(): number {
    return this.#block.page
  }

  get box(): Box {
    return boxAt(this.#block, this.#at)
  }

  get size(): number {
    return this.#block.numbers[this.#at + 4] ?? 0
  }

  get glyphs(): Float32Array {
    return this.#block.glyphs.from(this.#start).boxes(this.text.length)
  }
}

class PackedCell implements PartCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly openTop: boolean
  readonly openBottom: boolean
  readonly lines: Line[]
  readonly #block: Block
  readonly #at: number

  constructor(cell: PartCell, lines: Line[], block: Block) {
    this.row = cell.row
    this.column = cell.column
    this.rowSpan = cell.rowSpan
    this.colSpan = cell.colSpan
    this.openTop = cell.openTop
    this.openBottom = cell.openBottom
    this.lines = lines
    this.#block = block
    this.#at = write(block, [cell.left, cell.top, cell.right, cell.bottom])
  }

  get left(): number {
    return this.#block.numbers[this.#at] ?? 0
  }

  get top(): number {
    return this.#block.numbers[this.#at + 1] ?? 0
  }

  get right(): number {
    return this.#block.numbers[this.#at + 2] ?? 0
  }

  get bottom(): number {
    return this.#block.numbers[this.#at + 3] ?? 0
  }

  get shown(): Box {
    return turnBox(boxAt(this.#block, this.#at), (4 - this.#block.turn) % 4)
  }
}

function write(block: Block, numbers: number[]): number {
  const at = block.count
  block.numbers.set(numbers, at)
  block.count += numbers.length
  return at
}

function boxAt({ numbers }: Block, at: number): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = [numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]]
  return { left, top, right, bottom }
}
