import { exact, numberPattern } from './decimal.ts'
import { normalise } from './normalise.ts'

/** A weight or a score: `5`, `10分`, `22.5`, `（10）`, `86.2%`; null when the text is anything else. */
export function number(text: string): number | null {
  const { groups } = figure.exec(normalise(text).text.trim()) ?? {}
  if (groups?.digits) return exact(groups.digits)
  return groups?.numeral ? numeral(groups.numeral) : null
}

/** A Chinese numeral: 两, 半, 十, 一百零五, 一万二, 二〇二一; null when the text is none, as 五六百 and 十四五 are not. */
export function numeral(text: string): number | null {
  if (text === '半') return 0.5
  if (/^[零〇一二三四五六七八九]{4}$/u.test(text)) return exact([...text].map((digit) => digits.get(digit)).join(''))
  return text !== '' && text.length <= 30 && wellFormed.test(text) ? sum([...text]) : null
}

const figure = new RegExp(
  String.raw`^\(?(?:(?<digits>[-+]?${numberPattern})|(?<numeral>[零〇一二两三四五六七八九十百]{1,8}))(?:分|%)?\)?$`,
  'u',
)
const digits = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]))
digits.set('〇', 0).set('两', 2)
const places = new Map([...'十百千'].map((place, power) => [place, 10 ** (power + 1)]))
const myriads = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
])

const digit = '[一二两三四五六七八九]'
const section = `(?:[零〇]?${digit}千)?(?:[零〇]?${digit}百)?(?:[零〇]?${digit}?十)?(?:[零〇]?${digit})?`
const wellFormed = new RegExp(`^(?:[零〇]|(?:(?=[^万亿])${section}万?亿)?(?:(?=[^万])${section}万)?${section})$`, 'u')

function sum(characters: string[]): number {
  let [total, section, digit, last] = [0, 0, 0, 1]
  for (const character of characters) {
    const [place, myriad] = [places.get(character), myriads.get(character)]
    if (place) {
      section += (digit || 1) * place
      ;[digit, last] = [0, place]
    } else if (myriad) {
      const part = section + digit
      total = myriad > total ? (total + part) * myriad : total + part * myriad
      ;[section, digit, last] = [0, 0, myriad]
    } else {
      digit = digits.get(character) ?? 0
      // A zero before the last digit says that it counts ones: 一百零二, but 一百二 is 120.
      if (digit === 0) last = 1
    }
  }
  return total + section + (last > 1 ? (digit * last) / 10 : digit)
}
