import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from '../../src/parse.ts'
import { paired, said, textAndOperators } from './compare.ts'

const corpus = process.env.DISCLOSE_CORPUS

/** Parses whole documents: the real ones of the fixtures, and those of the corpus where there is one. */
export async function* documents(): AsyncGenerator<string> {
  yield* allOf('the fixtures', globSync('fixtures/yangquan-2021/*.pdf'))
  if (corpus) yield* allOf('the corpus', globSync(`${corpus}/**/*.pdf`))
  else yield 'DISCLOSE_CORPUS is not set: the documents of the corpus are left out.'
}

async function* allOf(where: string, files: string[]): AsyncGenerator<string> {
  const times: { file: string; ratio: number; ours: number; bare: number }[] = []
  for (const file of files.sort()) times.push({ file, ...(await timesOf(new Uint8Array(readFileSync(file)))) })
  const [ours, bare] = [sum(times.map((time) => time.ours)), sum(times.map((time) => time.bare))]
  const slowest = times.reduce((most, time) => (time.ratio > most.ratio ? time : most))
  const taken = `${ours.toFixed(0)} / ${bare.toFixed(0)} ms`
  yield said(
    ours / bare,
    0.75,
    `parse of ${files.length} PDFs of ${where} / text and operators of pdf.js alone, ${taken}`,
  )
  yield said(slowest.ratio, 1, `the slowest of them against pdf.js, ${basename(slowest.file)}`)
}

function timesOf(bytes: Uint8Array) {
  return paired({ pairs: 5, ours: () => parse(bytes.slice(), 'a.pdf'), bare: () => textAndOperators(bytes.slice()) }, 1)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
