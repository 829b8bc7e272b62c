import type { Amount } from '../model.ts'
import { amount, findAmounts } from './amount.ts'
import { counters, findCounts } from './count.ts'
import { numberPattern } from './decimal.ts'
import type { Found } from './found.ts'
import { matchesOf } from './matches.ts'
import { unchanged } from './normalise.ts'

/** An amount of money in prose, and, when it is the price of one thing, of what: 2 万元 each 场. */
export interface Money extends Found<Amount> {
  per: string[]
}

/** The amounts in a normalised text, in printed order. What only says which case a standard is for is none of them. */
export function moneyIn(plain: string): Money[] {
  const prices = matchesOf(priced, plain).flatMap((match): Found<Amount>[] => {
    const value = amount(match[0])
    return value ? [{ start: match.index, end: match.index + match[0].length, value, text: match[0] }] : []
  })
  return [...findAmounts(plain, unchanged(plain)), ...prices]
    .filter((found) => !isThreshold(plain, found))
    .sort((a, b) => a.start - b.start)
    .map((found) => ({ ...found, per: thingsOf(plain, found) }))
}

/** Whether an amount is the price of one thing. What is paid once a year is what the year costs. */
export function isPrice({ per }: Money): boolean {
  return per.some((thing) => !thing.startsWith('年'))
}

// 36万元/年
const priced = new RegExp(`(?<![\\d.,])${numberPattern}(?:[万亿千百]|十万|百万|千万)?元(?=/|每[^\\d])`, 'gu')

// 200-500万元的 and 500万元以上的 say which case a standard is for, 最高 and 不超过 what none may exceed.
function isThreshold(plain: string, { start, end }: Found<Amount>): boolean {
  const behind = plain.slice(end, end + 8)
  const before = plain.slice(Math.max(0, start - 14), start)
  return (
    /^(?:及|\(含\)|\(?不?含?\)?)?以[上下内]|^(?:左右)?不等/u.test(behind) ||
    /[\d万元]-$|(?:最高|不超过|不高于|上限|限额)[^\d,;。、:]{0,4}$|(?:满|达到|超过)$/u.test(before) ||
    /以[上下内]的?[一-鿿]{0,4}(?:奖励|补助|补贴|奖补|资助)[一-鿿]{0,2}$/u.test(before)
  )
}

function thingsOf(plain: string, { start, end }: Found<Amount>): string[] {
  const [before, behind] = [plain.slice(Math.max(0, start - 24), start), plain.slice(end, end + 24)]
  const product = factors.exec(before)?.[0] ?? /^[×*xX].{1,20}/u.exec(behind)?.[0]
  if (product) return [...findCounts(product).map(({ value }) => value.unit), ...(/[年月]/u.exec(product) ?? [])]
  const ahead = /(?:每|人均|单价|均价)[^\d,;。:、]{0,14}$/u.exec(before)?.[0]
  const after = /^(?:\/|每)[一-鿿m²·./]{1,10}/u.exec(behind)?.[0]
  const [named] = [ahead, after].map(thingsIn).filter((list) => list.length > 0)
  if (named || !(ahead ?? after)) return named ?? []
  return [/^[单均]价[为约按]?$/u.test(ahead ?? '') ? each : '元']
}

function thingsIn(words = ''): string[] {
  return matchesOf(things, words.replace('人均', '每人')).map(([, thing = '']) => thing)
}

/** What a price is per that does not say it: 20台，单价5000元. */
export const each = '各'

// 20人×3天×150元
const factors = new RegExp(`(?:\\d[\\d.]{0,9}(?:${counters}|年|月)[×*xX]){1,4}$`, 'u')
const things = new RegExp(`(?:每|[/·.])((?:${counters})|年度?|个?月|季度|天|日|分)`, 'gu')
