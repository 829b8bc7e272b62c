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

/** Whether a line is so full that what follows had to go to the next line. */
export function isFull(line: Line, next: Line, room: Room, centred = false): boolean {
  const used = centred ? line.box.right - line.box.left : line.box.right - room.left
  return room.right - room.left - used < firstWord(next) + line.size * 0.15
}

/** Characters one above the other: a label set from top to bottom. */
export function isStacked(lines: Line[]): boolean {
  return lines.length > 1 && lines.every(({ text }) => /^\s*\p{L}\s*$/u.test(text))
}

function goesOn(last: Line, line: Line, room: Room, centred: boolean, lines: Line[]): boolean {
  if (!isFull(last, line, room, centred)) return false
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

// What may not be parted from the first character: the rest of a word or number, the marks that close it.
const inseparable =
  /^\s*(?:[（《〈「『“‘〔【[(]{0,3})(?:[A-Za-z0-9.,%/:\-_]{1,40}|[^\s])[，。；：、）》〉」』”’〕】\])％%!?！？]{0,3}/u

// Measured along the longer side, since the line may run down the page.
function firstWord({ text, glyphs }: Line): number {
  const first = (text.length - text.trimStart().length) * 4
  const last = ((inseparable.exec(text)?.[0].length ?? 1) - 1) * 4
  const across = (glyphs[last + 2] ?? 0) - (glyphs[first] ?? 0)
  const down = (glyphs[last + 3] ?? 0) - (glyphs[first + 1] ?? 0)
  const up = (glyphs[first + 3] ?? 0) - (glyphs[last + 1] ?? 0)
  return Math.max(across, down, up)
}
