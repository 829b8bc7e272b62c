import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Canvas, Font, Handler } from './canvas.ts'
import { initialState } from './canvas.ts'
import { fontsOf, type Known, plainFont } from './fonts.ts'
import { graphicsHandlers } from './graphics.ts'
import type { Marks } from './marks.ts'
import type { Matrix } from './matrix.ts'
import { textHandlers } from './text.ts'

/** How the operators of a document are seen. */
export interface Sight {
  /** The handler of each operator, by its number in pdf.js. */
  handlers: readonly (Handler | undefined)[]
  /** Whether a layer (optional content group) is shown. */
  isShown: (layer: unknown) => boolean
  known: Known
}

/** Looks the operators up once for all pages. */
export function handlersFor(operators: Record<string, number>): Sight['handlers'] {
  const names = new Map(Object.entries(operators).map(([name, number]) => [number, name]))
  const handlers = { ...graphicsHandlers((number) => names.get(number)), ...textHandlers }
  const table: (Handler | undefined)[] = []
  for (const [name, handler] of Object.entries(handlers)) table[operators[name] ?? -1] = handler
  return table
}

const nothing: unknown[] = []

/** What the operators of a page paint, in the coordinates of the page as shown. */
export async function marksOf(
  page: PDFPageProxy,
  { handlers, isShown, known }: Sight,
  options: Parameters<PDFPageProxy['getOperatorList']>[0] = {},
): Promise<Marks> {
  const { fnArray, argsArray } = await page.getOperatorList(options)
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const fonts = fontsOf(page, known)
  const canvas = canvasFor(transform as Matrix, width, height, fonts.named, isShown)
  for (let index = 0; index < fnArray.length; index++) {
    // Each handler states the arguments that pdf.js gives its operator.
    const handler = handlers[fnArray[index] ?? -1] as ((canvas: Canvas, ...args: unknown[]) => void) | undefined
    if (!handler) continue
    canvas.order = index
    handler(canvas, ...((argsArray[index] as unknown[] | null) ?? nothing))
  }
  return fonts.withoutUnmapped(canvas.marks)
}

function canvasFor(
  base: Matrix,
  width: number,
  height: number,
  fontNamed: (name: string) => Font,
  isShown: Sight['isShown'],
): Canvas {
  const page = { left: 0, top: 0, right: width, bottom: height }
  return {
    state: initialState(base, page, plainFont),
    saved: [],
    clipNext: false,
    layers: [],
    isShown,
    order: 0,
    base,
    page,
    marks: { glyphs: [], rules: [], fills: [], pictures: [] },
    fontNamed,
  }
}
