import type { Evidence, Indicator } from '../model.ts'
import { type Disclosure, fails, holds, type Result, type Rule } from './rule.ts'
import { isDamaged } from './shared/losses.ts'
import { evidence, isRead, stateOf } from './shared/states.ts'

/** An indicator has a name and a target. */
const rule: Rule = {
  name: 'indicator-has-value',
  chapter: 'indicators',
  severity: 'warning',
  title: { zh: '每个指标既有名称又有指标值', en: 'Every indicator has a name and a target' },
  why: {
    zh: '只有名称没有指标值，或只有指标值没有名称，都无法考核。请补填空白单元格。',
    en: 'A name without a target, or a target without a name, cannot be measured. Fill in the empty cell.',
  },
  *checkProject({ form }, disclosure) {
    for (const indicator of form?.indicators ?? []) {
      yield indicator.name?.text.trim() ? named(indicator, indicator.name, disclosure) : unnamed(indicator)
    }
  },
}

export default rule

function named(indicator: Indicator, name: Evidence, disclosure: Disclosure): Result {
  const { target, dimension, horizon } = indicator
  const [state, { zh, en }] = [stateOf(target), sides[horizon]]
  if (state === 'read' || state === 'unreadable') return holds()
  const [lack, reason] = reasons[state]
  // Where cells were lost on the way into the file, the body is not to blame for an empty one.
  const isLost = state !== 'empty' || isDamaged(indicator, disclosure)
  return fails({
    message: { zh: `${zh}指标“${name.text}”${lack}。`, en: `The ${en} indicator “${name.text}” ${reason}.` },
    evidence: evidence(name, target, dimension),
    ...(isLost && { severity: 'info' }),
  })
}

function unnamed({ target, dimension }: Indicator): Result {
  if (!isRead(target)) return holds()
  return fails({
    message: {
      zh: `指标值“${target.text}”没有对应的指标名称。`,
      en: `The target “${target.text}” belongs to no named indicator.`,
    },
    evidence: evidence(target, dimension),
  })
}

const sides = {
  mediumTerm: { zh: '中期', en: 'medium-term' },
  annual: { zh: '年度', en: 'annual' },
  total: { zh: '项目', en: 'project' },
}

const reasons = {
  absent: ['的指标值已丢失', 'has lost its target'],
  empty: ['没有填写指标值', 'has no target'],
  nil: ['的指标值只有一个横线', 'has a dash for a target'],
} as const
