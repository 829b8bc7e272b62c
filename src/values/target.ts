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
  const [bare, whole] = [sign + value.trim(), sign + value.trim() + counter].map(measured)
  const isComplete = bare && !('unit' in bare && bare.unit === '')
  return (isComplete ? bare : whole) ?? bare ?? target(value + (measured(value) ? counter : ''))
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
