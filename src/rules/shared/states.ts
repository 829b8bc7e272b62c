import type { Evidence, Sourced } from '../../model.ts'
import { isNil } from '../../values/amount.ts'

/** Absent, empty, nil, unreadable and read are five states of a value; zero is a value that is read. */
export type State = 'absent' | 'empty' | 'nil' | 'unreadable' | 'read'

/** In which state a value is. */
export function stateOf(value: Sourced<unknown> | undefined): State {
  if (!value) return 'absent'
  if (value.value !== null && value.value !== '') return 'read'
  if (value.text.trim() === '') return 'empty'
  return isNil(value.text) ? 'nil' : 'unreadable'
}

/** Whether a value is printed and can be read. */
export function isRead<T>(value: Sourced<T> | undefined): value is Sourced<T> & { value: T } {
  return stateOf(value) === 'read'
}

/** The value of what is printed and can be read. */
export function valueIn<T>(value: Sourced<T> | undefined): T | undefined {
  return isRead(value) ? value.value : undefined
}

/** Printed values as evidence: the place to look, then what it was compared with; what is not printed is left out. */
export function evidence(first: Evidence, ...others: (Evidence | undefined)[]): [Evidence, ...Evidence[]] {
  return [quote(first), ...others.filter((other) => other !== undefined).map(quote)]
}

/** The text and the place of a printed value. */
export function quote({ text, source }: Evidence): Evidence {
  return { text, source }
}
