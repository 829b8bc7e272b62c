import type { Indicator } from '../model.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { nameOf } from './shared/pairs.ts'
import { evidence, isRead } from './shared/states.ts'

/** A satisfaction target is at least 80 percent. */
const rule: Rule = {
  name: 'satisfaction-target-low',
  chapter: 'indicators',
  severity: 'info',
  title: { zh: '满意度指标值不低于 80%', en: 'A satisfaction target is at least 80 percent' },
  why: {
    zh: '满意度目标偏低，起不到约束作用。请结合上年实际情况确认目标值。',
    en: 'A low target binds nobody. Check it against what was reached last year.',
  },
  *checkProject({ form }) {
    const measured = (form?.indicators ?? []).filter(({ dimension }) => dimension?.value === 'beneficiary')
    const different = Map.groupBy(measured, (indicator) => `${nameOf(indicator)} ${indicator.target?.text}`)
    for (const [indicator] of different.values()) if (indicator) yield* check(indicator)
  },
}

export default rule

function* check({ name, target }: Indicator): Iterable<Result> {
  if (!isRead(target) || target.value.kind !== 'number' || target.value.unit !== '%') return
  if (target.value.number >= 80 || /不满|投诉/u.test(name?.text ?? '')) return yield holds()
  yield fails({
    message: {
      zh: `“${name?.text ?? ''}”的指标值“${target.text}”低于 80%。`,
      en: `“${name?.text ?? ''}” aims at “${target.text}”, below 80 %.`,
    },
    evidence: evidence(target, name),
    expected: '≥ 80 %',
  })
}
