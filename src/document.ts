/** What a reader makes of one file: its text with the place of every character, before any form is known. */
export interface Document {
  /** The name that places are written with: as given on the command line, with `/`; `-` for standard input. */
  file: string
  format: Format
  /** Number of pages, where the format has pages. */
  pages?: number
  /** Paragraphs, tables and pictures in reading order. */
  blocks: Block[]
  /** Text that is no content: page numbers, running heads, automatic list numbers, a recogniser's markup. */
  furniture: Passage[]
  /** Marks that the way into this file has left on the text; `text-damage` reports them. */
  damage: Damage[]
}

export type Format = 'pdf' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'html' | 'ofd' | 'text'

export type Block = Paragraph | Table | Picture

/** A run of text and the place where each part of it is printed. */
export interface Passage {
  file: string
  /** Verbatim, with line wraps joined and a newline between paragraphs. */
  text: string
  /** In the order of the text, without overlap; white space between two pieces belongs to none. */
  pieces: Piece[]
}

/** The part `text[start, end)` of a passage is printed at `position`. */
export interface Piece {
  start: number
  end: number
  position: Position
}

/** Where something stands: on a page, in a line of a text file, or in a Word or spreadsheet table or paragraph. */
export type Position =
  | {
      kind: 'page'
      page: number
      box: Box
      /** The boxes of the characters of a piece, four numbers each: left, top, right, bottom. */
      glyphs?: Float32Array
    }
  | { kind: 'line'; line: number }
  | { kind: 'cell'; table: number; row: number; column: number }
  | { kind: 'paragraph'; paragraph: number }

/** A rectangle in points; the origin is the top left of the page as shown, after rotation. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A paragraph outside tables. */
export interface Paragraph extends Passage {
  type: 'paragraph'
}

/** A table; its cells in reading order, row by row. */
export interface Table {
  type: 'table'
  /** `drawn`: rows, columns and spans are certain. `lost`: columns are only the order of tab stops, spans are unknown. */
  grid: 'drawn' | 'lost'
  /** The pages it stands on, where the format has pages; several when a table goes on over a page end. */
  pages: number[]
  cells: Cell[]
}

/** A cell; rows and columns count from 1. Empty cells are cells. */
export interface Cell extends Passage {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  /** Where the cell itself stands, also when it is empty; one a page for a cell that a page end cuts. */
  positions: Position[]
}

/** A page or an area that holds a picture and no text. */
export interface Picture {
  type: 'image'
  file: string
  position: Position
}

/** Something that happened to the text on its way into the file. */
export interface Damage {
  what: 'markup' | 'split-table' | 'stray-word' | 'unmapped-glyph' | 'hidden-text' | 'lost-cell'
  passage: Passage
}

/** A part of a passage: `passage.text[start, end)`. */
export interface Span {
  passage: Passage
  start: number
  end: number
}

/** The whole text of a passage. */
export function whole(passage: Passage): Span {
  return { passage, start: 0, end: passage.text.length }
}

/** The text of a passage without the white space at its ends. */
export function content(passage: Passage): Span {
  return part(whole(passage), 0)
}

/** The printed text of a span. */
export function textOf({ passage, start, end }: Span): string {
  return passage.text.slice(start, end)
}

/** The part of a span from `start` to `end`, counted within the span, without white space at its ends. */
export function part(span: Span, start: number, end = span.end - span.start): Span {
  const text = textOf(span).slice(start, end)
  const from = span.start + start + (text.length - text.trimStart().length)
  return { passage: span.passage, start: from, end: from + text.trim().length }
}

/** Text without white space: `项 目\n名称` and `项目名称` are the same label. */
export function bare(text: string): string {
  return text.replace(/\s/gu, '')
}

/** All tables of a document, in reading order. */
export function tables(document: Document): Table[] {
  return document.blocks.filter((block) => block.type === 'table')
}

/** The passages of a block: a paragraph, or the cells of a table. */
export function passagesOf(block: Block): Passage[] {
  if (block.type === 'table') return block.cells
  return block.type === 'paragraph' ? [block] : []
}

const latin = /[\p{Script=Latin}\p{Number}]/u

/**
 * What stands between two lines that a wrap has parted: a space between two Latin words or figures, else nothing;
 * nothing after a hyphen or a slash.
 */
export function joint(before: string, after: string): '' | ' ' {
  const [last = '', first = ''] = [[...before].at(-1), [...after].at(0)]
  return latin.test(last) && latin.test(first) ? ' ' : ''
}

/** The box around characters, each with its left, top, right and bottom edge. */
export function around(glyphs: Float32Array): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (let at = 0; at < glyphs.length; at += 4) {
    box.left = Math.min(box.left, glyphs[at] ?? Infinity)
    box.top = Math.min(box.top, glyphs[at + 1] ?? Infinity)
    box.right = Math.max(box.right, glyphs[at + 2] ?? -Infinity)
    box.bottom = Math.max(box.bottom, glyphs[at + 3] ?? -Infinity)
  }
  return box
}
