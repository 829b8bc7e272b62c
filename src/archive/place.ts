import { posix } from 'node:path'

/** The nearest of these folders and archives that a file stands in, if it stands in one. */
export function placeOf(file: string, places: ReadonlySet<string>): string | undefined {
  const folder = posix.dirname(file)
  if (folder === file) return undefined
  return places.has(folder) ? folder : placeOf(folder, places)
}
