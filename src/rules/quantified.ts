import type { Indicator } from '../model.ts'
import { fails, holds, type Rule } from './rule.ts'
import { evidence, isRead } from './shared/states.ts'

/** At least half of the output indicators have a number, a date or a rate for a target. */
const rule: Rule = {
  name: 'quantified',
  chapter: 'indicators',
  severity: 'info',
  title: {
    zh: '数量、质量、时效、成本指标半数以上有量化的指标值',
    en: 'At least half of the quantity, quality, timeliness and cost targets are numbers or dates',
  },
  why: {
    zh: '“及时”“完成”等指标值无法考核。请尽量写成数量、比率、日期或金额。',
    en: 'Words such as “in time” cannot be checked afterwards. State numbers, shares, dates or sums.',
  },
  basis: {
    zh: '绩效指标应当细化量化，尽量进行定量表述（财政部《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》，财预〔2021〕101号）。',
    en: 'Indicators are to be specific and, where possible, numbers (Ministry of Finance, guidelines on core indicators, 财预〔2021〕101号).',
  },
  *checkProject({ form }) {
    const sides = Map.groupBy(form?.indicators.filter(isMeasurable) ?? [], ({ horizon }) => horizon)
    const [indicators] = [sides.get('annual') ?? sides.get('total') ?? sides.get('mediumTerm') ?? []]
    if (indicators.length === 0) return
    const vague = indicators.filter(({ target }) => isRead(target) && vagueKinds.includes(target.value.kind))
    const [first, ...others] = vague.flatMap(({ target }) => target ?? [])
    if (!first || vague.length * 2 <= indicators.length) return yield holds()
    yield fails({
      message: {
        zh: `${indicators.length} 项产出和成本指标中，有 ${vague.length} 项没有量化。`,
        en: `${vague.length} of ${indicators.length} output and cost indicators have no number.`,
      },
      evidence: evidence(first, ...others),
    })
  },
}

export default rule

const vagueKinds = ['words', 'reference', 'trend']

// A target that was lost says nothing of how it was set.
function isMeasurable({ dimension, target }: Indicator): boolean {
  return ['quantity', 'quality', 'timeliness', 'cost'].includes(dimension?.value ?? '') && isRead(target)
}
