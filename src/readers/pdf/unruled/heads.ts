import type { Ruling } from '../rulings.ts'
import type { Stretch } from './columns.ts'
import { piecesOf } from './columns.ts'
import type { Row, Segment } from './segments.ts'

/**
 * The rows of a head, where a text that heads several columns is as wide as they are: as the rule below it, or all
 * columns that have it in their middle.
 */
export function spread(head: Row[], columns: Stretch[], rules: Ruling[]): Row[] {
  return head.map((row, index) => {
    const below = head.slice(index + 1).flatMap((other) => piecesOf(other, columns) ?? [])
    // The first column has its labels, and no head over it and others.
    const lower = below.filter(({ first, last }) => first > 0 && first === last).sort((a, b) => a.first - b.first)
    const segments = row.segments.map(
      (segment) =>
        ruled(segment, row, rules) ??
        centred(
          segment,
          row,
          lower.map((piece) => piece.segment),
        ),
    )
    return { ...row, segments }
  })
}

function ruled(segment: Segment, row: Row, rules: Ruling[]): Segment | undefined {
  const { left, right } = segment
  const isUnder = (rule: Ruling, over: Stretch) => rule.from < over.left + row.size && rule.to > over.right - row.size
  const rule = rules.find(
    (each) => each.at > row.bottom - row.size * 0.4 && each.at < row.bottom + row.size && isUnder(each, segment),
  )
  if (!rule || row.segments.some((other) => other !== segment && isUnder(rule, other))) return undefined
  return { ...segment, left: Math.min(left, rule.from), right: Math.max(right, rule.to) }
}

function centred(segment: Segment, row: Row, lower: Segment[]): Segment {
  const own = lower.filter((other) => nearest(other, row.segments) === segment)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last || own.length < 2) return segment
  const pitch = (middleOf(last) - middleOf(first)) / (own.length - 1)
  const shift = Math.abs(middleOf(segment) - (middleOf(first) + middleOf(last)) / 2)
  if (shift > pitch * 0.4) return segment
  return { ...segment, left: Math.min(segment.left, first.left), right: Math.max(segment.right, last.right) }
}

function nearest(lower: Segment, segments: Segment[]): Segment | undefined {
  const distance = (segment: Segment) => Math.abs(middleOf(segment) - middleOf(lower))
  return segments.toSorted((a, b) => distance(a) - distance(b))[0]
}

function middleOf({ left, right }: Stretch): number {
  return (left + right) / 2
}
