import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { parse } from '../src/parse.ts'

// Ratios of our work to the bare work beneath it: pairs run in turn, warm, and the median of the pairs counts.
// Nothing fails here: timings depend on the machine and on what else it does.

interface Comparison {
  name: string
  target: number
  pairs: number
  ours(): unknown
  bare(): unknown
}

const pdf = new Uint8Array(readFileSync('fixtures/yangquan-2021/report.pdf'))
const docx = new Uint8Array(readFileSync('fixtures/yangquan-2021/report.docx'))
const characterMaps = `${dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))}/cmaps/`

const comparisons: Comparison[] = [
  {
    name: 'parse of a PDF / text and operators of pdf.js alone',
    target: 1,
    pairs: 15,
    ours: () => parse(pdf.slice(), 'report.pdf'),
    bare: () => textAndOperators(pdf.slice()),
  },
  {
    name: 'parse of a Word file / HTML of mammoth alone',
    target: 1.25,
    pairs: 15,
    ours: () => parse(docx.slice(), 'report.docx'),
    bare: () => mammoth.convertToHtml({ buffer: Buffer.from(docx) }),
  },
  {
    name: 'start of disclose --version / start of Node alone',
    target: 2,
    pairs: 15,
    ours: () => spawnSync(process.execPath, ['bin/disclose.js', '--version']),
    bare: () => spawnSync(process.execPath, ['-e', '0']),
  },
]

for (const comparison of comparisons) process.stdout.write(`${await compare(comparison)}\n`)

async function compare({ name, target, pairs, ours, bare }: Comparison): Promise<string> {
  for (let warming = 0; warming < 3; warming++) {
    await bare()
    await ours()
  }
  const times: { ours: number; bare: number }[] = []
  while (times.length < pairs) times.push({ bare: await timed(bare), ours: await timed(ours) })
  const ratio = median(times.map(({ ours, bare }) => ours / bare))
  const [own, other] = [median(times.map(({ ours }) => ours)), median(times.map(({ bare }) => bare))]
  return `${ratio.toFixed(2)} × (target ${target}): ${name}, ${own.toFixed(0)} / ${other.toFixed(0)} ms`
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

async function textAndOperators(data: Uint8Array): Promise<void> {
  const task = getDocument({ data, verbosity: 0, cMapUrl: characterMaps })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getTextContent()
    await page.getOperatorList()
  }
  await task.destroy()
}
