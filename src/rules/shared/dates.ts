import type { Period } from '../../model.ts'

/** The first and the last day that a date printed as year, month or day covers. */
export interface Days {
  first: string
  last: string
}

/** The days of an ISO 8601 date of any precision; none when there is no such day. */
export function daysOf(date: string): Days | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/u.exec(date) ?? []
  if (!year) return undefined
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const length = monthLength(Number(year), Number(month))
  if (length === undefined || (day && (Number(day) < 1 || Number(day) > length))) return undefined
  return { first: `${year}-${month}-${day ?? '01'}`, last: `${year}-${month}-${day ?? length}` }
}

/** The days from the start to the end of a period; none when an end is missing or no real date. */
export function spanOf({ start, end }: Period): Days | undefined {
  const [from, to] = [start && daysOf(start), end && daysOf(end)]
  return from && to ? { first: from.first, last: to.last } : undefined
}

/** The days that a date recurring every year (--10-31, --08) has in the years of a span. */
export function recurring(date: string, { first, last }: Days): Days[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  const years = Array.from({ length: Math.min(Math.max(to - from, 0), 20) + 1 }, (_, index) => from + index)
  return years.flatMap((year) => daysOf(`${year}${date.slice(1)}`) ?? [])
}

function monthLength(year: number, month: number): number | undefined {
  if (month < 1 || month > 12) return undefined
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}
