import type { Evidence } from '../../model.ts'
import type { Found } from '../../values/found.ts'
import { foldName, isBare, type Normalised, normalise } from '../../values/normalise.ts'
import { type DocumentNumber, findReferences } from '../../values/reference.ts'
import { Known } from './known.ts'

// Several rules look at one printed text; what it folds to is worked out once for each value.
const [copies, names] = [new Known<Evidence, Normalised>(), new Known<Evidence, string>()]
const numbers = new Known<Evidence, Found<DocumentNumber>[]>()

/** A printed text in one spelling of widths, signs and spaces; empty for what is not printed. */
export function plainOf(printed: Evidence | undefined): string {
  if (!printed || isBare(printed.text)) return printed?.text ?? ''
  return copyOf(printed).text
}

/** A printed text in one spelling, with the places of its characters. */
export function copyOf(printed: Evidence): Normalised {
  return once(copies, printed, ({ text }) => normalise(text))
}

/** A printed name as it is compared with another; empty for what is not printed. */
export function foldedOf(printed: Evidence | undefined): string {
  if (!printed || isBare(printed.text)) return printed?.text ?? ''
  return once(names, printed, ({ text }) => foldName(text))
}

/** The document numbers that a printed text cites. */
export function referencesIn(printed: Evidence): Found<DocumentNumber>[] {
  return once(numbers, printed, ({ text }) => (/号/u.test(text) ? findReferences(text) : []))
}

/** Whether two units are one, however wide they are printed. */
export function isSameUnit(a: string, b: string): boolean {
  return a === b || normalise(a).text === normalise(b).text
}

function once<T>(known: Known<Evidence, T>, printed: Evidence, work: (printed: Evidence) => T): T {
  const before = known.get(printed)
  if (before !== undefined) return before
  const result = work(printed)
  known.set(printed, result)
  return result
}
