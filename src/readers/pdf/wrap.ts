import type { Box } from '../../document.ts'
import type { Line } from './lines.ts'

/** The space that lines may fill, without its padding. */
export interface Room {
  left: number
  right: number
}

/** Parts the lines of a cell into paragraphs: a line that had room for what follows ends one. */
export function paragraphsIn(lines: Line[], room: Room): Line[][] {
  if (isStacked(lines)) return [lines]
  const centred = isCentred(lines)
  const paragraphs: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1]
    if (last && goesOn(last, line, room, centred, lines)) paragraphs.at(-1)?.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

/** Whether a line is so full that what follows had to go to the next line, with some slack in characters. */
export function isFull(line: Line, next: Line, room: Room, slack = 0.15): boolean {
  return freeIn(line, room) < firstWord(next) + line.size * slack
}

/** The slack for lines of prose: producers leave a character free now and then, but not after a sentence. */
export function slackAfter({ text }: Line): number {
  return endOfSentence.test(text) ? 0.15 : 1
}

/**
 * Whether a wrap parts a word or number for want of room, and not between two words. Some producers part any word at the
 * very end of a line (word-break: break-all in CSS Text 3, 5.2); of two figures there, that is far likelier.
 */
export function isBroken(line: Line, next: Line, room: Room): boolean {
  const last = wordAtEnd.exec(line.text)?.[0].length ?? 0
  const width = widthOf(line, line.text.trimEnd().length - last, line.text.trimEnd().length) + firstWord(next)
  const lead = next.text.length - next.text.trimStart().length
  const character = widthOf(next, lead, closed.exec(next.text)?.[0].length ?? lead + 1)
  const isOfDigits = /\d\s*$/u.test(line.text) && /^\s*\d/u.test(next.text)
  return freeIn(line, room) < character + line.size * 0.15 && (isOfDigits || width > room.right - room.left)
}

// A character with the marks that may not be parted from it.
const closed = /^\s*\S[，。；：、）》〉」』”’〕】\])％%‰!?！？]{0,3}/u

const endOfSentence = /[。！？；：.!?;:]["”’）)]?\s*$/u

const wordAtEnd = /[A-Za-z0-9.,%/:_-]{0,60}$/u

// What a line leaves free at its right side; at both sides when they are alike, as those of a centred line are, and beside
// a figure, which stands at the right side of its cell and has its room at the left.
function freeIn({ box, text }: Line, room: Room): number {
  const [left, right] = [box.left - room.left, room.right - box.right]
  return Math.abs(left - right) < 2 || isFigure(text.trim()) ? left + right : right
}

/** A whole figure, as 1,410,886.00 or ≥90%. */
export function isFigure(text: string): boolean {
  return /^[≥≤＞＜><=＝+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%％]?$/u.test(text)
}

/** A label set from top to bottom: characters one above the other, or columns beside each other. */
export function isStacked(lines: Line[]): boolean {
  return lines.length > 1 && (lines.every(({ text }) => /^\s*\p{L}\s*$/u.test(text)) || lines.every(isColumn))
}

function isColumn({ box, size, text }: Line): boolean {
  return text.length > 1 && box.right - box.left < size * 1.5 && box.bottom - box.top > size * 1.5
}

// After these more must come, however much room the line left.
const unfinished = /[\p{L}\p{N}%）)][/／、，]\s*$|[（《〈“]\s*$/u

function goesOn(last: Line, line: Line, room: Room, centred: boolean, lines: Line[]): boolean {
  if (unfinished.test(last.text)) return true
  const [before, after] = [last.text.trim(), line.text.trim()]
  if (isFigure(before) && isFigure(after) && !isFigure(before + after)) return false
  if (!isFull(last, line, room, slackAfter(last))) return false
  const left = Math.min(...lines.slice(0, 100).map(({ box }) => box.left))
  const isIndented = !centred && line.box.left > left + line.size * 1.5 && line.box.left >= last.box.left - 2
  return !isIndented
}

// Lines whose middles agree better than their left sides.
function isCentred(lines: Line[]): boolean {
  const spread = (places: number[]) => Math.max(...places) - Math.min(...places)
  const some = lines.slice(0, 100)
  const left = spread(some.map(({ box }) => box.left))
  return some.length > 1 && left > 1.5 && spread(some.map(({ box }) => (box.left + box.right) / 2)) < left * 0.4
}

// What may not be parted from the first character: the rest of a word or number with its signs (UAX 14, LB23 and LB25),
// the marks that close it, what quotation marks tie together (LB19), and a number that follows a bracket.
const inseparable =
  /^\s*[（《〈「『“‘〔【[(]{0,3}(?:[≥≤><=±≈~$€￥¥+]{0,2}[A-Za-z0-9.,%/:_-]{1,40}|\S)(?:[“”‘’"]{1,2}\S)?[，。；：、）》〉」』”’〕】\])％%!?！？]{0,3}(?:(?<=[〕）)])[A-Za-z0-9]{1,20})?/u

function firstWord(line: Line): number {
  const { text } = line
  return widthOf(line, text.length - text.trimStart().length, inseparable.exec(text)?.[0].length ?? 1)
}

// Measured along the longest side, since the line may run down the page, or back on a page that stands on its head.
function widthOf({ glyphs }: Line, start: number, end: number): number {
  const [first, last] = [start * 4, Math.max(end - 1, start) * 4]
  const across = (glyphs[last + 2] ?? 0) - (glyphs[first] ?? 0)
  const back = (glyphs[first + 2] ?? 0) - (glyphs[last] ?? 0)
  const down = (glyphs[last + 3] ?? 0) - (glyphs[first + 1] ?? 0)
  const up = (glyphs[first + 3] ?? 0) - (glyphs[last + 1] ?? 0)
  return Math.max(across, back, down, up)
}

/** The space for text in a cell. */
export function roomIn({ left, right }: Pick<Box, 'left' | 'right'>, padding: number): Room {
  return { left: left + padding, right: right - padding }
}

/** The padding of a table: the least that its fullest lines leave free. */
export function paddingOf(cells: { lines: Line[]; box: Box }[]): number {
  let least = 6
  for (const { lines, box } of cells) {
    if (lines.length < 2) continue
    for (const line of lines) {
      const free = Math.min(line.box.left - box.left, box.right - line.box.right)
      if (free > -1 && free < least) least = free
    }
  }
  return Math.max(least, 0)
}
