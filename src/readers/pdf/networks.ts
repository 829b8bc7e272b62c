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
  const all = [...networks.values()]
  const tables = all.filter((network) => network.horizontal.length > 0 && network.vertical.length > 0)
  addSides(
    tables,
    all.filter((network) => network.horizontal.length === 0).flatMap((network) => network.vertical),
  )
  return tables
}

// A cell that runs through a whole page has no rule above or below it there: the side of the table touches none.
function addSides(tables: Rulings[], lone: Ruling[]): void {
  if (lone.length === 0) return
  const byTop = Map.groupBy(
    tables.map((table) => ({ table, ...heightOf(table) })),
    ({ from }) => Math.round(from / reach),
  )
  for (const ruling of lone) {
    const near = [-1, 0, 1].flatMap((step) => byTop.get(Math.round(ruling.from / reach) + step) ?? [])
    for (const { table, from, to } of near.slice(0, mostBeside)) {
      if (Math.abs(ruling.from - from) <= reach && Math.abs(ruling.to - to) <= reach) table.vertical.push(ruling)
    }
  }
}

// Tables that may stand side by side.
const mostBeside = 10

function heightOf({ vertical }: Rulings): { from: number; to: number } {
  return {
    from: vertical.reduce((least, { from }) => Math.min(least, from), Infinity),
    to: vertical.reduce((most, { to }) => Math.max(most, to), -Infinity),
  }
}
