import { normalise } from './normalise.ts'

/** A printed value: its normalised text, and a way back to what is printed. */
export interface Reading {
  text: string
  /** The printed form of a part of the text, without its spaces. */
  printed(range: [number, number] | undefined): string
}

/** Prepare a printed value for its grammars. A value of more characters than this is prose, and is not looked into. */
export function reading(value: string): Reading {
  const raw = value.trim()
  const copy = raw.length > longest ? { text: '', at: [0], ends: [] } : normalise(raw)
  const lead = copy.text.length - copy.text.trimStart().length
  const text = copy.text.trim().replace(/[。;]$/u, '')
  const printed = (range: [number, number] | undefined) => {
    const [from, to] = range ?? [0, 0]
    return raw.slice(copy.at[lead + from] ?? 0, copy.ends[lead + to - 1] ?? 0).replace(/[\s\\$]/gu, '')
  }
  return { text, printed }
}

const longest = 600
