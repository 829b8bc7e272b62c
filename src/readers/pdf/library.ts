import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api.js'

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** pdf.js, loaded with the first PDF. */
export async function loadLibrary(): Promise<Library> {
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** How pdf.js is to open a file: quietly, and without the glyph outlines that only a screen needs. */
export function openingFor(bytes: Uint8Array, password: string | undefined): DocumentInitParameters {
  return {
    // pdf.js takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    ...(password !== undefined && { password }),
    verbosity: 0,
    fontExtraProperties: true,
    cMapUrl: new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')).href,
    standardFontDataUrl: new URL('../../standard_fonts/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')).href,
  }
}
