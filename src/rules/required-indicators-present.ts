import type { Evidence, Form, Indicator, Message } from '../model.ts'
import { type Disclosure, fails, holds, type Result, type Rule, undetermined } from './rule.ts'
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
  basis: {
    zh: '绩效目标表的一级指标为产出、效益、满意度，产出下设数量、质量、时效、成本（财预〔2015〕88号以来的表式）；成本也可单列为一级指标（财预〔2021〕101号以来）。',
    en: 'The forms that go back to 财预〔2015〕88号 set output (quantity, quality, timeliness, cost), benefit and satisfaction; since 财预〔2021〕101号 cost is often a level 1 of its own.',
  },
  *checkProject({ form, name }, disclosure) {
    if (!form || form.indicators.length === 0) return
    const lacking = requirements.filter(({ isMet }) => !form.indicators.some(isMet))
    if (lacking.length === 0) return yield holds()
    const says = { zh: lacking.map((one) => one.says.zh).join('、'), en: lacking.map((one) => one.says.en).join(', ') }
    const place = form.title ?? form.name ?? name ?? form.indicators[0]?.name
    yield doubt(form, disclosure, says) ?? (place ? missing(form, lacking, says, place, disclosure) : holds())
  },
}

export default rule

// Where rows were lost or labels are not known, the absence of an indicator proves nothing.
function doubt(form: Form, disclosure: Disclosure, { zh, en }: Message): Result | undefined {
  if (hasLostIndicators(form, disclosure)) {
    const why = `parts of the table were lost; ${en} may have been set`
    return undetermined(`表中有内容丢失，无法确定是否设有${zh}指标`, why)
  }
  if (form.indicators.every(({ dimension }) => dimension?.value)) return undefined
  const why = `some level-2 labels are not known; ${en} may have been set`
  return undetermined(`有的二级指标无法归类，无法确定是否设有${zh}指标`, why)
}

function missing(
  form: Form,
  lacking: Requirement[],
  { zh, en }: Message,
  place: Evidence,
  disclosure: Disclosure,
): Result {
  return fails({
    message: { zh: `绩效目标表没有设${zh}指标。`, en: `The form sets no indicator of ${en}.` },
    evidence: evidence(place, ...labelsOf(form)),
    expected: zh,
    ...(isOptional(form, lacking, disclosure) && { severity: 'info' }),
  })
}

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

// The annual form with weights has cost as a level 1 of its own, which is set where cost can be measured. A body whose other
// forms all set it has left it out.
function isOptional(form: Form, lacking: Requirement[], { projects }: Disclosure): boolean {
  const isWeighted = form.indicators.some(({ weight }) => weight)
  const [first, ...more] = lacking
  const others = projects.flatMap((other) => (other.form && other.form !== form ? [other.form] : []))
  const isUsual = others.length > 2 && others.every(({ indicators }) => indicators.some((one) => first?.isMet(one)))
  return isWeighted && !isUsual && first?.says.en === 'cost' && more.length === 0
}

// Where it was looked: the level-2 labels that are there.
function labelsOf({ indicators }: Form) {
  const labels = new Map(
    indicators.flatMap(({ dimension }) => (dimension ? [[dimension.value, dimension] as const] : [])),
  )
  return [...labels.values()]
}
