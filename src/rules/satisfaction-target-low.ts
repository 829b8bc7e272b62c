import { fails, holds, type Rule } from './rule.ts'
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
    const seen = new Set<string>()
    for (const indicator of form?.indicators ?? []) {
      const { dimension, target, name } = indicator
      if (dimension?.value !== 'beneficiary' || !isRead(target) || seen.has(`${nameOf(indicator)} ${target.text}`))
        continue
      if (target.value.kind !== 'number' || target.value.unit !== '%') continue
      seen.add(`${nameOf(indicator)} ${target.text}`)
      if (target.value.number >= 80 || /不满|投诉/u.test(name?.text ?? '')) yield holds()
      else {
        yield fails({
          message: {
            zh: `“${name?.text ?? ''}”的指标值“${target.text}”低于 80%。`,
            en: `“${name?.text ?? ''}” aims at “${target.text}”, below 80 %.`,
          },
          evidence: evidence(target, name),
          expected: '≥ 80 %',
        })
      }
    }
  },
}

export default rule
