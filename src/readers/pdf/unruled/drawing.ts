import type { Ruling, Rulings } from '../rulings.ts'
import type { Band } from './bands.ts'
import { bandsOf } from './bands.ts'
import type { Stretch } from './columns.ts'
import { piecesOf } from './columns.ts'
import type { Region } from './regions.ts'
import type { Row } from './segments.ts'

/** The rules that a table without them would have. */
export function drawn(region: Region, posts: Ruling[]): Rulings {
  const bands = bandsOf(region)
  const places = placesOf(region, posts)
  return {
    horizontal: [
      ...bands.flatMap((band, index) => above(band, bands[index - 1], region, places)),
      { at: bands.at(-1)?.bottom ?? 0, from: places[0] ?? 0, to: places.at(-1) ?? 0 },
    ],
    vertical: places.flatMap((at, index) =>
      bands
        .filter((band) => !isCrossed(band, index, region.columns))
        .map(({ top, bottom }) => ({ at, from: top, to: bottom })),
    ),
  }
}

// The sides of the table and what parts its columns: a rule that is drawn there, else half way.
function placesOf({ columns, bars }: Region, posts: Ruling[]): number[] {
  const [left, right] = [columns[0]?.left ?? 0, columns.at(-1)?.right ?? 0]
  const between = columns.slice(1).map((column, index) => {
    const before = columns[index]?.right ?? 0
    return posts.find(({ at }) => before <= at && at <= column.left)?.at ?? (before + column.left) / 2
  })
  return [
    Math.min(left - 2, ...bars.map(({ from }) => from)),
    ...between,
    Math.max(right + 2, ...bars.map(({ to }) => to)),
  ]
}

// The rule above a row; none over a text in the middle of the heights of two rows, which is of both.
function above(band: Band, last: Band | undefined, { columns, bars }: Region, places: number[]): Ruling[] {
  const isRuled = bars.some(({ at }) => at === band.top)
  const tied = last && !isRuled ? tiedColumns(band, last, columns) : []
  return columns.flatMap((_, index) =>
    tied.includes(index) ? [] : [{ at: band.top, from: places[index] ?? 0, to: places[index + 1] ?? 0 }],
  )
}

function tiedColumns({ lines }: Band, last: Band, columns: Stretch[]): number[] {
  const [first, ...others] = lines.map((line) => columnsOf(line, columns))
  const taken = [...others, ...last.lines.map((line) => columnsOf(line, columns))].flat()
  return others.length > 0 ? (first ?? []).filter((column) => !taken.includes(column)) : []
}

function columnsOf(line: Row, columns: Stretch[]): number[] {
  return (piecesOf(line, columns) ?? []).flatMap(({ first, last }) => columns.map((_, at) => at).slice(first, last + 1))
}

function isCrossed({ lines }: Band, place: number, columns: Stretch[]): boolean {
  return lines.some((line) => piecesOf(line, columns)?.some(({ first, last }) => first < place && last >= place))
}
