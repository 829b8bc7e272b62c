/** Those that pass a test, and the others. */
export function partition<T>(all: T[], test: (one: T) => boolean): [T[], T[]] {
  const [passed, others]: [T[], T[]] = [[], []]
  for (const one of all) (test(one) ? passed : others).push(one)
  return [passed, others]
}
