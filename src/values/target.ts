import type { Target } from '../model.ts'
import { deadline } from './deadline.ts'
import { normalise } from './normalise.ts'
import { quantity } from './quantity.ts'
import { rate } from './rate.ts'
import { reading } from './reading.ts'
import { tiers } from './tiers.ts'
import { reference, trend } from './trend.ts'

/** What an indicator is to reach, from one printed value (指标值); what no other kind fits is words. */
export function target(text: string): Target {
  return (
    measured(text) ??
    tiers(text, measured) ??
    trend(reading(text)) ??
    reference(reading(text)) ?? { kind: 'words', words: text.trim() }
  )
}

/** The cells of a form that parts a value: 指标性质 `≥`, 指标值 `90`, 计量单位 `%`. */
export interface TargetCells {
  comparison?: string | undefined
  value: string
  unit?: string | undefined
}

/** What an indicator is to reach, from a value that is parted into cells: the same as from `≥90%`. */
export function targetOfCells({ comparison = '', value, unit = '' }: TargetCells): Target {
  const sign = signOf(comparison)
  const counter = /^[-/无]?$|定[性量]/u.test(normalise(unit).text.trim()) ? '' : unit.trim()
  const bare = measured(sign + value.trim())
  if (bare && !('unit' in bare && bare.unit === '')) return bare
  if (isFigure(counter)) return bare ? { kind: 'words', words: `${sign}${value.trim()} ${counter}` } : target(value)
  return measured(sign + value.trim() + counter) ?? bare ?? target(value + (measured(value) ? counter : ''))
}

// 12 with the unit 2025年 would read as 122025年; m2 is a unit.
function isFigure(counter: string): boolean {
  return /(?<![A-Za-z])\d/u.test(normalise(counter).text)
}

function measured(text: string): Target | null {
  const read = reading(text)
  return deadline(read) ?? rate(read) ?? quantity(read)
}

function signOf(comparison: string): string {
  const { text } = normalise(comparison)
  return /^(?:[≥≤><=≈]|大于等于|小于等于|大于|小于|等于|不低于|不少于|不高于|不超过)$/u.test(text.trim())
    ? text.trim()
    : ''
}
