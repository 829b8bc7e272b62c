import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { extract } from '../../src/extract.ts'
import { parse } from '../../src/parse.ts'
import { validate } from '../../src/validate.ts'
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

/** Reads warm, in this process: a PDF page by page, a Word file, and all rules on what was read anew each time. */
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
  yield await compare(await rules())
}

// What the rules remember of a disclosure would make the second time cheap, so each run has its own.
async function rules(): Promise<Comparison> {
  const unseen = await Promise.all(Array.from({ length: 18 }, () => extract(pdf.slice(), 'report.pdf')))
  return {
    name: 'all rules / parse of a PDF',
    target: 0.05,
    pairs: 15,
    ours: () => {
      const disclosure = unseen.pop()
      if (!disclosure) throw new Error('there are too few disclosures')
      return validate(disclosure)
    },
    bare: () => parse(pdf.slice(), 'report.pdf'),
  }
}
