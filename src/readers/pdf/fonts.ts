import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Font } from './canvas.ts'
import type { Marks } from './marks.ts'

/** The measures of a font that says nothing of itself. */
export const plainFont: Font = {
  name: '',
  ascent: 0.88,
  descent: -0.12,
  unit: 0.001,
  vertical: false,
  codes: undefined,
}

/** The fonts met in a document, by the names that pdf.js gives them, and where. */
export interface Known {
  fonts: Map<string, Font>
  /** For each font that pdf.js holds, the last page that uses it. */
  lastUse: Map<string, number>
}

/** The fonts of a page. */
export interface Fonts {
  /** Finds a font by the name that operators use. */
  named: (name: string) => Font
  /** Makes text unreadable whose font turned out to have no map to Unicode. */
  withoutUnmapped: (marks: Marks) => Marks
}

/** Finds the fonts of a page among those known of the document, and remembers them. */
export function fontsOf(page: PDFPageProxy, { fonts, lastUse }: Known): Fonts {
  return {
    named(name) {
      const font = fonts.get(name) ?? measure(page, name)
      fonts.set(name, font)
      lastUse.set(name, page.pageNumber)
      return font
    },
    withoutUnmapped: (marks) => {
      const names = new Set([...fonts.values()].filter(isUnmapped).map(({ name }) => name))
      if (names.size === 0) return marks
      const glyphs = marks.glyphs.map((glyph) =>
        names.has(glyph.font) && (!glyph.blank || isControl(glyph.text))
          ? { ...glyph, text: '\uFFFD', blank: false }
          : glyph,
      )
      return { ...marks, glyphs }
    },
  }
}

// A code that white space has too, printed as a glyph.
function isControl(text: string): boolean {
  return text < ' '
}

// Characters that a Chinese document prints, and private ones; numbers of glyphs that are taken for codes soon fall
// outside.
const printed =
  /^[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\p{N}\p{S}\p{Z}\p{Co}\u3040-\u312f\uff00-\uffef]$/u

// Characters that texts seldom print, and that numbers of glyphs soon come to in the encodings of one byte.
const seldom = /^[ƒ†‡ˆ‰‹›Œ˜Ÿ‚„]$/u

/** Learns from a glyph whether its font maps codes to Unicode: pdf.js takes the code itself where there is no map. */
export function learn(font: Font, unicode: string, code: number | undefined): void {
  if (!font.codes) return
  if (!isOwn(unicode, code)) {
    font.codes = undefined
    return
  }
  const isPrinted = printed.test(unicode)
  if (isPrinted) font.codes.printed++
  else font.codes.strange++
  if ((!isPrinted || seldom.test(unicode)) && font.codes.kinds.size < fewKinds) font.codes.kinds.add(unicode)
}

const chinese = /[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/u

// The encodings of one byte give the upper codes other characters than Unicode, none of them Chinese.
function isOwn(unicode: string, code: number | undefined): boolean {
  if (unicode.length !== 1 || code === undefined) return false
  return unicode.charCodeAt(0) === code || (code >= 0x7f && code <= 0xff && !chinese.test(unicode))
}

// No text has as many kinds of them.
const fewKinds = 8

function isUnmapped({ codes }: Font): boolean {
  if (!codes) return false
  return codes.kinds.size === fewKinds || codes.strange > (codes.strange + codes.printed) * 0.15
}

function measure({ commonObjs }: PDFPageProxy, name: string): Font {
  if (!commonObjs.has(name)) return { ...plainFont, name }
  const { fontMatrix, ascent, descent, vertical } = commonObjs.get(name)
  return {
    name,
    ...extent(ascent, descent),
    unit: fontMatrix?.[0] || plainFont.unit,
    vertical: Boolean(vertical),
    codes: { printed: 0, strange: 0, kinds: new Set() },
  }
}

// Descriptors lie: an extent that is no text height would put a line into its neighbours.
function extent(ascent: unknown, descent: unknown): Pick<Font, 'ascent' | 'descent'> {
  const { ascent: up, descent: down } = plainFont
  if (typeof ascent !== 'number' || typeof descent !== 'number') return { ascent: up, descent: down }
  const below = descent > 0 ? -descent : descent
  const isText = ascent >= 0.5 && ascent <= 1.2 && below >= -0.5 && ascent - below >= 0.7
  return isText ? { ascent: Math.min(ascent, 0.95), descent: Math.max(below, -0.25) } : { ascent: up, descent: down }
}
