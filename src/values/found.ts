import type { Normalised } from './normalise.ts'

/** A value in running text: `text` is the raw slice `[start, end)`. */
export interface Found<T> {
  start: number
  end: number
  value: T
  text: string
}

/** A value at `[from, to)` of the normalised copy, with its place in the raw text. */
export function found<T>(raw: string, copy: Normalised, from: number, to: number, value: T): Found<T> {
  const [start, end] = [copy.at[from] ?? 0, copy.ends[to - 1] ?? 0]
  return { start, end, value, text: raw.slice(start, end) }
}
