import { joint } from '../../document.ts'
import type { Line } from './lines.ts'
import type { Places, Print } from './printed.ts'
import { PrintedPassage } from './printed.ts'
import type { Room } from './wrap.ts'
import { isBroken } from './wrap.ts'

/** The text of a line, with the place of every character. */
export function passageOf(places: Places, line: Line): PrintedPassage {
  return new PrintedPassage(places, printOf([[line]]))
}

/** The text of paragraphs, each a list of lines that wrap in a room. */
export function printOf(paragraphs: Line[][], room?: Room): Print {
  const print: Print = { text: '', inks: [] }
  for (const lines of paragraphs) {
    if (print.text !== '') print.text = `${print.text.trimEnd()}\n`
    let last: Line | undefined
    for (const line of lines) {
      addLine(print, line, last, room)
      last = line
    }
  }
  return { text: print.text.trimEnd(), inks: print.inks }
}

function addLine(print: Print, line: Line, last: Line | undefined, room: Room | undefined): void {
  const lead = line.text.length - line.text.trimStart().length
  const ink = line.text.trim()
  const space = last ? spaceBetween(last, line, room) : ''
  print.inks.push({ line, lead, start: print.text.length + space.length, length: ink.length })
  print.text += space + ink + line.text.slice(lead + ink.length)
}

// Printed spaces at a wrap stay; a wrap without any gets the space that two words need.
function spaceBetween(last: Line, line: Line, room: Room | undefined): string {
  const lead = line.text.length - line.text.trimStart().length
  if (lead > 0 || /\s$/u.test(last.text)) return line.text.slice(0, lead)
  if (room && isBroken(last, line, room)) return ''
  return joint(last.text.slice(-2), line.text.slice(0, 2))
}
