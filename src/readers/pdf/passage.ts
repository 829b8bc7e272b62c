import type { Box, Passage, Piece } from '../../document.ts'
import { joint } from '../../document.ts'
import type { Line } from './lines.ts'

/** The text of paragraphs, each a list of lines, with the place of every character. */
export function passageOf(file: string, paragraphs: Line[][]): Passage {
  const passage: Passage = { file, text: '', pieces: [] }
  for (const lines of paragraphs) {
    if (passage.text !== '') passage.text = `${passage.text.trimEnd()}\n`
    for (const [index, line] of lines.entries()) addLine(passage, line, index === 0)
  }
  passage.text = passage.text.trimEnd()
  return passage
}

// Printed spaces at a wrap stay; a wrap without any gets the space that two words need.
function addLine(passage: Passage, line: Line, isFirst: boolean): void {
  const lead = line.text.length - line.text.trimStart().length
  const ink = line.text.trim()
  const isSpaced = isFirst || lead > 0 || /\s$/u.test(passage.text)
  const space = isFirst ? '' : isSpaced ? line.text.slice(0, lead) : joint(passage.text.slice(-2), ink.slice(0, 2))
  const start = passage.text.length + space.length
  passage.pieces.push(pieceOf(line, lead, ink.length, start))
  passage.text += space + ink + line.text.slice(lead + ink.length)
}

function pieceOf({ page, glyphs }: Line, lead: number, length: number, start: number): Piece {
  const boxes = glyphs.subarray(lead * 4, (lead + length) * 4)
  return { start, end: start + length, position: { kind: 'page', page, box: boundsOf(boxes), glyphs: boxes } }
}

function boundsOf(glyphs: Float32Array): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (let at = 0; at < glyphs.length; at += 4) {
    box.left = Math.min(box.left, glyphs[at] ?? Infinity)
    box.top = Math.min(box.top, glyphs[at + 1] ?? Infinity)
    box.right = Math.max(box.right, glyphs[at + 2] ?? -Infinity)
    box.bottom = Math.max(box.bottom, glyphs[at + 3] ?? -Infinity)
  }
  return box
}
