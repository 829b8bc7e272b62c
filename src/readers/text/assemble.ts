import type { Block, Document, Passage, Table } from '../../document.ts'
import { continues, join } from './join.ts'
import type { Line } from './lines.ts'
import { clean, isRule, toPassage } from './markup.ts'
import { strayWords } from './stray.ts'
import { type Rows, toCells, toRows } from './table.ts'

type Content = Pick<Document, 'blocks' | 'furniture' | 'damage'>

/** Puts the lines of a text file together to paragraphs and tables. */
export function assemble(lines: Line[], file: string): Content {
  const content: Content = { blocks: [], furniture: [], damage: [] }
  for (const rule of lines.filter(isRule)) addMarkup(toPassage(rule.text, rule.number, file), content)
  for (const rows of toRows(lines.filter((line) => !isRule(line)))) {
    if (rows.isTable) addTable(rows, file, content)
    else addParagraph(rows, file, content)
  }
  return content
}

function addParagraph({ lines: [line], gap }: Rows, file: string, content: Content): void {
  if (!line) return
  const { passage, markup } = clean(line.text, line.number, file)
  if (markup) addMarkup(markup, content)
  if (passage.text !== '') addText(passage, gap, content.blocks)
  addMarks(passage, content)
}

function addText(passage: Passage, gap: number, blocks: Block[]): void {
  const last = blocks.at(-1)
  if (last?.type === 'paragraph' && gap === 1 && continues(last, passage)) {
    blocks[blocks.length - 1] = join(last, passage)
  } else blocks.push({ type: 'paragraph', ...passage })
}

function addTable({ lines, cuts }: Rows, file: string, content: Content): void {
  const { cells, markup } = toCells(lines, file)
  const table: Table = { type: 'table', grid: 'lost', pages: [], cells }
  content.blocks.push(table)
  for (const passage of markup) addMarkup(passage, content)
  for (const cut of cuts)
    content.damage.push({ what: 'split-table', passage: toPassage(cut.text.trim(), cut.number, file) })
  for (const cell of cells) addMarks(cell, content)
}

const unmapped = /[\ufffd\ue000-\uf8ff]/u

// Private-use characters mean nothing without their font.
function addMarks(passage: Passage, content: Content): void {
  if (unmapped.test(passage.text)) content.damage.push({ what: 'unmapped-glyph', passage })
  for (const word of strayWords(passage)) content.damage.push({ what: 'stray-word', passage: word })
}

function addMarkup(passage: Passage, content: Content): void {
  content.furniture.push(passage)
  content.damage.push({ what: 'markup', passage })
}
