import { fails, holds, type Rule } from './rule.ts'
import { isShare } from './shared/measures.ts'
import { evidence, isRead } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** A share is printed with its percent sign. */
const rule: Rule = {
  name: 'percent-unit-missing',
  chapter: 'indicators',
  severity: 'warning',
  title: {
    zh: '比率类指标值带有百分号',
    en: 'The value of a rate is printed with its percent sign',
  },
  why: {
    zh: '比率不带“%”，读者无法判断是 95% 还是 0.95。请补写单位。',
    en: 'Without a sign nobody can tell 95 percent from a ratio of 95. Add the unit.',
  },
  *checkProject({ form }) {
    for (const { name, target, actual } of form?.indicators ?? []) {
      if (!isShare(plainOf(name))) continue
      for (const value of [target, actual].filter(isRead)) {
        if (value.value.kind !== 'number') continue
        // A share may be printed as a decimal fraction.
        if (value.value.unit !== '' || value.value.number <= 1) yield holds()
        else
          yield fails({
            message: {
              zh: `“${name?.text ?? ''}”的值“${value.text}”没有百分号。`,
              en: `“${name?.text ?? ''}” has the value “${value.text}” without a percent sign.`,
            },
            evidence: evidence(value, name),
            expected: `${value.text}%`,
          })
      }
    }
  },
}

export default rule
