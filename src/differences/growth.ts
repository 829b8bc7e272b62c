import type { Message } from '../model.ts'
import { absolute, compare, type Decimal, decimal, print, subtract, type Unit } from '../money.ts'
import type { Growth } from './comparison.ts'

/** By how much one figure is above or below another; nothing when they are equal. */
export function growthOf(before: Decimal, after: Decimal, unit: string): Growth | undefined {
  const difference = subtract(after, before)
  if (difference.digits === 0n) return undefined
  const rate = rateOf(difference, before)
  const direction = difference.digits > 0n ? 'up' : 'down'
  return { direction, difference: print(difference), unit, ...(rate !== undefined && { rate }) }
}

/** A growth in words, for the end of a sentence. */
export function growthWords({ direction, difference, unit, rate }: Growth): Message {
  const number = difference.replace('-', '')
  const [zh, en] = unit === '%' ? ['个百分点', number === '1' ? 'percentage point' : 'percentage points'] : [unit, unit]
  const size = rate === undefined ? '' : rate.replace('-', '')
  return {
    zh: `，${direction === 'up' ? '增加' : '减少'} ${`${number} ${zh}`.trim()}${size && `（${size}%）`}`,
    en: `, ${direction} by ${`${number} ${en}`.trim()}${size && ` (${size}%)`}`,
  }
}

/** A growth in yuan, as it is best read in another unit of money. */
export function inUnit(growth: Growth, unit: Unit): Growth {
  const [whole = '', fraction = ''] = growth.difference.split('.')
  const yuan = { digits: BigInt(whole + fraction), places: fraction.length }
  return { ...growth, difference: print(yuan, unit), unit }
}

// In percent, rounded half up; with more places than two only where two would show nothing.
function rateOf(difference: Decimal, base: Decimal): string | undefined {
  if (compare(base, decimal(0)) <= 0) return undefined
  for (let places = 2; places <= 10; places += 2) {
    const rate = percent(difference, base, places)
    if (rate.digits !== 0n) return print(rate)
  }
  return undefined
}

function percent(difference: Decimal, base: Decimal, places: number): Decimal {
  const share = absolute(difference).digits * 10n ** BigInt(base.places + 2 + places)
  const whole = base.digits * 10n ** BigInt(difference.places)
  const digits = (2n * share + whole) / (2n * whole)
  return { digits: difference.digits < 0n ? -digits : digits, places }
}
