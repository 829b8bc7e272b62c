import type { Value } from '../../../tables/table.ts'
import { isFormula } from '../../../writers/csv/lines.ts'

/** How cells look; the numbers are places in the `cellXfs` of `styles.xml`. A quoted text stays one when it is edited. */
export const styles = { plain: 0, head: 1, amount: 2, quoted: 3, link: 4, quotedLink: 5 }

/** A cell as XML: a number, or a text that is never a formula; nothing for no value. */
export function cell(reference: string, value: Value, style: number): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return `<c r="${reference}" s="${style}"><v>${value}</v></c>`
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** The style of a text. */
export function styleOf(text: string, isLink: boolean): number {
  if (isFormula(text)) return isLink ? styles.quotedLink : styles.quoted
  return isLink ? styles.link : styles.plain
}

/** The most UTF-16 units that Excel keeps in a cell. */
const most = 32_767

/** A text as far as it fits into a cell; what is cut says how long it was. */
export function fitted(text: string): string {
  if (text.length <= most) return text
  const mark = ` … [${text.length}]`
  // No character is cut in two.
  return text.slice(0, most - mark.length).replace(/\p{Cs}$/u, '') + mark
}

/** The name of a cell, C7; its row and column from 1. */
export function nameOf(column: number, row: number): string {
  return `${lettersOf(column)}${row}`
}

function lettersOf(column: number): string {
  if (column === 0) return ''
  return lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}

/** A text in XML. What XML cannot hold is written _x0001_, and what looks like that is escaped (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
export function escaped(text: string): string {
  return text.replace(special, (character) => entities[character] ?? coded(character))
}

const special = /[&<>"]|(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function coded(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
