import type { Amount, Sourced } from '../model.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { budgetOf } from './shared/budgets.ts'
import { type Figure, figures, show } from './shared/figures.ts'
import { evidence, stateOf } from './shared/states.ts'

/** A total of nothing above amounts that are something. */
const rule: Rule = {
  name: 'zero-total-with-parts',
  chapter: 'totals',
  severity: 'error',
  title: {
    zh: '分项有金额时，总额不为零也不空白',
    en: 'A total is neither zero nor empty while its parts are not',
  },
  why: {
    zh: '总额为零或空白、分项却有金额，通常是漏填总额或没有刷新公式。请补填总额。',
    en: 'A total of zero or an empty total above real amounts was forgotten or not recalculated. Fill it in.',
  },
  basis: {
    zh: '空白不等于零；单独一个横线表示没有这一项。',
    en: 'Empty is not zero; a dash alone says that there is no such part.',
  },
  *checkDocument({ summary, projects }) {
    if (!summary?.total) return
    yield check(summary.total, [...summary.categories.map(({ amount }) => amount), ...projects.map(budgetOf)])
  },
  *checkProject({ narrative, form }) {
    if (!form) return
    const { annual, mediumTerm, lines } = form.funding
    const partsOf = (of: string) => lines.filter((line) => line.of === of).map(({ amount }) => amount)
    if (annual) yield* some(annual, partsOf('annual'))
    if (mediumTerm) yield* some(mediumTerm, partsOf('mediumTerm'))
    if (narrative?.budget && annual) yield* some(narrative.budget, [annual])
    if (narrative?.budget && annual?.value?.yuan === 0) yield* some(annual, [narrative.budget])
  },
}

export default rule

function* some(total: Sourced<Amount>, parts: Sourced<Amount>[]): Iterable<Result> {
  if (parts.length > 0) yield check(total, parts)
}

function check(total: Sourced<Amount>, parts: (Sourced<Amount> | undefined)[]): Result {
  if (stateOf(total) === 'unreadable') return undetermined('总额无法识别', 'the total cannot be read')
  const isNothing = total.value === null || total.value.yuan === 0
  const [part] = figures(parts).filter(({ amount }) => amount.yuan !== 0)
  return isNothing && part ? contradiction(total, part) : holds()
}

function contradiction(total: Sourced<Amount>, part: Figure): Result {
  const isEmpty = total.value === null
  return fails({
    message: {
      zh: `总额${isEmpty ? '未填' : '为 0'}，分项却有 ${show(part)}。`,
      en: `The total is ${isEmpty ? 'empty' : '0'}, while one of its parts is ${show(part)}.`,
    },
    evidence: evidence(total, part),
  })
}
