/** Items sorted by path, by code point and depth first: what a folder holds stands where the folder stands. */
export function sorted<T>(items: T[], pathOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(pathOf(item).replaceAll('/', '\0')) }))
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ item }) => item)
}

/**
 * The same paths, which are sorted, but all different: what has the path of an earlier one, or of a folder of another,
 * gets a number, as in `report (2).pdf`.
 */
export function distinct(paths: string[]): string[] {
  const taken = new Set(paths)
  const last = new Map(paths.filter((path, at) => paths[at + 1]?.startsWith(`${path}/`)).map((folder) => [folder, 1]))
  return paths.map((path) => {
    const count = last.get(path)
    last.set(path, count === undefined ? 1 : freeNumber(path, count + 1, taken))
    const name = count === undefined ? path : numbered(path, last.get(path) ?? 1)
    taken.add(name)
    return name
  })
}

function freeNumber(path: string, from: number, taken: Set<string>): number {
  let number = from
  while (taken.has(numbered(path, number))) number += 1
  return number
}

function numbered(path: string, number: number): string {
  return path.replace(/(?:\.[^./]*)?$/u, (extension) => ` (${number})${extension}`)
}
