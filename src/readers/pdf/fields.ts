import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

// How pdf.js is told to draw what its storage of annotations holds (AnnotationMode.ENABLE_STORAGE).
const withStorage = { annotationMode: 3 }

interface Field {
  id: string
  fieldValue?: unknown
  hasAppearance?: boolean
}

/**
 * Has pdf.js draw the fields of a page that say what they hold but not how it looks, as every viewer does (ISO 32000-2,
 * 12.7.4.3); the options with which to ask for the operators.
 */
export async function fillIn(
  { annotationStorage }: PDFDocumentProxy,
  page: PDFPageProxy,
): Promise<{ annotationMode?: number }> {
  const fields: Field[] = await page.getAnnotations()
  const bare = fields.filter(({ fieldValue, hasAppearance }) => !hasAppearance && typeof fieldValue === 'string')
  for (const { id, fieldValue } of bare) annotationStorage.setValue(id, { value: fieldValue })
  return bare.length > 0 ? withStorage : {}
}
