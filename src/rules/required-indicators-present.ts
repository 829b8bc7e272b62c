import type { Form, Indicator, Message } from '../model.ts'
import { fails, holds, type Rule, undetermined } from './rule.ts'
import { hasLostIndicators } from './shared/losses.ts'
import { evidence } from './shared/states.ts'

/** A form sets quantity, quality, timeliness and cost, a benefit, and the satisfaction of those it serves. */
const rule: Rule = {
  name: 'required-indicators-present',
  chapter: 'indicators',
  severity: 'warning',
  title: {
    zh: '绩效目标表设有数量、质量、时效、成本、效益和满意度指标',
    en: 'A form sets quantity, quality, timeliness, cost, benefit and satisfaction indicators',
  },
  why: {
    zh: '缺少任何一类指标，项目的产出、成本或效果就无从考核。请补设缺少的指标；确不适用的，请注明。',
    en: 'Without one of these, output, cost or effect cannot be measured. Add the missing indicator, or say why it does not apply.',
  },
  *checkProject({ form, name }, disclosure) {
    if (!form || form.indicators.length === 0) return
    const lacking = requirements.filter(({ isMet }) => !form.indicators.some(isMet))
    if (lacking.length === 0) return yield holds()
    const [zh, en] = [lacking.map(({ says }) => says.zh).join('、'), lacking.map(({ says }) => says.en).join(', ')]
    if (hasLostIndicators(form, disclosure)) {
      return yield undetermined(
        `表中有内容丢失，无法确定是否设有${zh}指标`,
        `parts of the table were lost; ${en} may have been set`,
      )
    }
    if (form.indicators.some(({ dimension }) => !dimension?.value)) {
      return yield undetermined(
        `有的二级指标无法归类，无法确定是否设有${zh}指标`,
        `some level-2 labels are not known; ${en} may have been set`,
      )
    }
    const place = form.title ?? form.name ?? name ?? form.indicators[0]?.name
    if (!place) return
    yield fails({
      message: { zh: `绩效目标表没有设${zh}指标。`, en: `The form sets no indicator of ${en}.` },
      evidence: evidence(place, ...labelsOf(form)),
      expected: zh,
      ...(isOptional(form, lacking) && { severity: 'info' }),
    })
  },
}

export default rule

interface Requirement {
  says: Message
  isMet(indicator: Indicator): boolean
}

const requirements: Requirement[] = [
  { says: { zh: '数量', en: 'quantity' }, isMet: ({ dimension }) => dimension?.value === 'quantity' },
  { says: { zh: '质量', en: 'quality' }, isMet: ({ dimension }) => dimension?.value === 'quality' },
  { says: { zh: '时效', en: 'timeliness' }, isMet: ({ dimension }) => dimension?.value === 'timeliness' },
  {
    says: { zh: '成本', en: 'cost' },
    isMet: ({ category, dimension }) => dimension?.value === 'cost' || category?.value === 'cost',
  },
  {
    says: { zh: '效益', en: 'benefit' },
    isMet: ({ category, dimension }) => category?.value === 'outcome' || benefits.has(dimension?.value ?? ''),
  },
  {
    says: { zh: '满意度', en: 'satisfaction' },
    isMet: ({ category, dimension }) => dimension?.value === 'beneficiary' || category?.value === 'satisfaction',
  },
]

const benefits = new Set<string>(['economic', 'social', 'ecological', 'sustainability'])

// The annual form with weights has cost as a level 1 of its own, which is set where cost can be measured.
function isOptional({ indicators }: Form, lacking: Requirement[]): boolean {
  const isWeighted = indicators.some(({ weight }) => weight)
  return isWeighted && lacking.every(({ says }) => says.en === 'cost')
}

// Where it was looked: the level-2 labels that are there.
function labelsOf({ indicators }: Form) {
  const labels = new Map(
    indicators.flatMap(({ dimension }) => (dimension ? [[dimension.value, dimension] as const] : [])),
  )
  return [...labels.values()]
}
