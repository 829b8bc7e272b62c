import type { Block, Cell, Document, Passage } from './document.ts'
import { whole } from './document.ts'
import { formatPosition, sourceOf } from './location.ts'

/** What a reader saw, for people: one line for every paragraph, cell, picture, piece of furniture and mark of damage. */
export function outline(document: Document): string {
  const lines = [
    ...document.blocks.flatMap(linesOf),
    ...document.furniture.map((passage) => lineOf('furniture', passage)),
    ...document.damage.map(({ what, passage }) => lineOf(`damage ${what}`, passage)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function linesOf(block: Block): string[] {
  if (block.type === 'paragraph') return [lineOf('paragraph', block)]
  if (block.type === 'image') return [`image ${fragment(formatPosition(block.file, block.position))}`]
  const pages = block.pages.length > 0 ? ` page=${block.pages.join(',')}` : ''
  return [`table ${block.grid}${pages}`, ...block.cells.map((cell) => lineOf(`  cell ${gridOf(cell)}`, cell))]
}

function gridOf({ row, column, rowSpan, colSpan }: Cell): string {
  const span = rowSpan === 1 && colSpan === 1 ? '' : ` span ${rowSpan},${colSpan}`
  return `${row},${column}${span}`
}

function lineOf(what: string, passage: Passage): string {
  const places = sourceOf([whole(passage)]).map(fragment)
  const text = passage.text.replaceAll('\n', '⏎').replaceAll('\t', '⇥')
  return `${[what, ...places].join(' ')}: ${text}`.trimEnd()
}

function fragment(location: string): string {
  return location.slice(location.indexOf('#') + 1)
}
