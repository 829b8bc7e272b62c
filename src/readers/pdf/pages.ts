import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fillIn } from './fields.ts'
import { loadLibrary, openingFor } from './library.ts'
import type { Marks } from './marks.ts'
import { isWhite } from './marks.ts'
import type { Sight } from './operators.ts'
import { handlersFor, marksOf } from './operators.ts'
import { pack } from './pack.ts'
import type { Layout } from './sheets.ts'
import { layoutOf } from './sheets.ts'

/** Lays out every page of a PDF, one after the other. */
export async function layoutsIn(bytes: Uint8Array, password: string | undefined): Promise<Layout[]> {
  const isPictured = holdsPictures(bytes)
  const plain = await open(bytes, password, !isPictured)
  let pictured: Opened | undefined
  try {
    const layouts: Layout[] = []
    for (let number = 1; number <= plain.document.numPages; number++) {
      let sheet = await readPage(plain, number)
      if (isPictured && needsPictures(sheet.marks)) {
        pictured ??= await open(bytes, password, true)
        sheet = await readPage(pictured, number)
      }
      const layout = layoutOf(number, sheet.frame, sheet.marks)
      layouts.push(plain.document.numPages > few ? pack(layout) : layout)
      if (number % stretch === 0) await letGo(plain, number - stretch)
    }
    return layouts
  } finally {
    await plain.task.destroy()
    await pictured?.task.destroy()
  }
}

// Of so many pages the numbers may be at hand as they are; packing them takes longer than reading them saves.
const few = 60

// Pages that may go by before fonts are let go that they do not use.
const stretch = 32

// pdf.js keeps all fonts until it is told to let go of them, and then of those still in use too, which it loads again.
async function letGo({ document, sight: { known } }: Opened, number: number): Promise<void> {
  const idle = [...known.lastUse.values()].filter((last) => last <= number)
  if (idle.length <= known.lastUse.size / 2) return
  await document.cleanup()
  known.lastUse.clear()
}

interface Opened {
  task: PDFDocumentLoadingTask
  document: PDFDocumentProxy
  sight: Sight
  /** It is a form to fill in. */
  hasFields: boolean
}

async function open(bytes: Uint8Array, password: string | undefined, pictures: boolean): Promise<Opened> {
  const { getDocument, OPS } = await loadLibrary()
  const task = getDocument(await openingFor(bytes, password, pictures))
  try {
    const document = await task.promise
    const layers = await document.getOptionalContentConfig()
    const isShown = (layer: unknown) => layers.isVisible(layer)
    const known = { fonts: new Map(), lastUse: new Map() }
    const hasFields = (await document.getFieldObjects()) !== null
    return { task, document, sight: { handlers: handlersFor(OPS), isShown, known }, hasFields }
  } catch (error) {
    await task.destroy()
    throw error
  }
}

async function readPage({ document, sight, hasFields }: Opened, number: number) {
  const page = await document.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const options = hasFields ? await fillIn(document, page) : {}
  const marks = await marksOf(page, sight, options)
  page.cleanup()
  return { marks, frame: { left: 0, top: 0, right: width, bottom: height } }
}

// A stream never stands inside another one (ISO 32000-2, 7.5.7), so that the subtype of a picture can be read in the file.
// Where it is not found, all is read at once with pictures: those within the content of a page are small.
function holdsPictures({ buffer, byteOffset, byteLength }: Uint8Array): boolean {
  return Buffer.from(buffer, byteOffset, byteLength).includes('/Image')
}

// Fewer characters than these may be the number of a page that is a picture.
const fewest = 16

// Decoding pictures costs more than all else, and matters only where there is no text, or white text on a picture.
function needsPictures({ glyphs }: Marks): boolean {
  let count = 0
  for (const { blank, hidden, color } of glyphs) {
    if (blank || hidden) continue
    if (color !== '#000000' && isWhite(color)) return true
    count++
  }
  return count < fewest
}
