import type { Location } from '../model.ts'

/** Where a location is, but for its extent: file, page, cell; and its extent on each axis. */
export interface Place {
  where: string
  from: number[]
  to: number[]
}

/** Whether a place holds another: a box in a box of the same page, a line in a range of lines. */
export function holds({ where, from, to }: Place, inner: Place): boolean {
  return where === inner.where && from.every((from, axis) => isWithin(inner, axis, from, to[axis]))
}

function isWithin({ from, to }: Place, axis: number, least: number, most = least): boolean {
  return (from[axis] ?? least) >= least - tenth && (to[axis] ?? most) <= most + tenth
}

// Boxes are rounded to a tenth of a point.
const tenth = 0.1

/** The place that a location names. */
export function placeOf(location: Location): Place {
  const [, file = '', page, box, lines] = extent.exec(location) ?? []
  const [first = 0, last = first] = numbers(lines)
  const [left = 0, top = 0, width = 0, height = 0] = numbers(box)
  if (lines !== undefined) return { where: file, from: [first], to: [last] }
  if (box === undefined) return { where: location, from: [], to: [] }
  return { where: `${file}#${page}`, from: [left, top], to: [left + width, top + height] }
}

// A report has thousands of places, which URLSearchParams would take half as long again to read.
const extent = /^([^#]*)#(?:page=(\d+)&viewrect=([^&]+)|line=([^&]+))$/u

function numbers(list = ''): number[] {
  return list === '' ? [] : list.split(',').map(Number)
}
