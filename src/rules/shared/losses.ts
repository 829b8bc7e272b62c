import type { Form, Sourced } from '../../model.ts'
import type { Disclosure } from '../rule.ts'

/** Whether rows or cells of a form were lost on the way into the file, so that absence proves nothing. */
export function hasLosses({ indicators }: Form, { damage }: Disclosure): boolean {
  if (indicators.some(({ name, target }) => name && !target)) return true
  const places = new Set(indicators.flatMap(({ name, target, dimension }) => placesOf([name, target, dimension])))
  return damage.some(({ what, source }) => what === 'lost-cell' && source.some((place) => places.has(place)))
}

function placesOf(values: (Sourced<unknown> | undefined)[]): string[] {
  return values.flatMap((value) => value?.source ?? [])
}
