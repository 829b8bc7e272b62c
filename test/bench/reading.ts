import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { parse } from '../../src/parse.ts'
import { type Comparison, compare, paired, said, textAndOperators } from './compare.ts'

const pdf = new Uint8Array(readFileSync('fixtures/yangquan-2021/report.pdf'))
const docx = new Uint8Array(readFileSync('fixtures/yangquan-2021/report.docx'))

const word: Comparison = {
  name: 'parse of a Word file / HTML of mammoth alone',
  target: 1.25,
  pairs: 15,
  ours: () => parse(docx.slice(), 'report.docx'),
  bare: () => mammoth.convertToHtml({ buffer: Buffer.from(docx) }),
}

/** Reads warm, in this process: a PDF page by page, and a Word file. */
export async function* reading(): AsyncGenerator<string> {
  const pages = await textAndOperators(pdf.slice())
  const { ratio, ours, bare } = await paired({
    pairs: 15,
    ours: () => parse(pdf.slice(), 'report.pdf'),
    bare: () => textAndOperators(pdf.slice()),
  })
  const [fast, plain] = [ours, bare].map((time) => ((pages / time) * 1000).toFixed(0))
  const times = `${ours.toFixed(0)} / ${bare.toFixed(0)} ms, ${fast} / ${plain} pages a second`
  yield said(ratio, 0.75, `parse of a PDF / text and operators of pdf.js alone, ${times}`)
  yield await compare(word)
}
