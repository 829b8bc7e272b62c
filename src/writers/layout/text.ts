import type { Document } from '../../document.ts'
import { outline } from '../../outline.ts'

/** What the reader saw, for people. */
export function text(document: Document): string {
  return outline(document)
}
