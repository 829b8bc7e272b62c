import type { Rule } from './marks.ts'

/** A line as a reader sees it: the strokes, segments, dots and double rules on one line, joined. */
export interface Ruling {
  at: number
  from: number
  to: number
}

/** The rulings of a page. */
export interface Rulings {
  horizontal: Ruling[]
  vertical: Ruling[]
}

// Rules this far apart across are one line, and gaps this long along it are closed.
const [across, along] = [1.2, 3]

// What is shorter is a dot, a tick or a part of a letter.
const shortest = 5

/** Joins rules into rulings: short segments, dashes and dots that follow each other on one line. */
export function rulingsOf(rules: Rule[]): Rulings {
  return {
    horizontal: join(rules.filter(({ vertical }) => !vertical)),
    vertical: join(rules.filter(({ vertical }) => vertical)),
  }
}

function join(rules: Rule[]): Ruling[] {
  return byLine(rules)
    .flatMap(joinLine)
    .filter(({ from, to }) => to - from >= shortest)
}

// Rules whose places follow each other closely; a group does not drift further than twice the tolerance.
function byLine(rules: Rule[]): Rule[][] {
  const lines: Rule[][] = []
  let [first, last] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    if (rule.at - last > across || rule.at - first > 2 * across) {
      lines.push([])
      first = rule.at
    }
    last = rule.at
    lines.at(-1)?.push(rule)
  }
  return lines
}

function joinLine(rules: Rule[]): Ruling[] {
  const joined: (Ruling & { weight: number })[] = []
  for (const { at, from, to } of rules.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    const weight = Math.max(to - from, 0.1)
    if (!last || from - last.to > along) joined.push({ at, from, to, weight })
    else {
      last.at = (last.at * last.weight + at * weight) / (last.weight + weight)
      last.weight += weight
      last.to = Math.max(last.to, to)
    }
  }
  return joined.map(({ at, from, to }) => ({ at, from, to }))
}
