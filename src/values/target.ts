import type { Target } from '../model.ts'
import { signs } from './comparison.ts'
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
  const said = signOf(comparison)
  const counter = /^[-/无]?$|定[性量]/u.test(normalise(unit).text.trim()) ? '' : unit.trim()
  const bare = measured(said + value.trim())
  if (bare && !('unit' in bare && isUnfinished(bare.unit ?? '', counter))) return bare
  if (isFigure(counter)) return bare ? { kind: 'words', words: `${said}${value.trim()} ${counter}` } : target(value)
  return measured(said + value.trim() + counter) ?? bare ?? target(value + (measured(value) ? counter : ''))
}

// 10万 counts 人 only with the cell beside it.
function isUnfinished(unit: string, counter: string): boolean {
  return unit === '' || (/^[百千万亿]{1,2}$/u.test(unit) && /^(?![百千万亿])./u.test(counter))
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
  const text = normalise(comparison).text.trim()
  return sign.test(text) ? text : ''
}

const sign = new RegExp(`^${signs}$`, 'u')
