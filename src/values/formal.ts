import type { Amount } from '../model.ts'
import { exact } from './decimal.ts'
import { numeral } from './numeral.ts'

const formalDigit = '[零壹贰叁肆伍陆柒捌玖]'
const formal = `[壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{0,24}[元圆](?:${formalDigit}{1,2}角)?(?:${formalDigit}{1,2}分)?[整正]?`
// A single ordinary digit before 元 is a word (二元结构), and after 几 or 数 a numeral is no exact one.
const ordinary =
  '(?<![几数上近第零一二两三四五六七八九十]|[一二两三四五六七八九十百千万亿][至到-])[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]{0,20}(?<=[十百千万亿])元'

/** An amount in words: 贰拾玖万元整 as on cheques, or 三十万元. */
export const wordedPattern = `${formal}|${ordinary}`

/** Read an amount in words; null when its numeral is malformed. */
export function wordedAmount(text: string): Amount | null {
  const plain = [...text].map((character) => plainDigits.get(character) ?? character).join('')
  const [, whole = '', tenth = '零', hundredth = '零'] = parts.exec(plain) ?? []
  const [yuan, jiao, fen] = [whole, tenth, hundredth].map((part) => numeral(part.replace(/^零(?=.)/u, '')))
  if (yuan == null || jiao == null || fen == null) return null
  const value = exact(`${yuan}.${jiao}${fen}`)
  return value === null ? null : { yuan: value, step: plain === text ? (steps.get(whole.slice(-1)) ?? 1) : 0.01 }
}

const parts = /^(.*)元(?:(.{1,2})角)?(?:(.{1,2})分)?整?$/u
const steps = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
])
const plainDigits = new Map<string, string>(
  [...'壹贰叁肆伍陆柒捌玖拾佰仟圆正'].map((formal, index) => [formal, '一二三四五六七八九十百千元整'.charAt(index)]),
)
