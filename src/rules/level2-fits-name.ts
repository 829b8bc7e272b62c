import type { Dimension, Indicator, Message } from '../model.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { isShare } from './shared/measures.ts'
import { evidence } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** An indicator stands under the level-2 label that its name belongs to. */
const rule: Rule = {
  name: 'level2-fits-name',
  chapter: 'indicators',
  severity: 'info',
  title: {
    zh: '三级指标放在与名称相符的二级指标之下',
    en: 'An indicator stands under the level-2 label that fits its name',
  },
  why: {
    zh: '满意度、比率、时间、金额各有对应的二级指标，放错会影响分类汇总。名称只是线索，请人工判断。',
    en: 'Satisfaction, shares, dates and sums have labels of their own, and summaries rely on them. A name is only a hint: judge it.',
  },
  *checkProject({ form }) {
    for (const [indicator] of Map.groupBy(form?.indicators ?? [], keyOf).values())
      if (indicator) yield* check(indicator)
  },
}

export default rule

// Both sides of a form usually print one indicator.
function keyOf({ dimension, name }: Indicator): string {
  return `${dimension?.value} ${plainOf(name)}`
}

interface Hint {
  isNamed: (name: string) => boolean
  fits: Dimension[]
  label: Message
}

const hints: Hint[] = [
  {
    isNamed: (name) => /满意度$|满意率$/u.test(name),
    fits: ['beneficiary'],
    label: { zh: '满意度指标', en: 'satisfaction' },
  },
  {
    isNamed: (name) => isShare(name) && !/比例$|占比$|比重$|覆盖/u.test(name),
    fits: ['quality', 'timeliness', 'economic', 'social', 'ecological', 'sustainability', 'cost', 'beneficiary'],
    label: { zh: '质量指标', en: 'quality' },
  },
  {
    isNamed: (name) => /(?:完成|支付|拨付|发放|兑现|出具|提交|付款)(?:时间|时限|日期)$/u.test(name),
    fits: ['timeliness'],
    label: { zh: '时效指标', en: 'timeliness' },
  },
  {
    isNamed: (name) => /(?:项目|工程|建设|采购)?(?:资金|投入|投资|费用)(?:金额|总额|数额)$/u.test(name),
    fits: ['cost', 'economic'],
    label: { zh: '成本指标', en: 'cost' },
  },
]

function* check(indicator: Indicator): Iterable<Result> {
  const { name, dimension } = indicator
  const hint = hints.find(({ isNamed }) => isNamed(plainOf(name)))
  if (!name || !dimension?.value || !hint) return
  if (hint.fits.includes(dimension.value)) return yield holds()
  yield fails({
    message: {
      zh: `“${name.text}”列在“${dimension.text}”之下，名称更像${hint.label.zh}。`,
      en: `“${name.text}” stands under “${dimension.text}”; its name suggests ${hint.label.en}.`,
    },
    evidence: evidence(name, dimension),
  })
}
