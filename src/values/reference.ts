import { type Found, found } from './found.ts'
import { matchesOf } from './matches.ts'
import { type Normalised, normalise } from './normalise.ts'

/** A document number: 阳政办发〔2018〕14号, with the title printed before it. */
export interface DocumentNumber {
  /** Normal form: no spaces, 〔〕, no leading zero. */
  number: string
  /** Empty where a number is printed without one, as minutes are. */
  issuerCode: string
  year: number
  serial: number
  title?: string
}

/** The document numbers in a text, in printed order; the place is that of the number, without its title. */
export function findReferences(text: string): Found<DocumentNumber>[] {
  const copy = normalise(text)
  return matchesOf(/〔(\d{4})〕第?(\d{1,6})号(?!令)/gu, copy.text).map((match) => {
    const issuerCode = codeBefore(copy.text.slice(Math.max(0, match.index - reach), match.index))
    const from = match.index - issuerCode.length
    const [year, serial, title] = [Number(match[1]), Number(match[2]), titleBefore(text, copy, from)]
    const value = { number: `${issuerCode}〔${year}〕${serial}号`, issuerCode, year, serial, ...(title && { title }) }
    return found(text, copy, from, match.index + match[0].length, value)
  })
}

// How far a code, or a title, may reach back from the number.
const reach = 60
const titleReach = 400

const longestCode = 12
// A code follows a verb of citing or the kind of a document …
const words =
  /(?:批复|复函|报告|请示|公告)(?=[和及与])|符合|满足|结合|对照|遵循|包括|其中|有关|相关|根据|依据|按照|依照|参照|遵照|关于|印发|下发|转发|发布|出台|制定|文件|通知|意见|办法|规定|方案|纪要|决定|精神|要求|执行|落实|贯彻|以及|年度|详见|[的了]/gu
// … or the full name of its issuer, but not the short one that is part of it: 人社部发, 工信部联企业.
const bodies =
  /(?:人民政府|政府|委员会|办公室|办公厅|(?<=\p{Script=Han}{2})局|[省市县区党]委(?!办)|(?<=\p{Script=Han}{2})(?<!人社|工信|住建|交通)[厅部])(?=\p{Script=Han}{2})|(?:人社|工信|住建|交通)[厅部](?!联)(?=\p{Script=Han}{3})|(?:发改|卫健|国资)委(?=\p{Script=Han}{3})/gu

function codeBefore(text: string): string {
  const [, run = ''] = /$(?<=(\p{Script=Han}*))/u.exec(text) ?? []
  const code = behind(bodies, behind(words, run)).replace(/^(?:号文?|文|年|等|[按据如为是在对将])*/u, '')
  const isList = code.length < run.length || /[》)]$/u.test(text.slice(0, text.length - run.length))
  const name = isList ? code.replace(/^[和及与]/u, '') : code
  return name.length > longestCode ? '' : name
}

function behind(pattern: RegExp, name: string): string {
  const last = matchesOf(pattern, name).at(-1)
  return last ? name.slice(last.index + last[0].length) : name
}

function titleBefore(raw: string, { text, at }: Normalised, from: number): string | undefined {
  const close = text.charAt(from - 1) === '(' ? from - 2 : from - 1
  if (text.charAt(close) !== '》') return undefined
  let depth = 0
  for (let index = close; index >= Math.max(0, close - titleReach); index--) {
    if (text.charAt(index) === '》') depth++
    if (text.charAt(index) === '《') depth--
    if (depth === 0) return raw.slice(at[index + 1], at[close])
  }
  return undefined
}
