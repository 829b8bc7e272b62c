import type { Target } from '../model.ts'
import { comparisonOf, measure, signs, tails } from './comparison.ts'
import { exact, numberPattern } from './decimal.ts'
import { numeral } from './numeral.ts'
import type { Reading } from './reading.ts'

/** A number with its counter, or a range of numbers: `≥40 家`, `不少于40家`, `85%以上`, `10-50 万美元`; else null. */
export function quantity(read: Reading): Target | null {
  return number(read) ?? range(read)
}

const counters =
  '个|家|人|名|次|场|件|份|项|套|台|辆|户|期|天|日|年|月|周|元|篇|册|门|座|间|处|所|批|条|支|班|节|例|轮|届|小时|分钟'
const letters = String.raw`[\p{Script=Han}A-Za-z%‰℃²³·/、]`
// 9O% and 1l0家 are figures that a recogniser or a typist spoilt, so that 9 and 1 are none.
const spoilt = '[OolI〇零]|[A-Za-z]{1,3}[%‰]'
// 台（套） and 人（次） are one counter; （抽查） and （含税） are remarks.
const other = String.raw`(?![含以及每首本各共约全新])\p{Script=Han}次?`
const unit = String.raw`(?!${spoilt})${letters}{0,12}?(?:(?<![%‰\d])\(${other}(?:[、/]${other}){0,3}\))?`
// 100（%） and 300（人次） have their unit in brackets.
const wrapped = String.raw`(?:(?<=\d)\((?<wrapped>[%‰]|(?:亿|百?万|千)?元|${other})\))?`
const remark = String.raw`(?:\([^()]{1,80}\))?`
const done = '(?:(?<=%)(?:完成|达标|覆盖|到位|合格|发放|执行))?'
const single = new RegExp(
  `^${measure}(?<sign>${signs})?(?:(?<number>(?:(?<=[≥≤><=])-)?${numberPattern})(?<about>[余多])?(?<unit>${unit})${wrapped}|百分之(?<percent>${numberPattern}|[一二三四五六七八九十百]{1,5})|(?<numeral>[零一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]{0,12})(?<counter>(?:${counters}|家次|人次|批次|个[\\p{Script=Han}]{1,4}?|万元|元)))${done}(?<tail>${tails})?${remark}$`,
  'du',
)
const pair = new RegExp(
  `^${measure}=?(?<from>${numberPattern})(?<first>${unit})-(?<to>${numberPattern})(?<unit>${unit})${remark}$`,
  'du',
)
// With these in it, what follows a number is a clause, not a counter.
const clause =
  /[的不无未已达增减超奖补]|^(?:小时|分钟|天|日|年|个工作日|个月)\p{Script=Han}|提高|提升|下降|降低|覆盖|完成|及时|合格|满意|以[上下内]/u

// 10万余人 is 10 万人, and some.
const scaled = /^(?:((?:千|百|十)?[千百万亿])([余多]))?(.*)$/su

function number(read: Reading): Target | null {
  const match = single.exec(read.text)
  if (!match?.groups) return null
  const { sign, tail, percent, numeral: worded, number: digits = '' } = match.groups
  const value = worded ? numeral(worded) : percent ? (exact(percent) ?? numeral(percent)) : exact(digits)
  const part = worded ? 'counter' : match.groups.wrapped ? 'wrapped' : 'unit'
  const [, scale = '', spread, rest] = scaled.exec(read.printed(match.indices?.groups?.[part])) ?? []
  const about = match.groups.about ?? spread
  const comparison = about ? '≈' : comparisonOf(sign, tail)
  const printed = percent ? '%' : percentSign(scale + rest)
  const isYear = !sign && /^(?:19|20)\d{2}$/u.test(digits) && printed.startsWith('年')
  if (comparison === null || value === null || isYear || clause.test(printed)) return null
  return { kind: 'number', comparison, number: value, unit: printed, explicit: Boolean(sign ?? tail ?? about) }
}

function range(read: Reading): Target | null {
  const match = pair.exec(read.text)
  if (!match?.groups) return null
  const { from: low = '', to: high = '', first = '', unit: last = '' } = match.groups
  const [from, to] = [exact(low), exact(high)]
  const isOther = first !== '' && !last.startsWith(first)
  if (from === null || to === null || isOther || clause.test(last) || isDateOrPhone(low, high, last)) return null
  return { kind: 'range', from, to, unit: percentSign(read.printed(match.indices?.groups?.unit)) }
}

// 2021-2023年 and 1-12月 are periods, 0353-2296696 is a telephone number.
function isDateOrPhone(low: string, high: string, unit: string): boolean {
  const isYears = /^(?:19|20)\d{2}-(?:19|20)\d{2}年?$/u.test(`${low}-${high}${unit}`)
  return isYears || unit === '月' || (unit === '' && (/^0\d/u.test(low) || high.length > 6))
}

function percentSign(unit: string): string {
  return unit === '百分比' ? '%' : unit.replace(/[％﹪]/u, '%')
}
