import type { Place } from '../../difference.ts'
import type { Evidence } from '../../model.ts'
import { line } from '../validation/escapes.ts'
import { placeName } from '../validation/place.ts'
import type { Language } from '../validation/words.ts'

/** A project in a heading: its number and its name. */
export function heading({ project, name }: Place): string {
  return line(`${project} ${name.text}`)
}

/** Whose a project is, in front of its heading, where these projects are not all of one body: else of one file. */
export function ownersIn(places: Place[]): (place: Place) => string {
  const isOfOne = new Set(places.map(ownerOf)).size <= 1
  return (place) => (isOfOne ? '' : `${line(ownerOf(place))} · `)
}

function ownerOf({ body, file }: Place): string {
  return body ?? file
}

/** The file and the place of a piece of evidence, for people: `2021.pdf page 3`. */
export function placeIn(source: Evidence['source'], language: Language): string {
  const [first = ''] = source
  const [file = ''] = first.split('#')
  return line(`${legible(file)} ${placeName({ text: '', source }, language)}`)
}

// Only what stands for a character of its own is encoded in the name of a file.
function legible(file: string): string {
  return file.replace(/%(?:25|23|3F|20)/giu, decodeURIComponent)
}
