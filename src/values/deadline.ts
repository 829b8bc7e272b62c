import type { Target } from '../model.ts'
import { numberPattern } from './decimal.ts'
import { iso, lastDay, type Moment, padded, readMoment, withDigits } from './moment.ts'
import { span } from './period.ts'
import type { Reading } from './reading.ts'

type Deadline = Extract<Target, { kind: 'deadline' }>

/** A point in time by which something is due: `2021年10月31日前`, `每年8月底前`, `2021年底前`; else null. */
export function deadline(read: Reading): Target | null {
  const { 0: lead = '', groups } = opening.exec(read.text) ?? {}
  const rest = withDigits(read.text.slice(lead.length))
  const isSaid = Boolean(groups?.time ?? groups?.limit)
  if (!isSaid && /^\d{4}-\d{4}[之以]?内?$/u.test(rest)) return null
  const end = span(rest.replace(/(?:之|以)?[前内]$/u, ''))?.end
  if (end) return { kind: 'deadline', by: end, precision: precisions[end.split('-').length - 1] ?? 'day' }
  const { moment, length } = readMoment(rest) ?? { moment: {}, length: 0 }
  const tail = closing.exec(rest.slice(length))?.groups
  // ≤12月 is rather a number of months, ≤12月底 is none.
  const isNumber = groups?.sign !== undefined && !tail?.part && moment.year === undefined && moment.day === undefined
  if (!tail || isNumber || (length === 0 && !groups?.year && !tail.part?.startsWith('年'))) return null
  if (!isSaid && !tail.part && !/[前止]$/u.test(tail.bound ?? '') && figure.test(rest.slice(0, length))) return null
  const bound = tail.bound ?? (groups?.limit || /[≤<]/u.test(groups?.sign ?? '') ? '止' : undefined)
  return due(moment, tail.part, bound, tail.act ?? '')
}

const precisions = ['year', 'month', 'day'] as const
const opening =
  /^(?<time>\p{Script=Han}{0,10}(?:时间|时限|期限|日期):?)?(?:(?<sign>[≤<=])|(?<limit>截[至止](?:到|至|于)?|最迟|不[晚迟]于)|于|在|确保|力争)?(?<year>每年度?|当年度?|本年度?)?/u
// 2000, ≤2020.5万元 and 2000-3000 are figures, whatever date they could be, until a word says that something is due.
const figure = new RegExp(`^${numberPattern}$`, 'u')
const closing =
  /^(?<part>年?[底末终]|[上中下]旬)?(?<bound>(?:之|以)?前|年?度?内|截?止)?(?<act>(?![一二两三四五六七八九十])\p{Script=Han}{0,14})$/u

function due(moment: Moment, part: string | undefined, bound: string | undefined, act: string): Deadline | null {
  if (!bound && act !== '' && act !== '完成') return null
  const isWithin = !bound || (bound.endsWith('内') && moment.month !== undefined)
  const found = moment.month === undefined ? ofYear(moment.year, part, bound) : ofMonth(moment, moment.month, part)
  return found && { kind: 'deadline', ...found, ...(isWithin && { bound: 'in' }) }
}

// The end of a year, or the year itself when neither its end nor 内 is said.
function ofYear(
  year: number | undefined,
  part: string | undefined,
  bound = '',
): Pick<Deadline, 'by' | 'precision'> | null {
  if (part?.endsWith('旬')) return null
  if (part || bound.endsWith('内')) return { by: `${year ?? '-'}-12-31`, precision: 'year' }
  return year === undefined ? null : { by: String(year), precision: 'year' }
}

function ofMonth(moment: Moment, month: number, part = ''): Pick<Deadline, 'by' | 'precision'> {
  const tenth = ['上旬', '中旬'].indexOf(part) + 1
  const day = moment.day ?? (tenth ? tenth * 10 : part ? lastDay(moment.year, month) : undefined)
  const by = iso({ ...moment, day }) ?? `--${padded(month)}${day ? `-${padded(day)}` : ''}`
  return { by, precision: moment.day ? 'day' : 'month' }
}
