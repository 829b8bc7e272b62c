import type { Target } from '../model.ts'
import { comparisonOf, measure, signs, tails } from './comparison.ts'
import { exact, numberPattern } from './decimal.ts'
import type { Reading } from './reading.ts'

/** A sum of money per something: `≤180元/人*天`, `3万元/家`, `每人每天180元`; else null. */
export function rate(read: Reading): Target | null {
  const match = behind.exec(read.text) ?? ahead.exec(read.text)
  if (!match?.groups) return null
  const { sign, tail, number = '', per = '' } = match.groups
  const [comparison, value] = [comparisonOf(sign, tail), exact(number)]
  if (comparison === null || value === null || /[的按以]|奖励|补[助贴]|标准/u.test(per)) return null
  const unit = read.printed(match.indices?.groups?.unit)
  return { kind: 'rate', comparison, number: value, unit, per: per.split(/[·×*、./每()]/u).filter(Boolean) }
}

const money =
  '(?:万亿|千万|百万|十万|[十百千万亿])?(?:美元|欧元|港元|港币|日元|英镑|元)(?:人民币)?|(?:万亿|千万|百万|[万亿])'

const one = String.raw`[\p{Script=Han}A-Za-z²]{1,6}?`
const several = `${one}(?:[·×*、./每]${one}){0,3}`
const figure = `(?<number>${numberPattern})(?<unit>${money})`
const end = String.raw`(?<tail>${tails})?(?:\([^()]{1,80}\))?$`
const behind = new RegExp(
  `^${measure}(?<sign>${signs})?${figure}(?:/|每)(?<per>${several}|\\(${several}\\))${end}`,
  'du',
)
const ahead = new RegExp(`^每(?<per>${several})(?:补助|补贴|奖励|标准)?(?<sign>${signs})?${figure}${end}`, 'du')
