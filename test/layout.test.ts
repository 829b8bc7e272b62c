import { expect, test } from 'vitest'
import type { Document, Position } from '../src/document.ts'
import { svg } from '../src/writers/layout/svg.ts'
import { disclose } from './command.ts'

test('a page is drawn with its cells, their text and its furniture', () => {
  const drawn = svg(document, 2)
  expect(drawn).toContain('>3,2 1×2<')
  expect(drawn).toContain('<text x="60 70" y="')
  expect(drawn).toContain('>a&lt;<')
  expect(drawn).toContain('<text class="furniture"')
  expect(drawn).toContain('class="cell joined"')
  expect(drawn).toContain('↑ page 1')
  expect(drawn).not.toContain('↓ page')
})

test('a page is drawn without what XML cannot hold', () => {
  expect(svg(document, 2)).not.toMatch(/[^\P{C}\n\p{Cf}]/u)
})

test('a picture shows one page', () => {
  const { status, stderr } = disclose(['layout', 'fixtures/readers/pdf/shading/input.pdf', '-f', 'svg'])
  expect(status).toBe(2)
  expect(stderr).toContain('--page')
})

const place = (page: number, left: number): Position => ({
  kind: 'page',
  page,
  box: { left, top: 50, right: left + 20, bottom: 60 },
  glyphs: new Float32Array([left, 50, left + 10, 60, left + 10, 50, left + 20, 60]),
})
const passage = (text: string, page: number, left: number) => ({
  file: 'a.pdf',
  text,
  pieces: [{ start: 0, end: 2, position: place(page, left) }],
})
const cell = { row: 3, column: 2, rowSpan: 1, colSpan: 2, positions: [place(1, 60), place(2, 60)] }
const document: Document = {
  file: 'a.pdf',
  format: 'pdf',
  pages: 2,
  blocks: [{ type: 'table', grid: 'drawn', pages: [1, 2], cells: [{ ...cell, ...passage('a<', 2, 60) }] }],
  furniture: [passage('\u0001"', 2, 90)],
  damage: [],
}
