/** How two names stand to each other, once widths, dashes, quotes and spaces make no difference. */
export type Likeness = 'equal' | 'short' | 'similar' | 'different'

/** Compare two folded names: `short` when one abbreviates the other, `similar` when one character in ten differs at most. */
export function likeness(first: string, second: string): Likeness {
  if (first === second) return 'equal'
  if (first.replaceAll('"', '') === second.replaceAll('"', '')) return 'similar'
  if (abbreviates(first, second)) return 'short'
  return similarity(first, second) >= 0.9 ? 'similar' : 'different'
}

/** Whether one of two folded names is a short form of the other. */
export function abbreviates(first: string, second: string): boolean {
  const [one, other] = [core(first), core(second)]
  return isShort(one, other) || isShort(other, one)
}

/** The share of characters that two texts have in common in place, from 0 to 1. */
export function similarity(a: string, b: string): number {
  const [from, to] = [[...a].slice(0, longest), [...b].slice(0, longest)]
  const length = Math.max(from.length, to.length)
  return length === 0 ? 1 : 1 - distance(from, to) / length
}

// Names are short; what is longer is no name, and its tail decides nothing.
const longest = 300

// An abbreviation is a good part of the name: a stretch of it, or its characters in their order from the first one on.
function isShort(short: string, long: string): boolean {
  if (short.length < 4 || short.length * 5 < long.length * 2) return short === long
  if (short[0] !== long[0]) return long.includes(short)
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

// 项目, 经费 and a closing bracket such as （本级） say nothing of what a project is.
function core(name: string): string {
  return name.replace(/\([^()]{1,10}\)$/u, '').replace(/(?:项目经费|工作经费|项目|经费|专项资金|资金)$/u, '')
}

function distance(from: string[], to: string[]): number {
  let row = to.map((_, index) => index + 1)
  for (const [index, character] of from.entries()) {
    let [corner, left] = [index, index + 1]
    row = row.map((above, column) => {
      const change = corner + (character === to[column] ? 0 : 1)
      corner = above
      left = Math.min(change, above + 1, left + 1)
      return left
    })
  }
  return row.at(-1) ?? from.length
}
