import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'

// Whole reports and single forms, in all formats.
const names = [
  'yangquan-2021/report.pdf',
  'yangquan-2021/report.docx',
  'yangquan-2021/report.txt',
  'forms/self-evaluation/annual/input.docx',
  'forms/wide-sheet/two-projects/input.docx',
  'forms/two-horizon-objectives/shifted-and-lost/input.txt',
]
const originals = names.map((name) => ({ type: extname(name), bytes: readFileSync(join('fixtures', name)) }))

/** A document that no other is equal to, and its name. */
export function documentAt(index: number): [bytes: Uint8Array, file: string] {
  const { type, bytes } = originals[index % originals.length] ?? { type: '', bytes: Buffer.of() }
  const mark = Buffer.from(`\n%${index}\n`)
  const copy = Buffer.concat([bytes, mark])
  // The comment of a ZIP file stands at its end, after its length (APPNOTE 4.3.16).
  if (type === '.docx') copy.writeUInt16LE(mark.length, bytes.length - 2)
  return [new Uint8Array(copy), `${String(index).padStart(5, '0')}${type}`]
}

/** Writes so many documents into a folder, a hundred into each folder in it. */
export function fill(folder: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const [bytes, file] = documentAt(index)
    const inner = join(folder, String(Math.floor(index / 100)))
    if (index % 100 === 0) mkdirSync(inner, { recursive: true })
    writeFileSync(join(inner, file), bytes)
  }
}
