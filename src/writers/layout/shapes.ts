import type { Box } from '../../document.ts'

/** An element of XML. */
export function element(name: string, attributes: Record<string, string | number>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`)
  return `<${name}${written.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`
}

/** A short text with its baseline at a place. */
export function text(x: number, y: number, printed: string, kind: string): string {
  return element('text', { class: kind, x, y }, escaped(printed))
}

// How much of the box of a character stands over its baseline, and the size of a font whose characters fill such boxes.
const [ascent, fill] = [0.84, 0.86]

/** A text with each character where it is printed, upright however the page has it. */
export function glyphsOf(printed: string, { box, glyphs }: { box: Box; glyphs?: Float32Array }, kind: string): string {
  const boxes = glyphs ? boxesOf(printed, glyphs) : [box]
  const places = {
    x: boxes.map(({ left }) => round(left)).join(' '),
    y: boxes.map(({ top, bottom }) => round(top + (bottom - top) * ascent)).join(' '),
  }
  const size = boxes.reduce((most, { top, bottom }) => Math.max(most, bottom - top), 0)
  return element('text', { ...(kind && { class: kind }), ...places, 'font-size': size * fill }, escaped(printed))
}

// One for each character, not for each half of one.
function boxesOf(printed: string, glyphs: Float32Array): Box[] {
  const boxes: Box[] = []
  let at = 0
  for (const character of printed) {
    const [left = 0, top = 0, right = 0, bottom = 0] = glyphs.subarray(at, at + 4)
    boxes.push({ left, top, right, bottom })
    at += character.length * 4
  }
  return boxes
}

function attribute(value: string | number): string {
  return escaped(typeof value === 'number' ? String(round(value)) : value)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// XML cannot hold most control characters, nor half of a pair (XML 1.0, 2.2).
function escaped(printed: string): string {
  return printed
    .replace(/[&<>"]/gu, (character) => entities[character] ?? character)
    .replace(/\s/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
}
