/** What two lists state under one key, and what only one of them states. */
export interface Pairing<T> {
  pairs: Pair<T>[]
  gone: T[]
  new: T[]
}

/** Two statements of one thing; `by`: what decided among several of one key. */
export interface Pair<T> {
  before: T
  after: T
  by: 'key' | 'content' | 'rest'
}

/** Pair what has one key; of several with one key those of equal content, and then one with one. The rest is never guessed. */
export function pairUp<T>(
  before: T[],
  after: T[],
  keyOf: (one: T) => string,
  contentOf: (one: T) => string,
): Pairing<T> {
  const waiting = Map.groupBy(after, keyOf)
  const pairs = [...Map.groupBy(before, keyOf)].flatMap(([key, group]) =>
    key === '' ? [] : pairGroup(group, waiting.get(key) ?? [], contentOf),
  )
  const taken = new Set(pairs.flatMap(({ before, after }) => [before, after]))
  const isLeft = (one: T) => !taken.has(one)
  return { pairs, gone: before.filter(isLeft), new: after.filter(isLeft) }
}

function pairGroup<T>(before: T[], after: T[], contentOf: (one: T) => string): Pair<T>[] {
  const [only, twin] = [before[0], after[0]]
  if (!only || !twin) return []
  if (before.length === 1 && after.length === 1) return [{ before: only, after: twin, by: 'key' }]
  const waiting = Map.groupBy(after, contentOf)
  const equal = before.flatMap((one): Pair<T>[] => {
    const other = waiting.get(contentOf(one))?.shift()
    return other ? [{ before: one, after: other, by: 'content' }] : []
  })
  const taken = new Set(equal.flatMap(({ before, after }) => [before, after]))
  const [left, right] = [before.filter((one) => !taken.has(one)), after.filter((one) => !taken.has(one))]
  const [last, other] = [left[0], right[0]]
  if (left.length !== 1 || right.length !== 1 || !last || !other) return equal
  return [...equal, { before: last, after: other, by: 'rest' }]
}
