import type { Location, Message, Project, Sourced } from '../model.ts'
import { foldedOf } from '../rules/shared/texts.ts'
import { foldName } from '../values/normalise.ts'
import type { Difference } from './comparison.ts'
import { withoutOrdinals, withoutYears } from './naming.ts'
import { capital, changeOf, sentence, shown, sideOf } from './sides.ts'

type Text = Sourced<string> | undefined
type Places = [before: Location[], after: Location[]]

/** What differs in the texts of a project, sentence by sentence; spaces, widths and kinds of quotes make no difference. */
export function wordingDifferences(before: Project, after: Project, places: Places): Difference[] {
  return [
    ...(isRenamed(before, after)
      ? wording('name', { zh: '项目名称', en: 'name' }, before.name, after.name, places)
      : []),
    ...narrated.flatMap(([field, label]) =>
      wording(`narrative.${field}`, label, before.narrative?.[field], after.narrative?.[field], places),
    ),
    ...filledIn.flatMap(([field, label]) =>
      wording(`form.${field}`, label, before.form?.[field], after.form?.[field], places),
    ),
  ]
}

const narrated = [
  ['overview', { zh: '说明中的项目概述', en: 'overview in the narrative' }],
  ['legalBasis', { zh: '说明中的立项依据', en: 'legal basis in the narrative' }],
  ['implementationPlan', { zh: '说明中的实施方案', en: 'plan in the narrative' }],
  ['objectives', { zh: '说明中的绩效目标', en: 'objectives in the narrative' }],
] as const

const filledIn = [
  ['overview', { zh: '项目概况', en: 'overview' }],
  ['legalBasis', { zh: '立项依据', en: 'legal basis' }],
  ['necessity', { zh: '项目设立必要性', en: 'necessity' }],
  ['safeguards', { zh: '保证项目实施的制度、措施', en: 'safeguards' }],
  ['implementationPlan', { zh: '项目实施计划', en: 'plan' }],
  ['mediumTermObjective', { zh: '中期目标', en: 'medium-term objective' }],
  ['annualObjective', { zh: '年度目标', en: 'annual objective' }],
] as const

// 2020年展会经费 is 2021年展会经费: how the projects were matched says so already.
function isRenamed(before: Project, after: Project): boolean {
  const [from, to] = [before, after].map(({ name }) => withoutOrdinals(withoutYears(foldedOf(name))))
  return from !== to
}

function wording(field: string, label: Message, before: Text, after: Text, places: Places): Difference[] {
  const change = changeOf(before, after, () => foldedOf(before) === foldedOf(after))
  if (!change) return []
  const sides = { before: sideOf(before, places[0]), after: sideOf(after, places[1]) }
  const common = { aspect: 'wording' as const, change, field, label, ...sides }
  if (field !== 'name' && sides.before.state === 'read' && sides.after.state === 'read') {
    const sentences = changed(sides.before.text, sides.after.text)
    return [{ ...common, sentences, message: counted(label, sentences) }]
  }
  const [was, is] = [shown(sides.before, quoted(sides.before.text)), shown(sides.after, quoted(sides.after.text))]
  return [{ ...common, message: sentence(label, was, is, undefined) }]
}

function counted({ zh, en }: Message, sentences: { gone: string[]; new: string[] }): Message {
  const [gone, added] = [sentences.gone.length, sentences.new.length]
  if (gone + added === 0)
    return { zh: `${zh}：句子相同，次序不同。`, en: `${capital(en)}: the same sentences in another order.` }
  const isYears = areYearsOnly(sentences)
  return {
    zh: `${zh}：删去 ${gone} 句，新写 ${added} 句${isYears ? '，只有年份不同' : ''}。`,
    en: `${capital(en)}: ${gone} ${gone === 1 ? 'sentence' : 'sentences'} gone, ${added} new${isYears ? '; only years differ' : ''}.`,
  }
}

function areYearsOnly(sentences: { gone: string[]; new: string[] }): boolean {
  const [gone, added] = [sentences.gone, sentences.new].map((all) => all.map(undated).join('\n'))
  return gone === added
}

function undated(sentence: string): string {
  return foldName(sentence).replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu, '')
}

function quoted(text: string): string {
  return `“${text.trim()}”`
}

// The sentences that only one side has, each as often as it has it more.
function changed(before: string, after: string): { gone: string[]; new: string[] } {
  const [from, to] = [sentencesIn(before), sentencesIn(after)]
  return { gone: missingIn(from, to), new: missingIn(to, from) }
}

function missingIn(sentences: string[], others: string[]): string[] {
  const known = Map.groupBy(others, foldName)
  return sentences.filter((sentence) => known.get(foldName(sentence))?.pop() === undefined)
}

function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[。；！？;!?])|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => foldName(sentence) !== '')
}
