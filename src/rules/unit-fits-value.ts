import type { Indicator, Sourced, Target } from '../model.ts'
import { normalise } from '../values/normalise.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { isMoney, isShare } from './shared/measures.ts'
import { evidence, isRead } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** The unit of a value fits the value and what is measured. */
const rule: Rule = {
  name: 'unit-fits-value',
  chapter: 'indicators',
  severity: 'warning',
  title: {
    zh: '计量单位与指标值、指标名称相符',
    en: 'The unit fits the value and the name of an indicator',
  },
  why: {
    zh: '值是金额而单位是“%”之类，说明单位填错行或没有更新。请核对计量单位。',
    en: 'A sum of money in percent, or a share in 万元, means that the unit belongs to another row. Check it.',
  },
  *checkProject({ form }) {
    for (const indicator of form?.indicators ?? []) {
      for (const value of [indicator.target, indicator.actual].filter(isRead)) yield* check(indicator, value)
    }
  },
}

export default rule

function* check(indicator: Indicator, value: Sourced<Target> & { value: Target }): Iterable<Result> {
  const { value: target } = value
  if (target.kind !== 'number' || target.unit === '') return
  const cells = cellsIn(value.text)
  const [cell, figure] = [cells.at(-1) ?? '', cells.at(-2) ?? '']
  const own = /\d([^\d\s]{1,6})$/u.exec(figure)?.[1]
  if (cells.length > 1 && own && own !== cell && !/\d/u.test(cell)) return yield twice(indicator, value, own, cell)
  if (/百分比/u.test(value.text)) return yield { ...wordy(indicator, value), severity: 'info' }
  const name = plainOf(indicator.name)
  const isWrong =
    (isShare(name) && /[元万亿家人个次]$/u.test(target.unit)) || (isMoney(name) && /[家人个次]$/u.test(target.unit))
  yield isWrong ? unlike(indicator, value, target.unit) : holds()
}

// A value that a form parts into cells has one on each line: sign, figure, unit.
function cellsIn(text: string): string[] {
  return text.includes('\n') ? text.split('\n').map((cell) => normalise(cell).text.trim()) : []
}

function twice({ name }: Indicator, value: Sourced<Target>, own: string, cell: string) {
  return fails({
    message: {
      zh: `“${name?.text ?? ''}”的值以“${own}”为单位，计量单位一栏却是“${cell}”。`,
      en: `The value of “${name?.text ?? ''}” is in ${own}, the unit beside it is ${cell}.`,
    },
    evidence: evidence(value, name),
  })
}

function wordy({ name }: Indicator, value: Sourced<Target>) {
  return fails({
    message: {
      zh: `“${name?.text ?? ''}”的单位写作“百分比”，应为“%”。`,
      en: `The unit of “${name?.text ?? ''}” is spelt out as 百分比; it should be %.`,
    },
    evidence: evidence(value, name),
    expected: '%',
  })
}

function unlike({ name }: Indicator, value: Sourced<Target>, unit: string) {
  return fails({
    message: {
      zh: `“${name?.text ?? ''}”不应以“${unit}”为单位。`,
      en: `“${name?.text ?? ''}” cannot be measured in ${unit}.`,
    },
    evidence: evidence(value, name),
  })
}
