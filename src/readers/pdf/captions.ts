import { bare } from '../../document.ts'
import type { Line } from './lines.ts'
import type { Part } from './parts.ts'

type Elements = (Line | Part | object)[]

/** What is printed right above an element: the lines before it, up to another table. */
export function captionOver(elements: Elements, index: number): Line[] {
  const start = elements.slice(0, index).findLastIndex((element) => !isLine(element))
  return elements.slice(start + 1, index).filter(isLine)
}

/**
 * The lines at the top of a page that say of the table below them that it goes on: 续表, 表 3（续）, as GB/T 7713 asks for,
 * beside such as stand above its first part too.
 */
export function captionAgain(elements: Elements, caption: Line[]): Line[] {
  const end = elements.findIndex((element) => !isLine(element))
  const lines = elements.slice(0, Math.max(end, 0)).filter(isLine)
  const known = new Set(caption.map(({ text }) => bare(text)))
  const isAgain = lines.some(saysSo) && lines.every((line) => saysSo(line) || known.has(bare(line.text)))
  return isAgain ? lines : []
}

function isLine(element: object): element is Line {
  return 'glyphs' in element
}

function saysSo({ text }: Line): boolean {
  return text.length < 60 && continuation.test(bare(text))
}

const continuation =
  /^[（(【]?(?:续(?:上|前|附)?表|[接续]上[表页])|[（(【](?:续(?:上?表)?[一二三四五六七八九十\d]{0,3}|[接续]上[表页])[）)】]$/u
