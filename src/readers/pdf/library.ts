import module from 'node:module'
import { fileURLToPath } from 'node:url'
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api.js'
import { directPort } from './port.ts'

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

interface Worker {
  WorkerMessageHandler: { initializeFromPort(port: unknown): void }
}

// The minified files are the same code, of which half as much is to be scanned.
const library: string = 'pdfjs-dist/legacy/build/pdf.min.mjs'
const worker: string = 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'

let loaded: Promise<Library> | undefined

/** pdf.js, loaded with the first PDF. */
export function loadLibrary(): Promise<Library> {
  loaded ??= load()
  return loaded
}

// Pixels of the largest picture that is decoded when pictures are not wanted: rules are drawn as such.
const smallPicture = 4096

/** How pdf.js is to open a file: quietly, without the glyph outlines that only a screen needs, mostly without pictures. */
export async function openingFor(
  bytes: Uint8Array,
  password: string | undefined,
  pictures: boolean,
): Promise<DocumentInitParameters> {
  const { PDFWorker } = await loadLibrary()
  const { WorkerMessageHandler }: Worker = await import(worker)
  const port = directPort()
  WorkerMessageHandler.initializeFromPort(port)
  return {
    // No copy, and no Buffer, which pdf.js refuses; the port leaves the memory with its owner.
    data: new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength),
    ...(password !== undefined && { password }),
    verbosity: 0,
    worker: PDFWorker.create({ port: port as unknown as never, verbosity: 0 }),
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    fontExtraProperties: true,
    maxImageSize: pictures ? -1 : smallPicture,
    disableFontFace: false,
    ownerDocument: { fonts: new Set(), createElement: () => ({}) },
  }
}

// In Node pdf.js reads its character maps and fonts from a path, not from a URL.
function folder(name: string): string {
  return fileURLToPath(new URL(`../../${name}/`, import.meta.resolve(library)))
}

async function load(): Promise<Library> {
  for (const name of ['FontFace', 'DOMMatrix', 'Path2D']) standIn(name)
  const hooks = module.registerHooks?.({
    resolve: (specifier, context, next) =>
      // pdf.js loads a canvas, 30 MB of it, to draw on; nothing is drawn here. Any other built-in module will do.
      specifier === '@napi-rs/canvas'
        ? { url: 'node:events', format: 'builtin', shortCircuit: true }
        : next(specifier, context),
  })
  try {
    return await import(library)
  } finally {
    hooks?.deregister()
  }
}

// Classes of the browser that pdf.js names and that reading does not use.
function standIn(name: string): void {
  if (name in globalThis) return
  const value = class {
    loaded = Promise.resolve()
  }
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
