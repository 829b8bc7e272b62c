import type { Ruling, Rulings } from '../rulings.ts'
import { bandsOf } from './bands.ts'
import { piecesOf } from './columns.ts'
import type { Region } from './regions.ts'

/** The rules that a table without them would have. */
export function drawn(region: Region, posts: Ruling[]): Rulings {
  const { columns, bars } = region
  const bands = bandsOf(region)
  const [left, right] = [columns[0]?.left ?? 0, columns.at(-1)?.right ?? 0]
  const from = Math.min(left - 2, ...bars.map((bar) => bar.from))
  const to = Math.max(right + 2, ...bars.map((bar) => bar.to))
  const heights = [...bands.map(({ top }) => top), bands.at(-1)?.bottom ?? 0]
  return {
    horizontal: heights.map((at) => ({ at, from, to })),
    vertical: [
      ...[from, to].map((at) => ({ at, from: heights[0] ?? 0, to: heights.at(-1) ?? 0 })),
      ...columns.slice(1).flatMap((column, index) => {
        const gap = { left: columns[index]?.right ?? 0, right: column.left }
        const at = posts.find((post) => gap.left <= post.at && post.at <= gap.right)?.at ?? (gap.left + gap.right) / 2
        return bands
          .filter(
            ({ lines }) =>
              !lines.some((line) =>
                piecesOf(line, columns)?.some((piece) => piece.first <= index && piece.last > index),
              ),
          )
          .map(({ top, bottom }) => ({ at, from: top, to: bottom }))
      }),
    ],
  }
}
