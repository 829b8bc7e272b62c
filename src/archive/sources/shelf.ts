import type { Source } from '../source.ts'

/** The contents of a source, which are loaded once for all that is read from them one after the other. */
export type Shelf = (source: Source) => Promise<Uint8Array>

/** A shelf that holds the contents of one source: the latest. */
export function openShelf(): Shelf {
  let held: { source: Source; contents: Promise<Uint8Array> } | undefined
  return (source) => {
    if (held?.source !== source) held = { source, contents: source.load() }
    return held.contents
  }
}
