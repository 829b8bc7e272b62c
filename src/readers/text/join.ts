import { joint, type Paragraph, type Passage } from '../../document.ts'

// Official documents have 28 characters a line (GB/T 9704-2012, 5.2.3); less an indent of two, and of two more that
// line-breaking rules may push to the next line. A line that a page end cuts is full.
const fullLine = 24

const ordinal =
  /^(?:[（(]?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})(?:[）)、]|[.．](?!\d))|[①-⑳⑴-⒇●■◆·•*]|第[一二三四五六七八九十百\d]{1,4}[章节条部])/u
const label = /^[\p{L}\p{N}][^，。；：！？,;:!?]{0,11}[：:]/u
const ends = /[。；：！？…）》”’』」】〕.;:!?)\]"']$/u
const endsInside = /[，、,（《“‘〔【([]$/u
const startsInside = /^[，。；：、！？）》”’〕】,;:!?)\]%‰]/u
const endsSentence = /[。；！？][）》”’]?$/u
const clauseMark = /[，；。,;]/u
const pairs = ['（）', '()', '《》', '〈〉', '“”', '〔〕', '【】']

// A sentence that runs over more pages is none; the bound keeps hostile text from growing one paragraph line by line.
const mostPages = 8

/** Whether a paragraph goes on in the next one: a page ended in the middle of its sentence. */
export function continues({ text: before, pieces }: Passage, { text: after }: Passage): boolean {
  if (pieces.length >= mostPages) return false
  if (ordinal.test(after) || label.test(after)) return false
  if (endsInside.test(before) || startsInside.test(after)) return true
  if (pairs.some((pair) => isParted(pair, before, after))) return true
  return !ends.test(before) && isProse(before) && width(before) >= fullLine && endsSentence.test(after)
}

/** A paragraph and the passage that goes on with it, as one. */
export function join(before: Paragraph, after: Passage): Paragraph {
  const start = `${before.text}${joint(before.text, after.text)}`
  const pieces = after.pieces.map((piece) => ({
    ...piece,
    start: piece.start + start.length,
    end: piece.end + start.length,
  }))
  return { ...before, text: start + after.text, pieces: [...before.pieces, ...pieces] }
}

// Titles and names hold no clauses. A numbered heading may have a colon, as in `（1）项目名称：…`.
function isProse(text: string): boolean {
  return clauseMark.test(text) || (label.test(text) && !ordinal.test(text))
}

// A bracket that is open at the end of the one and closed in the other.
function isParted([opening = '', closing = '']: string, before: string, after: string): boolean {
  if (before.lastIndexOf(opening) <= before.lastIndexOf(closing)) return false
  const closed = after.indexOf(closing)
  const opened = after.indexOf(opening)
  return closed >= 0 && (opened < 0 || closed < opened)
}

function width(text: string): number {
  let width = 0
  for (const character of text) width += character < '\u2000' ? 0.5 : 1
  return width
}
