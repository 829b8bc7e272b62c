import type { Form, Indicator } from '../../model.ts'
import type { Disclosure } from '../rule.ts'

/** Whether the row of an indicator was damaged on the way into the file, so that an empty cell need not have been empty. */
export function isDamaged(indicator: Indicator, { damage }: Disclosure): boolean {
  const places = placesOf(indicator)
  const isCut = damage.some(
    ({ what, source }) => what === 'lost-cell' && source.some((place) => places.includes(place)),
  )
  return isCut || isRepaired(indicator)
}

/** Whether a whole indicator of a form was lost, so that the absence of another one proves nothing. */
export function hasLostIndicators({ indicators }: Form, disclosure: Disclosure): boolean {
  return indicators.some((indicator) => isHalfLost(indicator, indicators, disclosure))
}

/** Whether the other side of an indicator's row may have been lost. */
export function isHalfLost(indicator: Indicator, indicators: Indicator[], { damage }: Disclosure): boolean {
  const places = placesOf(indicator)
  const isCut = damage.some(
    ({ what, text, source }) =>
      // Where the name of an indicator is the last that is left, only its target is gone.
      what === 'lost-cell' && source.some((place) => places.includes(place)) && !isName(text, indicators),
  )
  return isCut || (isRepaired(indicator) && !isWhole(indicator, indicators))
}

function isWhole(indicator: Indicator, indicators: Indicator[]): boolean {
  const places = placesOf(indicator)
  return indicators.some(
    (other) => other.horizon !== indicator.horizon && placesOf(other).some((place) => places.includes(place)),
  )
}

function isRepaired({ name, target, dimension, category }: Indicator): boolean {
  return [name, target, dimension, category].some((value) => value?.repaired)
}

function isName(text: string, indicators: Indicator[]): boolean {
  return indicators.some(({ name }) => name?.text === text)
}

function placesOf({ name, target }: Indicator): string[] {
  return [name, target].flatMap((value) => value?.source ?? [])
}
