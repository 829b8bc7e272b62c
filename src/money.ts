import type { Amount } from './model.ts'

/** An exact decimal number: `digits` × 10^-`places`. Money is added and compared in it, never in floating point. */
export interface Decimal {
  digits: bigint
  places: number
}

export type Unit = '亿元' | '万元' | '千元' | '元'

/** A yuan is 10^-power of a unit. */
const powers: Record<Unit, number> = { 亿元: 8, 万元: 4, 千元: 3, 元: 0 }

/** An amount that enters a sum, and the unit its figure is printed in. */
export interface Term {
  amount: Amount
  unit: Unit
}

/** How a printed total stands to the sum that was worked out, within what the printed figures can show. */
export interface Balance {
  verdict: 'exact' | 'rounding' | 'mismatch'
  /** In yuan. */
  sum: Decimal
  /** The printed total less the sum, in yuan. */
  difference: Decimal
  /** The largest difference that rounding explains, in yuan. */
  bound: Decimal
}

/** Weigh a printed total against the sum of printed terms, each taken `times` times. */
export function balance(total: Term, terms: Term[], times = 1): Balance {
  const sum = multiply(add(terms.map(({ amount }) => decimal(amount.yuan))), decimal(times))
  const difference = subtract(decimal(total.amount.yuan), sum)
  const bound = multiply(stepOf([total, ...terms]), decimal((terms.length * times + 1) / 2))
  const within = compare(absolute(difference), bound) <= 0
  return { verdict: difference.digits === 0n ? 'exact' : within ? 'rounding' : 'mismatch', sum, difference, bound }
}

// Prose drops trailing zeros (8 beside 6.96 is 8.00), so the finest figure in a unit speaks for all figures in it, and
// none is taken to be coarser than 100 yuan. Between units the coarser one decides: 37,151.47 万元 may be 371,514,655 元.
function stepOf(terms: Term[]): Decimal {
  const units = [...new Set(terms.map(({ unit }) => unit))]
  const steps = units.map((unit) => terms.filter((term) => term.unit === unit).map(({ amount }) => amount.step))
  const step = Math.max(...steps.map((printed) => Math.min(...printed)))
  return decimal(units.every((unit) => unit === '亿元') ? step : Math.min(step, 100))
}

/** The decimal that a JSON number prints as. */
export function decimal(number: number): Decimal {
  if (Number.isSafeInteger(number)) return { digits: BigInt(number), places: 0 }
  const [significand = '0', exponent = '0'] = String(number).split('e')
  const [whole = '0', fraction = ''] = significand.split('.')
  const places = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places }
}

export function add(terms: Decimal[]): Decimal {
  const places = terms.reduce((most, term) => Math.max(most, term.places), 0)
  return { digits: terms.reduce((sum, term) => sum + scaled(term, places), 0n), places }
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add([a, { ...b, digits: -b.digits }])
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, places: a.places + b.places }
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { digits } = subtract(a, b)
  return digits < 0n ? -1 : digits > 0n ? 1 : 0
}

export function absolute(a: Decimal): Decimal {
  return a.digits < 0n ? { ...a, digits: -a.digits } : a
}

/** An amount of yuan as a figure in a unit, without trailing zeros: 371514655 元 is 37151.4655 万元. */
export function print(yuan: Decimal, unit: Unit = '元'): string {
  const places = yuan.places + powers[unit]
  const digits = String(absolute(yuan).digits).padStart(places + 1, '0')
  const fraction = digits.slice(digits.length - places).replace(/0+$/u, '')
  const figure = digits.slice(0, digits.length - places) + (places > 0 && fraction ? `.${fraction}` : '')
  return yuan.digits < 0n ? `-${figure}` : figure
}

/** The unit that makes a printed figure the amount it stands for; 元 when the text shows none. */
export function unitOf(amount: Amount, text: string): Unit {
  const figures = text.replace(/[,\s]/gu, '').match(/\d{1,40}(?:\.\d{1,40})?/gu) ?? []
  for (const figure of figures) {
    const [, fraction = ''] = figure.split('.')
    const unit = units.find((name) => amount.step === Number(`1e${powers[name] - fraction.length}`))
    if (unit && stands(figure, amount, unit)) return unit
  }
  return '元'
}

const units = ['亿元', '万元', '千元', '元'] as const

function stands(figure: string, { yuan }: Amount, unit: Unit): boolean {
  return compare(multiply(written(figure), decimal(10 ** powers[unit])), decimal(yuan)) === 0
}

// Unlike a JSON number, a printed figure may have more digits than a double holds.
function written(figure: string): Decimal {
  const [whole = '0', fraction = ''] = figure.split('.')
  return { digits: BigInt(whole + fraction), places: fraction.length }
}

function scaled({ digits, places }: Decimal, to: number): bigint {
  return to === places ? digits : digits * 10n ** BigInt(to - places)
}
