import type { Amount, Form, FundingLine, Location, Message, Project, Sourced } from '../model.ts'
import { absolute, balance, compare, decimal, multiply, type Term, unitOf } from '../money.ts'
import { show } from '../rules/shared/figures.ts'
import { plainOf } from '../rules/shared/texts.ts'
import { foldName } from '../values/normalise.ts'
import type { Difference } from './comparison.ts'
import { growthOf, growthWords, inUnit } from './growth.ts'
import { pairUp } from './pairing.ts'
import { changeOf, sentence, shown, sideOf } from './sides.ts'

type Money = Sourced<Amount> | undefined
type Places = [before: Location[], after: Location[]]

/** What differs in the amounts of a project: budgets, totals and sources of funds. */
export function moneyDifferences(before: Project, after: Project, places: Places): Difference[] {
  const [from, to] = [before.form?.funding, after.form?.funding]
  return [
    ...amount('narrative.budget', labels.budget, before.narrative?.budget, after.narrative?.budget, places),
    ...amount('form.funding.mediumTerm', labels.mediumTerm, from?.mediumTerm, to?.mediumTerm, places),
    ...amount('form.funding.annual', labels.annual, from?.annual, to?.annual, places),
    ...executions('form.funding.execution', labels.annual, from?.execution, to?.execution, places),
    ...lines(from?.lines ?? [], to?.lines ?? [], places),
  ]
}

const labels = {
  budget: { zh: '说明中的年度预算', en: 'budget of the year in the narrative' },
  mediumTerm: { zh: '中期预算资金总额', en: 'medium-term total' },
  annual: { zh: '年度预算资金总额', en: 'annual total' },
}

function amount(field: string, label: Message, before: Money, after: Money, places: Places): Difference[] {
  const [from, to] = [termOf(before), termOf(after)]
  const change = changeOf(before, after, () => !from || !to || isSame(from, to))
  if (!change) return []
  const sides = { before: sideOf(before, places[0]), after: sideOf(after, places[1]) }
  const figure = from && to && growthOf(decimal(from.amount.yuan), decimal(to.amount.yuan), '元')
  const growth = figure && growthWords(from.unit === to.unit ? inUnit(figure, to.unit) : figure)
  const [was, is] = [shown(sides.before, from ? show(from) : ''), shown(sides.after, to ? show(to) : '')]
  const message = sentence(label, was, is, growth)
  return [{ aspect: 'money', change, field, label, ...sides, ...(figure && { figure }), message }]
}

function termOf(printed: Money): Term | undefined {
  if (!printed?.value) return undefined
  return { amount: printed.value, unit: unitOf(printed.value, plainOf(printed)) }
}

// 371.47 万元 may be 3,714,655 元: a figure in one unit is not known to differ from its rounding in another.
function isSame(before: Term, after: Term): boolean {
  const { difference, bound } = balance(before, [after])
  if (difference.digits === 0n || before.unit === after.unit) return difference.digits === 0n
  return compare(multiply(absolute(difference), decimal(2)), bound) <= 0
}

type Execution = NonNullable<Form['funding']['execution']>

const stages = [
  ['originalBudget', { zh: '年初预算数', en: 'original budget' }],
  ['finalBudget', { zh: '全年预算数', en: 'final budget' }],
  ['actual', { zh: '全年执行数', en: 'actual amount' }],
] as const

function executions(
  field: string,
  label: Message,
  before: Partial<Execution> | undefined,
  after: Partial<Execution> | undefined,
  places: Places,
): Difference[] {
  return stages.flatMap(([stage, name]) =>
    amount(
      `${field}.${stage}`,
      { zh: `${label.zh}的${name.zh}`, en: `${name.en} of ${label.en}` },
      before?.[stage],
      after?.[stage],
      places,
    ),
  )
}

function lines(before: FundingLine[], after: FundingLine[], places: Places): Difference[] {
  const named = pairUp(before, after, nameOf, contentOf)
  // 财政拨款 may be called 本年财政拨款 in another year: the only line of its kind is that line.
  const kindred = pairUp(named.gone, named.new, kindOf, contentOf)
  const pairs = [...named.pairs, ...kindred.pairs.filter(({ by }) => by === 'key')]
  const taken = new Set(pairs.flatMap(({ before, after }) => [before, after]))
  return [
    ...pairs.flatMap(({ before, after }) => line(before, after, places)),
    ...named.gone.filter((one) => !taken.has(one)).flatMap((one) => line(one, undefined, places)),
    ...named.new.filter((one) => !taken.has(one)).flatMap((one) => line(undefined, one, places)),
  ]
}

function line(before: FundingLine | undefined, after: FundingLine | undefined, places: Places): Difference[] {
  const { of, label } = after ?? before ?? { of: 'annual', label: '' }
  const name =
    of === 'annual'
      ? { zh: `年度${label}`, en: `${label} of the year` }
      : { zh: `中期${label}`, en: `${label} of all years` }
  return [
    ...amount('form.funding.lines.amount', name, before?.amount, after?.amount, places),
    ...executions('form.funding.lines', name, before, after, places),
  ]
}

function nameOf({ of, label, partOf = '' }: FundingLine): string {
  return [of, foldName(label), foldName(partOf)].join('\n')
}

function kindOf({ of, source, partOf }: FundingLine): string {
  return [of, source, partOf === undefined].join('\n')
}

function contentOf({ amount, originalBudget, finalBudget, actual }: FundingLine): string {
  return JSON.stringify(
    [amount, originalBudget, finalBudget, actual].map((printed) => printed && foldName(printed.text)),
  )
}
