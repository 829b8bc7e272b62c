/** The root of a member of a forest of parents; shortens the way for the next one. */
export function rootOf(parents: number[], index: number): number {
  let root = index
  while (parents[root] !== root) {
    const parent = parents[root] ?? root
    parents[root] = parents[parent] ?? parent
    root = parent
  }
  return root
}
