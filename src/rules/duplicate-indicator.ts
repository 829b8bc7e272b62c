import type { Indicator } from '../model.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { nameOf } from './shared/pairs.ts'
import { evidence } from './shared/states.ts'

/** No side of a form sets one indicator twice. */
const rule: Rule = {
  name: 'duplicate-indicator',
  chapter: 'indicators',
  severity: 'warning',
  title: { zh: '同一侧没有重复的指标', en: 'No side of a form sets one indicator twice' },
  why: {
    zh: '同一指标重复填报，指标值不同时无法考核，分值也会重复计算。请合并或更名。',
    en: 'Set twice, an indicator counts twice and may contradict itself. Merge the two, or name them apart.',
  },
  *checkProject({ form }) {
    const named = (form?.indicators ?? []).filter(({ name }) => name?.text.trim())
    const groups = Map.groupBy(named, (one) => `${one.horizon} ${one.dimension?.value} ${nameOf(one)}`)
    for (const [first, ...others] of groups.values()) if (first) yield check(first, others)
  },
}

export default rule

function check(first: Indicator, others: Indicator[]): Result {
  const [again] = others
  if (!again?.name) return holds()
  return fails({
    message: {
      zh: `“${again.name.text}”在同一侧出现 ${others.length + 1} 次。`,
      en: `“${again.name.text}” is set ${others.length === 1 ? 'twice' : `${others.length + 1} times`} on one side.`,
    },
    evidence: evidence(again.name, again.target, first.name, first.target),
  })
}
