import { remembered } from '../remembered.ts'
import { matchesOf } from './matches.ts'

/** A text made easy to match, and where each of its characters came from. */
export interface Normalised {
  text: string
  /** `at[i]` is the raw index where character `i` begins; `at[text.length]` is the raw length. */
  at: number[]
  /** `ends[i]` is the raw index behind character `i`. */
  ends: number[]
}

/** One spelling for widths, signs, dashes, spaces and markup. For matching only: what is reported is the raw text. */
export const normalise: (text: string) => Normalised = remembered((text) =>
  isPlain.test(text) ? unchanged(text) : rewrites.reduce(rewrite, foldCharacters(text)),
)

// Most names are nothing but Chinese characters, of which a rewrite touches 平米, 至 and 到 alone.
const isPlain = /^[[\u4e00-\u9fff、。;:]--[平至到]]{0,60}$/v

/** A text that is in one spelling already. */
export function unchanged(text: string): Normalised {
  const at: number[] = []
  for (let index = 0; index <= text.length; index++) at.push(index)
  return { text, at, ends: at.slice(1) }
}

/** A name as it is compared with another: spaces, a closing stop and the kinds of dashes, quotes and brackets make no difference. */
export function foldName(text: string): string {
  if (isBare(text)) return text
  return normalise(text)
    .text.replace(/\s/gu, '')
    .replace(/(?<![。;,，])[。;,，]{1,4}$/u, '')
    .replace(/[“”‘’"'「」『』]/gu, '"')
    .replace(/[[【〔{]/gu, '(')
    .replace(/[\]】〕}]/gu, ')')
    .replace(/[《〈]/gu, '<')
    .replace(/[》〉]/gu, '>')
}

/** Whether a text is nothing but Chinese characters that stand for themselves. */
export function isBare(text: string): boolean {
  return bare.test(text)
}

const bare = /^[[\u4e00-\u9fff]--[平至到]]{0,60}$/v

// Every match has one of the marks in it; a text without them need not be searched.
type Rewrite = [marks: string, pattern: RegExp, becomes: string | ((match: string) => string)]

// NFKC would do the widths, but it also breaks ² ㎡ ①, so every fold is named here.
const folds = new Map<string, string>([
  ...smallForms(),
  ...pairs('—–－―─‐‑‒−', '-'),
  ...pairs('〜～∼', '~'),
  ['∕', '/'],
  ...pairs('≧⩾≮', '≥'),
  ...pairs('≦⩽≯', '≤'),
  ...pairs('\t\u00a0\u2002\u2003\u2009\u202f\u3000', ' '),
  ...pairs('\u200b\u200c\u200d\u2060\ufeff\u00ad', ''),
  ['，', '，'],
  ['\r', '\n'],
])

// In this order. Every pattern looks at a bounded stretch from where it starts, so that time grows with length only.
const rewrites: Rewrite[] = [
  ['<', /<\/?(?:p|br|div)(?:\s[^<>]{0,200})?\/?>/giu, '\n'],
  ['\\', /\\(?:text|mathrm)\{[^{}$]{0,40}\}/gu, (match) => match.slice(match.indexOf('{') + 1, -1)],
  ['\\', /\\(?:geqslant|geq|ge)(?![a-z])/gu, '≥'],
  ['\\', /\\(?:leqslant|leq|le)(?![a-z])/gu, '≤'],
  ['\\', /\\(?:times|cdot)(?![a-z])/gu, '×'],
  ['\\', /\\%/gu, '%'],
  ['$', /\$/gu, ''],
  [' ', /(?<! ) {2,}/gu, ' '],
  [' ', /(?<=\n) | (?=\n)/gu, ''],
  // One space stays between two Latin words and between two figures; 144 m is a figure and its unit.
  [' ', /(?<![\p{Script=Latin}\d]) | (?![\p{Script=Latin}\d])|(?<=\d) (?!\d)/gu, ''],
  ['d', /(?<=\p{Script=Han}) ?and ?(?=\p{Script=Han})/gu, '和'],
  ['=', />=|=>|≥=|(?<!《[^《》]{0,60})》=/gu, '≥'],
  ['=', /<=|=<|≤=|《=(?=\d)/gu, '≤'],
  ['，', /(?<!\d)，|，(?!\d)/gu, ','],
  ['-', /(?<!-)-{2,}/gu, '-'],
  [
    '~至到',
    /(?<=[\d%‰\p{Script=Han}])~|(?<=[\d年月日号底%元万个天人家次起])[至到](?=[\d第])|(?<=[年月日])[至到](?=[〇一二三四五六七八九十])/gu,
    '-',
  ],
  ['mM㎡平', /(?<![A-Za-z])[mM] ?(?:²|\^?\{?2\}?(?!\d))|㎡|平米/gu, 'm²'],
  ['*xX✕', /(?<=\d)[*xX✕](?=\d)/gu, '×'],
  ['*×xX✕•・', /(?<=\p{Script=Han})[*×xX✕•・](?=\p{Script=Han})/gu, '·'],
  ['〈', /〈〈/gu, '《'],
  ['〉', /〉〉/gu, '》'],
  ['号', /[【[(〔]\d{4}[】\])〕](?=第?\d{1,6}号)/gu, (match) => `〔${match.slice(1, 5)}〕`],
]

function foldCharacters(raw: string): Normalised {
  const at: number[] = []
  const ends: number[] = []
  let text = ''
  for (let index = 0; index < raw.length; index++) {
    const folded = fold(raw.charAt(index), raw.charCodeAt(index))
    if (folded === '') continue
    text += folded
    at.push(index)
    ends.push(index + 1)
  }
  at.push(raw.length)
  return { text, at, ends }
}

function fold(character: string, code: number): string {
  const named = folds.get(character)
  if (named !== undefined) return named
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
}

function rewrite(before: Normalised, [marks, pattern, becomes]: Rewrite): Normalised {
  if (!hasAny(before.text, marks)) return before
  const after: Normalised = { text: '', at: [], ends: [] }
  let done = 0
  for (const match of matchesOf(pattern, before.text)) {
    const [from, to] = [match.index, match.index + match[0].length]
    copy(before, after, done, from)
    place(before, after, from, to, typeof becomes === 'string' ? becomes : becomes(match[0]))
    done = to
  }
  if (done === 0) return before
  copy(before, after, done, before.text.length)
  after.at.push(before.at.at(-1) ?? 0)
  return after
}

function hasAny(text: string, marks: string): boolean {
  for (const mark of marks) if (text.includes(mark)) return true
  return false
}

function copy(before: Normalised, after: Normalised, from: number, to: number): void {
  place(before, after, from, to, before.text.slice(from, to))
}

// A replacement of equal length keeps the place of each character; any other one has the place of the whole.
function place(before: Normalised, after: Normalised, from: number, to: number, text: string): void {
  after.text += text
  const isEven = text.length === to - from
  for (let index = 0; index < text.length; index++) {
    after.at.push(before.at[isEven ? from + index : from] ?? 0)
    after.ends.push(before.ends[isEven ? from + index : to - 1] ?? 0)
  }
}

// U+FE50-FE6B: the signs that PDFs of some producers print instead of the wide ones.
function smallForms(): [string, string][] {
  const wide = [...'，、.;:?!-(){}[]#&*+-<>=\\$%@']
  return [...'﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫'].map((small, index) => [
    small,
    wide[index] ?? small,
  ])
}

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((character) => [character, to])
}
