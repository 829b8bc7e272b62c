// The width of text in a terminal: East Asian wide and full-width characters (UAX 11) take two columns, marks none.
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u

/** How many columns a text takes. */
export function columns(text: string): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

/** A figure, and what of its row stands before and after it. */
export interface Excerpt {
  before: string
  figure: string
  after: string
}

/** What of a row fits into some columns, cut around the figure `row[start, end)`; `…` stands for what is cut off. */
export function excerpt(row: string, start: number, end: number, room: number): Excerpt {
  // Of a row that may be megabytes long, no more is looked at than could be shown.
  const reach = 4 * room
  const figure = cut(row.slice(start, Math.min(end, start + reach)), room)
  const spare = room - columns(figure)
  const [before, after] = [row.slice(Math.max(0, start - reach), start), row.slice(end, end + reach)]
  const right = cut(after, Math.max(Math.ceil(spare / 2), spare - columns(before)))
  return { before: tail(before, spare - columns(right)), figure, after: right }
}

/** The beginning of a text, as far as it fits into some columns. */
export function cut(text: string, room: number): string {
  if (columns(text) <= room) return text
  return room > 0 ? `${taken(text, room - 1)}…` : ''
}

/** The end of a text, as far as it fits into some columns. */
export function tail(text: string, room: number): string {
  return reversed(cut(reversed(text), room))
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

function taken(text: string, room: number): string {
  let [end, width] = [0, 0]
  for (const character of text) {
    width += widthOf(character)
    if (width > room) break
    end += character.length
  }
  return text.slice(0, end)
}

function widthOf(character: string): number {
  if (/\p{M}|\p{Cf}/u.test(character)) return 0
  return wide.test(character) ? 2 : 1
}
