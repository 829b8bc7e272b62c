import { fold } from './fold.ts'

/** A glyph as pdf.js hands it over. */
export interface Shown {
  unicode: string
  width: number
  vmetric?: number[] | null
  isSpace: boolean
  originalCharCode?: number
}

const unreadable = /[\p{Co}\p{Cn}\p{Cs}]|[^\P{Cc}\s]/u

/** The text that a glyph stands for; U+FFFD when that cannot be known. */
export function readable({ unicode, isSpace, originalCharCode }: Shown): string {
  const code = unicode.charCodeAt(0)
  if (unicode.length === 1 && isPlain(code)) return unicode
  // A code that has no meaning stays: it may be the number of a glyph.
  if ((isSpace || (code < 0x20 && code !== originalCharCode)) && isBlank(unicode)) return ' '
  if (unicode === '' || unreadable.test(unicode)) return '\uFFFD'
  return fold(unicode)
}

function isPlain(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0x3000 && code <= 0x9fff && code !== 0x301c)
}

/** White space. */
export function isBlank(text: string): boolean {
  const code = text.charCodeAt(0)
  if (isPlain(code) && code !== 0x3000) return false
  return text.trim() === ''
}
