import type { Canvas, Handler } from './canvas.ts'
import { initialState, isSeen } from './canvas.ts'
import type { Matrix } from './matrix.ts'
import { boxThrough, intersection, multiply } from './matrix.ts'
import { fillPath, strokePath } from './paths.ts'

const stroked = new Set(['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])
const filled = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])

/** The operators of graphics state, paths and pictures, by their names in pdf.js. */
export function graphicsHandlers(nameOf: (operator: number) => string | undefined): Record<string, Handler> {
  return {
    save,
    restore,
    transform,
    setLineWidth: ({ state }, width: number) => {
      state.lineWidth = width
    },
    setGState: (canvas, entries: [string, unknown][]) => entries.forEach((entry) => void setEntry(canvas, entry)),
    setFillRGBColor: ({ state }, color: string) => {
      state.fill = color
    },
    setStrokeRGBColor: ({ state }, color: string) => {
      state.stroke = color
    },
    // A pattern is ink of some colour.
    setFillColorN: ({ state }) => {
      state.fill = ''
    },
    setStrokeColorN: ({ state }) => {
      state.stroke = ''
    },
    clip: (canvas) => {
      canvas.clipNext = true
    },
    eoClip: (canvas) => {
      canvas.clipNext = true
    },
    constructPath: (canvas, operator: number, [path]: [Float32Array | null], bounds: ArrayLike<number> | null) =>
      paintPath(canvas, nameOf(operator) ?? '', path, bounds),
    paintFormXObjectBegin: beginForm,
    paintFormXObjectEnd: restore,
    beginGroup: (canvas, { matrix, bbox }: { matrix?: Matrix; bbox?: number[] }) => beginForm(canvas, matrix, bbox),
    endGroup: restore,
    beginAnnotation: (canvas, _id: string, rect: number[] | null, first: Matrix, second: Matrix) =>
      beginAnnotation(canvas, rect, first, second),
    endAnnotation: restore,
    beginMarkedContent: (canvas) => {
      canvas.layers.push(isSeen(canvas))
    },
    beginMarkedContentProps: (canvas, tag: string, properties: unknown) => {
      canvas.layers.push(isSeen(canvas) && (tag !== 'OC' || canvas.isShown(properties)))
    },
    endMarkedContent: (canvas) => {
      canvas.layers.pop()
    },
    // A picture of one black dot is how some producers fill a rectangle.
    paintSolidColorImageMask: (canvas) => fillPath(canvas, unitSquare),
    paintImageXObject: paintPicture,
    paintInlineImageXObject: paintPicture,
    paintImageMaskXObject: paintPicture,
  }
}

const unitSquare = new Float32Array([0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4])

function save(canvas: Canvas): void {
  canvas.saved.push({ ...canvas.state })
}

function restore(canvas: Canvas): void {
  canvas.state = canvas.saved.pop() ?? canvas.state
}

function transform({ state }: Canvas, ...matrix: Matrix): void {
  state.matrix = multiply(state.matrix, matrix)
}

function setEntry({ state }: Canvas, [key, value]: [string, unknown]): void {
  if (typeof value !== 'number') return
  if (key === 'LW') state.lineWidth = value
  if (key === 'ca') state.fillAlpha = value
  if (key === 'CA') state.strokeAlpha = value
}

function paintPath(canvas: Canvas, name: string, path: Float32Array | null, bounds: ArrayLike<number> | null): void {
  const isPainted = path && isSeen(canvas)
  if (isPainted && filled.has(name)) fillPath(canvas, path, name.toLowerCase().includes('eo'))
  if (isPainted && stroked.has(name)) strokePath(canvas, path)
  if (canvas.clipNext) clipTo(canvas, bounds)
  canvas.clipNext = false
}

function clipTo({ state }: Canvas, bounds: ArrayLike<number> | null): void {
  const [x0, y0, x1, y1] = bounds ? [bounds[0], bounds[1], bounds[2], bounds[3]] : []
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return
  state.clip = intersection(state.clip, boxThrough(state.matrix, x0, y0, x1, y1))
}

function beginForm(canvas: Canvas, matrix?: Matrix | null, bounds?: ArrayLike<number> | null): void {
  save(canvas)
  if (matrix) transform(canvas, ...matrix)
  clipTo(canvas, bounds ?? null)
}

function beginAnnotation(canvas: Canvas, rect: number[] | null, first: Matrix, second: Matrix): void {
  save(canvas)
  Object.assign(canvas.state, { ...initialState(canvas.base, canvas.page, canvas.state.font) })
  clipTo(canvas, rect)
  transform(canvas, ...first)
  transform(canvas, ...second)
}

// A thin picture is a rule.
function paintPicture(canvas: Canvas): void {
  const box = intersection(boxThrough(canvas.state.matrix, 0, 0, 1, 1), canvas.state.clip)
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  if (!isSeen(canvas) || !(width > 0 && height > 0)) return
  if (Math.min(width, height) <= 3) fillPath(canvas, unitSquare)
  else canvas.marks.pictures.push(box)
}
