import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Our work beside the bare work beneath it. */
export interface Comparison {
  name: string
  target: number
  pairs: number
  ours(): unknown
  bare(): unknown
}

/** The times of both in milliseconds, and the median of the ratios. */
export interface Outcome {
  ratio: number
  ours: number
  bare: number
}

/** Says how long our work takes against the bare work: pairs run in turn, warm, and the median of the pairs counts. */
export async function compare(comparison: Comparison): Promise<string> {
  const { ratio, ours, bare } = await paired(comparison)
  return said(ratio, comparison.target, `${comparison.name}, ${ours.toFixed(0)} / ${bare.toFixed(0)} ms`)
}

/** Times pairs of runs, after some that do not count. */
export async function paired(
  { pairs, ours, bare }: Omit<Comparison, 'name' | 'target'>,
  warming = 3,
): Promise<Outcome> {
  for (let run = 0; run < warming; run++) {
    await bare()
    await ours()
  }
  const times: Omit<Outcome, 'ratio'>[] = []
  while (times.length < pairs) times.push({ bare: await timed(bare), ours: await timed(ours) })
  return {
    ratio: median(times.map(({ ours, bare }) => ours / bare)),
    ours: median(times.map(({ ours }) => ours)),
    bare: median(times.map(({ bare }) => bare)),
  }
}

/** One line of the report. */
export function said(ratio: number, target: number, what: string): string {
  return `${ratio.toFixed(2)} × (target ${target}): ${what}`
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The number in the middle. */
export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

const characterMaps = `${dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))}/cmaps/`

/** What a reader on pdf.js with its default options begins with: text and operators of each page. The number of pages. */
export async function textAndOperators(data: Uint8Array): Promise<number> {
  const task = getDocument({ data, verbosity: 0, cMapUrl: characterMaps })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getTextContent()
    await page.getOperatorList()
  }
  await task.destroy()
  return document.numPages
}
