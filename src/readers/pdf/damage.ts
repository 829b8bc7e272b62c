import type { Damage } from '../../document.ts'
import type { Line } from './lines.ts'
import { passageOf } from './passage.ts'
import type { Places } from './printed.ts'
import type { Layout } from './sheets.ts'

/** What the PDF itself has done to its text: text that cannot be seen, and lines with glyphs that mean no character. */
export function damageIn(pages: Layout[], places: Places): Damage[] {
  const mark = (what: Damage['what'], line: Line): Damage => ({ what, passage: passageOf(places, line) })
  return pages.flatMap(({ hidden, lines, parts }) => [
    ...hidden.map((line) => mark('hidden-text', line)),
    ...[...lines, ...parts.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines))]
      .filter(({ text }) => text.includes('\uFFFD'))
      .map((line) => mark('unmapped-glyph', line)),
  ])
}
