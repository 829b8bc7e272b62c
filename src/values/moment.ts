import { numeral } from './numeral.ts'

/** A day, a month or a year as printed; the year is absent in 10月31日. */
export interface Moment {
  year?: number | undefined
  month?: number | undefined
  day?: number | undefined
}

/** The moment at the start of a text in which numerals are digits already, and how many characters it takes. */
export function readMoment(text: string): { moment: Moment; length: number } | null {
  for (const pattern of patterns) {
    const { 0: matched = '', groups } = pattern.exec(text) ?? {}
    if (!groups) continue
    const [year, month, day] = [groups.year, groups.month, groups.day].map((part) => (part ? Number(part) : undefined))
    return isReal({ year, month, day }) ? { moment: { year, month, day }, length: matched.length } : null
  }
  return null
}

/** ISO 8601 to the printed precision; null when the year is not printed. */
export function iso({ year, month, day }: Moment): string | null {
  if (year === undefined) return null
  return [String(year), month, day]
    .filter((part) => part !== undefined)
    .map(padded)
    .join('-')
}

/** The last day of a month; of a month of no year, the last in any year but a leap year. */
export function lastDay(year: number | undefined, month: number): number {
  return new Date(Date.UTC(year ?? 2001, month, 0)).getUTCDate()
}

/** Two digits: 3 → 03. */
export function padded(part: number | string): string {
  return String(part).padStart(2, '0')
}

/** Write the Chinese numerals of a date as digits: 二〇二一年十月 → 2021年10月. */
export function withDigits(text: string): string {
  return text.replace(/[〇零○一二两三四五六七八九十]{1,4}(?=[年月日号季个])/gu, (name) =>
    String(numeral(name.replaceAll('○', '〇')) ?? name),
  )
}

const year = String.raw`(?<year>(?:19|20)\d{2})`
const month = `(?<month>1[0-2]|0?[1-9])`
const day = String.raw`(?<day>3[01]|[12]\d|0?[1-9])`
const patterns = [
  `^${year}年度?${month}月(?:份)?(?:${day}[日号])?`,
  String.raw`^${year}[-./]${month}(?:[-./]${day})?(?![\d月年])[日号]?`,
  String.raw`^${year}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d)`,
  String.raw`^${year}(?:年度?|全年度?)?(?!\d)`,
  `^${month}月(?:份)?(?:${day}[日号])?`,
].map((pattern) => new RegExp(pattern, 'u'))

function isReal({ year, month, day }: Moment): boolean {
  return month === undefined || day === undefined || day <= lastDay(year ?? 2000, month)
}
