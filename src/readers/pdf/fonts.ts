import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Font } from './canvas.ts'

/** The measures of a font that says nothing of itself. */
export const plainFont: Font = { name: '', ascent: 0.88, descent: -0.12, unit: 0.001, vertical: false, unmapped: false }

/** Finds the fonts of a page by the names that its operators use. */
export function fontsOf(page: PDFPageProxy): (name: string) => Font {
  const known = new Map<string, Font>()
  return (name) => {
    const font = known.get(name) ?? measure(page, name)
    known.set(name, font)
    return font
  }
}

function measure({ commonObjs }: PDFPageProxy, name: string): Font {
  if (!commonObjs.has(name)) return plainFont
  const { fontMatrix, ascent, descent, vertical } = commonObjs.get(name)
  return {
    name,
    ...extent(ascent, descent),
    unit: fontMatrix?.[0] || plainFont.unit,
    vertical: Boolean(vertical),
    unmapped: false,
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
