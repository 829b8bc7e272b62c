import type { Passage, Piece, Position } from '../../document.ts'
import { around, joint } from '../../document.ts'
import type { Line } from './lines.ts'
import type { Room } from './wrap.ts'
import { isBroken } from './wrap.ts'

/** The text of paragraphs, each a list of lines that wrap in a room, with the place of every character. */
export function passageOf(file: string, paragraphs: Line[][], room?: Room): Passage {
  const passage: Passage = { file, text: '', pieces: [] }
  for (const lines of paragraphs) {
    if (passage.text !== '') passage.text = `${passage.text.trimEnd()}\n`
    let last: Line | undefined
    for (const line of lines) {
      addLine(passage, line, last, room)
      last = line
    }
  }
  // A list that has grown keeps room for more, which most passages never need.
  return { file, text: passage.text.trimEnd(), pieces: [...passage.pieces] }
}

function addLine(passage: Passage, line: Line, last: Line | undefined, room: Room | undefined): void {
  const lead = line.text.length - line.text.trimStart().length
  const ink = line.text.trim()
  const space = last ? spaceBetween(last, line, room) : ''
  const start = passage.text.length + space.length
  passage.pieces.push(new LinePiece(line, lead, ink.length, start))
  passage.text += space + ink + line.text.slice(lead + ink.length)
}

// Printed spaces at a wrap stay; a wrap without any gets the space that two words need.
function spaceBetween(last: Line, line: Line, room: Room | undefined): string {
  const lead = line.text.length - line.text.trimStart().length
  if (lead > 0 || /\s$/u.test(last.text)) return line.text.slice(0, lead)
  if (room && isBroken(last, line, room)) return ''
  return joint(last.text.slice(-2), line.text.slice(0, 2))
}

/** A piece that looks its position up in its line, where it stands already. */
class LinePiece implements Piece {
  readonly start: number
  readonly end: number
  readonly #line: Line
  readonly #lead: number

  constructor(line: Line, lead: number, length: number, start: number) {
    this.start = start
    this.end = start + length
    this.#line = line
    this.#lead = lead
  }

  get position(): Position {
    const { page, glyphs: all } = this.#line
    const glyphs = all.subarray(this.#lead * 4, (this.#lead + this.end - this.start) * 4)
    return { kind: 'page', page, box: around(glyphs), glyphs }
  }
}
