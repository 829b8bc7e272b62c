import type { Amount } from '../model.ts'
import { exact, fractionDigits, numberPattern, shift } from './decimal.ts'
import { wordedAmount, wordedPattern } from './formal.ts'
import { type Found, found } from './found.ts'
import { matchesOf } from './matches.ts'
import { type Normalised, normalise } from './normalise.ts'

export type { Found } from './found.ts'

/** A unit of money in which a figure, a column or a table is stated. */
export type MoneyUnit = '元' | '十元' | '百元' | '千元' | '万元' | '十万元' | '百万元' | '千万元' | '亿元' | '万亿元'

/** The amount in a cell. A unit in the text wins over `unit`; null without any unit, and when the text is no amount. */
export function amount(text: string, unit?: MoneyUnit): Amount | null {
  return figured(normalise(text).text, unit)
}

function figured(plain: string, unit?: MoneyUnit): Amount | null {
  const bare = plain.trim().replace(/[。;,]$/u, '')
  const { worded, sign = '', figures = '', figure = '', scale, currency } = whole.exec(bare)?.groups ?? {}
  if (worded) return wordedAmount(worded)
  if (!figure) return null
  const named = scale || currency ? unitOf(scale ?? '') : unit
  return named ? total(sign, [...partsOf(figures), { figure, unit: named }]) : null
}

/** Whether the text is a nil mark: a dash or a stroke alone in a figure's place. */
export function isNil(text: string): boolean {
  return /^[-/]$/u.test(normalise(text).text.trim())
}

/** The unit that a label or a caption states: （万元）, 单位：元, 单位万元. */
export function moneyUnit(label: string): MoneyUnit | undefined {
  const { text } = normalise(label)
  const named = captions.map((pattern) => pattern.exec(text)?.[1]).find((name) => name !== undefined)
  return named === undefined ? undefined : unitOf(named)
}

/** The amounts of money in a text, each the shortest printed part with its unit; years, counts and rates are none. */
export function findAmounts(text: string, copy: Normalised = normalise(text)): Found<Amount>[] {
  const amounts = matchesOf(running, copy.text).flatMap((match) => {
    const value = figured(match[0])
    return value ? [found(text, copy, match.index, match.index + match[0].length, value)] : []
  })
  const isPlain = (index: number) => !isRange(text, amounts[index - 1], amounts[index])
  return amounts.filter(({ start }, index) => !isParted(text, start) && isPlain(index) && isPlain(index + 1))
}

// 1 2 0万元 is printed with a space between its digits, so that no part of it is the figure.
function isParted(text: string, start: number): boolean {
  return /(?<!\p{Nd})\p{Nd}{1,3}[^\S\n]$/u.test(text.slice(Math.max(0, start - 5), start))
}

// 100万元-200万元 are the ends of a range, 100万元-30万元 is a difference.
function isRange(text: string, from: Found<Amount> | undefined, to: Found<Amount> | undefined): boolean {
  if (!from || !to || to.start - from.end > 10 || from.value.yuan >= to.value.yuan) return false
  return /^(?:\(不?含\))?[-~至到]$/u.test(normalise(text.slice(from.end, to.start)).text)
}

interface Part {
  figure: string
  unit: MoneyUnit
}

const powers: Record<MoneyUnit, number> = {
  元: 0,
  十元: 1,
  百元: 2,
  千元: 3,
  万元: 4,
  十万元: 5,
  百万元: 6,
  千万元: 7,
  亿元: 8,
  万亿元: 12,
}
const scales = '万亿|千万|百万|十万|[十百千万亿]'
const unitPattern = `(?:人民币)?(?:(?:${scales})?元|[万亿])(?:人民币)?`
const captions = [
  new RegExp(`[(](?:单位|金额|人民币|:){0,3}(${unitPattern})[),、;]`, 'u'),
  new RegExp(String.raw`单位:?(${unitPattern})(?![/\p{Script=Han}])`, 'u'),
  new RegExp(`((?:${scales})元)$`, 'u'),
]

// 1亿2000万元 has a leading part. A scale alone is money only where nothing is counted: 1720.00万, but not 10万人.
const leading = `(?:${numberPattern}(?:${scales})){0,2}`
const alone = String.raw`[万亿](?=$|[。,;、)\n]|及?以[上下内]|左右)`
const ending = String.raw`(?:(?:${scales})?元(?![/旦宝]|每[^\d])|${alone})(?:整|人民币)?`
const figure = `${leading}${numberPattern}${ending}`
// A dash before a figure is a minus sign only where nothing stands that it could join. In 1，500万元 the comma may be
// meant as a thousands mark, and 100-200万元 is a range, so that 500 and 200 are no figures to rely on.
const running = new RegExp(
  String.raw`(?<=^|[\s(:;,=、]|[差净余]额|结余)-(?=\d)${figure}|(?<![\d.A-Za-z含〔]|\d[,，]|\d(?:${scales})?[-~])${figure}|${wordedPattern}`,
  'gu',
)
const whole = new RegExp(
  `^(?:人民币|[¥￥]|RMB)?(?:(?<worded>${wordedPattern})|(?<sign>-?)(?<figures>${leading})(?<figure>${numberPattern})(?<scale>${scales})?(?<currency>元?(?:整|人民币)?))$`,
  'u',
)

function unitOf(scale: string): MoneyUnit | undefined {
  const name = `${scale.replace(/人民币|元/gu, '')}元`
  return isMoneyUnit(name) ? name : undefined
}

function isMoneyUnit(name: string): name is MoneyUnit {
  return Object.hasOwn(powers, name)
}

function partsOf(figures: string): Part[] {
  return matchesOf(scaled, figures).flatMap(([, figure = '', scale = '']) => {
    const unit = unitOf(scale)
    return unit ? [{ figure, unit }] : []
  })
}

const scaled = new RegExp(`(${numberPattern})(${scales})`, 'gu')

// The last part shows the smallest difference; the parts of one figure must descend.
function total(sign: string, parts: Part[]): Amount | null {
  const isDescending = parts.every(
    ({ unit }, index) => index === 0 || powers[unit] < powers[parts[index - 1]?.unit ?? unit],
  )
  const last = parts.at(-1)
  if (!isDescending || !last) return null
  const yuan = exact(sign + sum(parts.map(({ figure, unit }) => shift(figure, powers[unit]))))
  const step = exact(shift('1', powers[last.unit] - fractionDigits(last.figure)))
  return yuan === null || step === null ? null : { yuan, step }
}

function sum(decimals: string[]): string {
  if (decimals.length === 1) return decimals[0] ?? ''
  const places = Math.max(...decimals.map(fractionDigits))
  const scaled = decimals.map((decimal) => BigInt(shift(decimal, places).replace(/\..*/u, '')))
  return shift(String(scaled.reduce((left, right) => left + right)), -places)
}
