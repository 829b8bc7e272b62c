import type { Period } from '../model.ts'
import { type Found, found } from './found.ts'
import { matchesOf } from './matches.ts'
import { iso, lastDay, type Moment, padded, readMoment, withDigits } from './moment.ts'
import { normalise } from './normalise.ts'
import { numeral } from './numeral.ts'

/** The period that a text states; a reversed one stays as printed, and either end may be absent. */
export function period(text: string): Period | null {
  const plain = plainOf(text)
  return span(plain) ?? single(plain) ?? within(plain)
}

/** The date that a text states, to the printed precision. */
export function date(text: string): string | null {
  const plain = plainOf(text).replace(/(?<=\d) ?\d{1,2}:\d{2}(?::\d{2})?$/u, '')
  const read = readMoment(plain)
  const isWhole = read !== null && read.length === plain.length && read.moment.month !== undefined
  return isWhole ? iso(read.moment) : null
}

/** The years in a text: 2021 年, 2021年度, 二〇二一年; of 2023-2025年 the first and the last. */
export function findYears(text: string): Found<number>[] {
  const copy = normalise(text)
  return matchesOf(years, copy.text).map((match) => {
    const name = match[0].replace('年', '')
    return found(text, copy, match.index, match.index + match[0].length, numeral(name) ?? Number(name))
  })
}

const digits = String.raw`(?:19|20)\d{2}`
const words = '[一二][〇零九][〇零一二三四五六七八九]{2}'
const years = new RegExp(
  String.raw`(?<![\d.])${digits}年|${words}年|(?<![\d.]|\d-)${digits}(?=[-~至到]${digits}年)|${words}(?=[-~至到]${words}年)`,
  'gu',
)

/** A term in years: `3 年`, `一年`, `1年（2024年）`, `12个月`, `2021-2023年`. */
export function term(text: string): { years: number } | null {
  const plain = plainOf(text)
  const years = /^(?:共|为期)?([1-9]\d?)(?:个年度|年)(?:期|周期|结束)?$/u.exec(plain)?.[1]
  if (years) return { years: Number(years) }
  const months = /^(\d{1,3})个月$/u.exec(plain)?.[1]
  if (Number(months) > 0 && Number(months) % 12 === 0) return { years: Number(months) / 12 }
  const { start, end } = span(plain) ?? {}
  return start && end ? wholeYears(start, end) : null
}

function wholeYears(start: string, end: string): { years: number } | null {
  const [firstYear = 0, firstMonth = 1, firstDay = 1] = start.split('-').map(Number)
  const [lastYear = 0, lastMonth = 12, last] = end.split('-').map(Number)
  const count = (lastYear - firstYear) * 12 + lastMonth - firstMonth + 1
  const isWhole = firstDay === 1 && (last ?? lastDay(lastYear, lastMonth)) === lastDay(lastYear, lastMonth)
  return isWhole && count > 0 && count % 12 === 0 ? { years: count / 12 } : null
}

/** The dates in a text that no calendar has, as printed: 2023年11月31日, 2023年2-13月. */
export function unrealDates(text: string): string[] {
  const plain = withDigits(normalise(text).text)
  return matchesOf(calendar, plain).flatMap(({ 0: printed, groups = {} }) => {
    const { year, month = groups.numeric, day = groups.date, last } = groups
    const isReal =
      [month, last ?? month].every(isMonth) && (day === undefined || isDay(Number(year), Number(month), day))
    return isReal ? [] : [printed]
  })
}

const calendar = new RegExp(
  String.raw`(?<!\d)(?<year>${digits})(?:年(?:(?<month>\d{1,2})(?:月(?:(?<day>\d{1,2})[日号])?|-(?<last>\d{1,2})月))|(?<sign>[-./])(?<numeric>\d{1,2})\k<sign>(?<date>\d{1,2})(?!\d))`,
  'gu',
)

// Without a closing remark in brackets and without the words that only surround a date.
function plainOf(text: string): string {
  const plain = withDigits(normalise(text).text.trim())
  return plain
    .replace(/^[自从于在]/u, '')
    .replace(/[。;,]$/u, '')
    .replace(/\([^()]{0,30}\)$/u, '')
    .replace(/(?:止|结束|完成)$/u, '')
}

function named(plain: string): Period | null {
  const [, year, part = '', first, last] =
    /^(\d{4})年?度?(?:(上半年|下半年)|第?([1-4])(?:季度)?(?:-第?([1-4]))?季度|全年度?)$/u.exec(plain) ?? []
  if (!year) return null
  if (part) return months(year, part === '上半年' ? 1 : 7, part === '上半年' ? 6 : 12)
  if (first) return months(year, Number(first) * 3 - 2, Number(last ?? first) * 3)
  return { start: year, end: year }
}

function months(year: string, first: number, last: number): Period {
  return { start: `${year}-${padded(first)}`, end: `${year}-${padded(last)}` }
}

/** The period from one date to another that a normalised text is. */
export function span(plain: string): Period | null {
  return named(plain) ?? ofMonths(plain) ?? ofMoments(plain)
}

function ofMonths(plain: string): Period | null {
  const [, year, first, last] = /^(\d{4})(?:年度?|[./])(\d{1,2})月?-(\d{1,2})月?$/u.exec(plain) ?? []
  return year && isMonth(first) && isMonth(last) ? months(year, Number(first), Number(last)) : null
}

function ofMoments(plain: string): Period | null {
  const start = readMoment(plain)
  if (!start) return null
  const [joint = ''] = /^(?:起|开始)?-/u.exec(plain.slice(start.length)) ?? []
  const rest = plain.slice(start.length + joint.length)
  const end = joint ? (readMoment(rest) ?? readDay(rest, start.moment)) : null
  return end && end.length === rest.length
    ? between(start.moment, { ...end.moment, year: end.moment.year ?? start.moment.year })
    : null
}

function isMonth(text: string | undefined): boolean {
  return text !== undefined && Number(text) >= 1 && Number(text) <= 12
}

function isDay(year: number | undefined, month: number, day: string): boolean {
  return Number(day) >= 1 && Number(day) <= lastDay(year, month)
}

function readDay(text: string, { year, month }: Moment): { moment: Moment; length: number } | null {
  const day = /^(\d{1,2})[日号]$/u.exec(text)?.[1]
  if (!day || !month || !isDay(year, month, day)) return null
  return { moment: { year, month, day: Number(day) }, length: text.length }
}

function between(from: Moment, to: Moment): Period | null {
  const [start, end] = [iso(from), iso(to)]
  return start && end ? { start, end } : null
}

function single(plain: string): Period | null {
  const read = readMoment(plain)
  const moment = read && iso(read.moment)
  if (!moment) return null
  const rest = plain.slice(read.length)
  if (rest === '') return { start: moment, end: moment }
  if (/^(?:起|开始|启动|-|-今)$/u.test(rest)) return { start: moment }
  return /^(?:底|末)?(?:之?前|以前)$/u.test(rest) ? { end: moment } : null
}

// In a sentence the period counts only when it is the only one.
function within(plain: string): Period | null {
  if (plain.length > 400) return null
  const [found, ...others] = matchesOf(spans, plain)
  return found && others.length === 0 ? span(found[0]) : null
}

const dates = String.raw`(?:\d{4}(?:年度?|[./-])(?:\d{1,2}(?:月|[./-])?(?:\d{1,2}[日号]?)?)?)`
const spans = new RegExp(String.raw`(?<!\d)${dates}起?-(?:${dates}|\d{1,2}月(?:\d{1,2}[日号])?)`, 'gu')
