import { exact, numberPattern, shift } from './decimal.ts'
import { matchesOf } from './matches.ts'
import { normalise } from './normalise.ts'

/** The cases that one grade of a standard is for: 200-500万元（不含500万元） are 200 and more, and less than 500. */
export interface Interval {
  low?: Bound
  high?: Bound
  unit: string
  /** What is measured, when it is named: 投入额, 零售额. */
  subject: string
}

export interface Bound {
  number: number
  isIncluded: boolean
}

/** The interval that a condition names: 500万元及以上, 10-50万美元(含50万), 不满100人; null when it names none or several. */
export function interval(text: string): Interval | null {
  if (!/\d/u.test(text)) return null
  const plain = normalise(text).text.replace(/(?<=[\d万亿元)])[至到~](?=\d)/gu, '-')
  return plain.length > longest ? null : (between(plain) ?? beyond(plain))
}

/** How two neighbouring intervals of one measure meet: not at all, with a gap, or in common numbers. */
export function meeting(lower: Interval, upper: Interval): 'apart' | 'gap' | 'overlap' {
  const [end, start] = [lower.high, upper.low]
  if (!end || !start || end.number > start.number) return 'overlap'
  if (end.number < start.number) return isNext(end, start, lower.unit) ? 'apart' : 'gap'
  if (end.isIncluded && start.isIncluded) return 'overlap'
  return end.isIncluded || start.isIncluded ? 'apart' : 'gap'
}

// Whole things are counted: 1-10 家 and 11-20 家 leave nothing out.
function isNext(end: Bound, start: Bound, unit: string): boolean {
  const isWhole = Number.isInteger(end.number) && Number.isInteger(start.number)
  return (
    isWhole && start.number - end.number === 1 && end.isIncluded && start.isIncluded && !/[元²米亩吨里%]/u.test(unit)
  )
}

const longest = 120

const scale = '(?:万亿|千万|百万|[万亿])'
const thing =
  '(?:美元|欧元|元|家次|人次|平方米|m²|公里|小时|批次|公斤|千瓦|公顷|立方米|周岁|[个家人名户亩吨场次台套件年天分层岁级辆头只株项床张米%])'
const figure = (name: string) => `(?<${name}>${numberPattern})(?<${name}Unit>${scale}?${thing}?)`
// (含), (不含500万元) and ,含50万 say whether an end belongs to the interval.
const remark = (name: string) =>
  String.raw`(?:[(,]?(?<${name}>不含|含)(?:本数|(?<${name}Of>${numberPattern})${scale}?${thing}?)?\)?)?`
const range = new RegExp(`${figure('from')}${remark('first')}-${figure('to')}${remark('second')}`, 'u')
const above = '不少于|不低于|不小于|大于等于|至少|≥|超过|高于|大于|多于|>'
const below = '不超过|不高于|不大于|不多于|小于等于|≤|低于|小于|少于|不足|不满|未满|<'
const end = new RegExp(
  String.raw`(?<sign>(?<![不])(?:${above})|${below})?(?:达到|在|为|达)?${figure('number')}${remark('inner')}(?<tail>(?:及|\(含\))?以?[上下内])?${remark('outer')}`,
  'gu',
)

function between(plain: string): Interval | null {
  const { index = 0, groups } = range.exec(plain) ?? {}
  if (!groups) return null
  const { from = '', fromUnit = '', to = '', toUnit = '', first, second, secondOf } = groups
  const [low, high] = [numberOf(from, fromUnit || toUnit), numberOf(to, toUnit)]
  if (low === null || high === null) return null
  const isOfLow = secondOf !== undefined && numberOf(secondOf, toUnit) === low
  return {
    low: { number: low, isIncluded: (isOfLow ? second : first) !== '不含' },
    high: { number: high, isIncluded: isOfLow || second !== '不含' },
    unit: unitOf(toUnit),
    subject: subjectOf(plain.slice(0, index)),
  }
}

// 100万元以上500万元以下 has two ends, 超过500万元 has one.
function beyond(plain: string): Interval | null {
  const matches = matchesOf(end, plain).filter(({ groups }) => groups?.sign || groups?.tail)
  const ends = matches.map(({ groups = {} }) => boundOf(groups))
  const [lows, highs] = [ends.filter(({ isLow }) => isLow), ends.filter(({ isLow }) => !isLow)]
  if (ends.length === 0 || lows.length > 1 || highs.length > 1) return null
  const [low, high] = [lows[0]?.bound, highs[0]?.bound]
  return {
    ...(low && { low }),
    ...(high && { high }),
    unit: unitOf(matches.map(({ groups }) => groups?.numberUnit ?? '').findLast(Boolean) ?? ''),
    subject: subjectOf(plain.slice(0, matches[0]?.index)),
  }
}

function boundOf(groups: Record<string, string | undefined>): { isLow: boolean; bound: Bound } {
  const { sign = '', tail = '', number = '', numberUnit = '', inner, outer } = groups
  const isStrict = /^(?:超过|高于|大于(?!等于)|多于|>|低于|小于(?!等于)|少于|不足|不满|未满|<)/u.test(sign)
  const isLow = tail ? tail.endsWith('上') : isAbove.test(sign)
  const said = outer ?? inner
  return {
    isLow,
    bound: { number: numberOf(number, numberUnit) ?? 0, isIncluded: said ? said === '含' : !isStrict },
  }
}

const isAbove = new RegExp(`^(?:${above})`, 'u')
const powers = new Map([
  ['万亿', 12],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['万', 4],
])

function numberOf(digits: string, unit: string): number | null {
  const power = [...powers].find(([name]) => unit.startsWith(name))?.[1] ?? 0
  return exact(shift(digits, power))
}

// 万 alone is money, as in 500万以上.
function unitOf(unit: string): string {
  return unit.replace(leadingScale, '') || (unit ? '元' : '')
}

const leadingScale = new RegExp(`^${scale}`, 'u')

function subjectOf(before: string): string {
  return before.replace(/[\s的在且并,、;:()]/gu, '').replace(/(?:达到|达|为|满)$/u, '')
}
