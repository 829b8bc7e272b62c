import { rootOf } from './roots.ts'
import type { Ruling, Rulings } from './rulings.ts'

// Rules that miss each other by this much still meet.
const reach = 3

// A page with more crossings to try is a drawing, not a table; the bound keeps hostile files cheap.
const mostCrossings = 4e6

/** Parts rulings into networks: rulings that meet each other, directly or through others. */
export function networksOf({ horizontal, vertical }: Rulings): Rulings[] {
  if (horizontal.length * vertical.length > mostCrossings) return []
  const parents = [...horizontal, ...vertical].map((_, index) => index)
  const columns = vertical.map((ruling, index) => ({ ruling, index })).sort((a, b) => a.ruling.at - b.ruling.at)
  for (const [row, ruling] of horizontal.entries()) {
    for (let at = firstAfter(columns, ruling.from - reach); at < columns.length; at++) {
      const column = columns[at]
      if (!column || column.ruling.at > ruling.to + reach) break
      if (meets(ruling, column.ruling))
        parents[rootOf(parents, row)] = rootOf(parents, horizontal.length + column.index)
    }
  }
  return gather(horizontal, vertical, parents)
}

function firstAfter(columns: { ruling: Ruling }[], x: number): number {
  let [low, high] = [0, columns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((columns[middle]?.ruling.at ?? 0) < x) low = middle + 1
    else high = middle
  }
  return low
}

function meets(row: Ruling, column: Ruling): boolean {
  return row.at >= column.from - reach && row.at <= column.to + reach
}

function gather(horizontal: Ruling[], vertical: Ruling[], parents: number[]): Rulings[] {
  const networks = new Map<number, Rulings>()
  const networkAt = (index: number) => {
    const root = rootOf(parents, index)
    const network = networks.get(root) ?? { horizontal: [], vertical: [] }
    networks.set(root, network)
    return network
  }
  for (const [index, ruling] of horizontal.entries()) networkAt(index).horizontal.push(ruling)
  for (const [index, ruling] of vertical.entries()) networkAt(horizontal.length + index).vertical.push(ruling)
  return [...networks.values()].filter((network) => network.horizontal.length > 0 && network.vertical.length > 0)
}
