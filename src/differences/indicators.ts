import type { Indicator, Location, Message, Project, Sourced } from '../model.ts'
import { decimal } from '../money.ts'
import { foldedOf } from '../rules/shared/texts.ts'
import type { Difference, Subject } from './comparison.ts'
import { growthOf, growthWords } from './growth.ts'
import { withoutYears } from './naming.ts'
import { type Pairing, pairUp } from './pairing.ts'
import { capital, changeOf, sentence, shown, sideOf } from './sides.ts'
import { isSameTarget, targetGrowth, type Years } from './targets.ts'

type Places = [before: Location[], after: Location[]]

/** What differs in the indicators of a project: which there are, their targets and their weights. */
export function indicatorDifferences(before: Project, after: Project, places: Places, years: Years): Difference[] {
  const { pairs, gone, new: added } = pairIndicators(before.form?.indicators ?? [], after.form?.indicators ?? [])
  return [
    ...pairs.flatMap(({ before, after }) => compare(before, after, places, years)),
    ...added.map((indicator) => alone(indicator, 'new', places)),
    ...gone.map((indicator) => alone(indicator, 'gone', places)),
    ...weight(executionWeight, before.form?.executionWeight, after.form?.executionWeight, places),
  ]
}

/** Pair indicators within their horizon: by category, dimension and name, then by name, then by name without years. */
function pairIndicators(before: Indicator[], after: Indicator[]): Pairing<Indicator> {
  const keys = [
    (one: Indicator) => [one.horizon, levelOf(one.category), levelOf(one.dimension), foldedOf(one.name)].join('\n'),
    (one: Indicator) => (foldedOf(one.name) ? `${one.horizon}\n${foldedOf(one.name)}` : ''),
    (one: Indicator) => (foldedOf(one.name) ? `${one.horizon}\n${withoutYears(foldedOf(one.name))}` : ''),
  ]
  const start: Pairing<Indicator> = { pairs: [], gone: before, new: after }
  return keys.reduce((known, key) => {
    const found = pairUp(known.gone, known.new, key, contentOf)
    return { ...found, pairs: [...known.pairs, ...found.pairs] }
  }, start)
}

function levelOf(level: Indicator['category'] | Indicator['dimension']): string {
  return level?.value ?? foldedOf(level)
}

function contentOf({ target, weight }: Indicator): string {
  return `${foldedOf(target)}\n${foldedOf(weight)}`
}

function compare(before: Indicator, after: Indicator, project: Places, years: Years): Difference[] {
  const about = { label: labelOf(after), indicator: subjectOf(after) }
  const places: Places = [before.name?.source ?? project[0], after.name?.source ?? project[1]]
  return [
    ...level(before, after, places, about),
    ...target(before.target, after.target, places, years, about),
    ...weight({ ...about, field: 'form.indicators.weight' }, before.weight, after.weight, places),
  ]
}

interface About {
  label: Message
  indicator?: Subject
}

type Goal = Indicator['target']

function target(before: Goal, after: Goal, places: Places, years: Years, about: About): Difference[] {
  const change = changeOf(before, after, (from, to) => isSameTarget(from, to, years))
  if (!change) return []
  const sides = { before: sideOf(before, places[0]), after: sideOf(after, places[1]) }
  const figure = targetGrowth(before?.value, after?.value)
  const message = told(about.label, sides, figure && growthWords(figure))
  return [
    {
      aspect: 'target',
      change,
      field: 'form.indicators.target',
      ...about,
      ...sides,
      ...(figure && { figure }),
      message,
    },
  ]
}

function weight(
  { field, label, ...about }: About & { field: string },
  before: Sourced<number> | undefined,
  after: Sourced<number> | undefined,
  places: Places,
): Difference[] {
  const change = changeOf(before, after, (from, to) => from === to)
  if (!change) return []
  const sides = { before: sideOf(before, places[0]), after: sideOf(after, places[1]) }
  const isRead = before?.value != null && after?.value != null
  const growth = isRead ? growthOf(decimal(before.value ?? 0), decimal(after.value ?? 0), '') : undefined
  const figure = growth && { direction: growth.direction, difference: growth.difference, unit: '' }
  const named = { zh: `${label.zh}的分值`, en: `weight of ${label.en}` }
  const message = told(named, sides, figure && growthWords(figure))
  return [{ aspect: 'weight', change, field, label: named, ...about, ...sides, ...(figure && { figure }), message }]
}

const executionWeight = {
  field: 'form.executionWeight',
  label: { zh: '预算执行率', en: 'budget execution' },
}

// The same indicator under another level-2 label.
function level(before: Indicator, after: Indicator, places: Places, { label, indicator }: About): Difference[] {
  const [from, to] = [before.dimension ?? before.category, after.dimension ?? after.category]
  if (levelOf(from) === levelOf(to)) return []
  const sides = { before: sideOf(from, places[0]), after: sideOf(to, places[1]) }
  const named = { zh: `${label.zh}的上级指标`, en: `heading of ${label.en}` }
  const message = told(named, sides)
  const change = changeOf<string>(from, to, () => false) ?? 'changed'
  return [
    {
      aspect: 'target',
      change,
      field: 'form.indicators.dimension',
      label: named,
      ...(indicator && { indicator }),
      ...sides,
      message,
    },
  ]
}

function alone(one: Indicator, change: 'new' | 'gone', places: Places): Difference {
  const printed = one.target ?? one.name ?? one.dimension
  const sides = {
    before: sideOf(change === 'gone' ? printed : undefined, places[0]),
    after: sideOf(change === 'new' ? printed : undefined, places[1]),
  }
  const label = labelOf(one)
  const target = one.target?.text.trim()
  const message = {
    zh: `${label.zh}：${change === 'new' ? '新增' : '不再列出'}${target ? `，指标值为“${target}”` : '，没有指标值'}。`,
    en: `${capital(label.en)}: ${change === 'new' ? 'new' : 'gone'}${target ? `, target “${target}”` : ', without a target'}.`,
  }
  return { aspect: 'target', change, field: 'form.indicators', label, indicator: subjectOf(one), ...sides, message }
}

function told(label: Message, { before, after }: Pick<Difference, 'before' | 'after'>, growth?: Message): Message {
  return sentence(label, shown(before, before.text.trim()), shown(after, after.text.trim()), growth)
}

const horizons = {
  mediumTerm: { zh: '中期', en: 'medium-term' },
  annual: { zh: '年度', en: 'annual' },
  total: { zh: '项目', en: 'overall' },
}

function labelOf({ horizon, name, dimension }: Indicator): Message {
  const printed = name?.text.trim() || dimension?.text.trim() || ''
  return { zh: `${horizons[horizon].zh}指标“${printed}”`, en: `${horizons[horizon].en} indicator “${printed}”` }
}

function subjectOf({ horizon, category, dimension, name }: Indicator): Subject {
  return {
    horizon,
    ...(category && { category: category.value ?? category.text }),
    ...(dimension && { dimension: dimension.value ?? dimension.text }),
    name: name?.text ?? '',
  }
}
