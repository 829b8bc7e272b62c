import type { Project, Sourced } from '../model.ts'
import { balance } from '../money.ts'
import { clauseOf } from '../values/calculation.ts'
import type { Statement } from '../values/statement.ts'
import { type Disclosure, holds, type Result, type Rule } from './rule.ts'
import { account, type Figure, settle } from './shared/figures.ts'
import { figureOf, sumsIn } from './shared/plans.ts'
import { evidence, isRead } from './shared/states.ts'

/** One named sum that prose prints more than once has one value. */
const rule: Rule = {
  name: 'same-amount-repeated',
  chapter: 'agreement',
  severity: 'error',
  title: {
    zh: '文字中多次出现的同一金额前后一致',
    en: 'A sum that prose names more than once is the same each time',
  },
  why: {
    zh: '同一笔费用在概述、计划和目标中金额不同，说明有一处没有更新。请核对后统一。',
    en: 'When one cost has two values in the overview, the plan and the objectives, one of them was not updated. Check and make them agree.',
  },
  *checkProject(project, disclosure) {
    const named = textsOf(project).flatMap((printed) => namedIn(printed, project, disclosure))
    for (const same of Map.groupBy(named, ({ name }) => name).values()) yield* check(same)
  },
}

export default rule

interface Named {
  name: string
  figure: Figure
}

// The objective of the medium term speaks of other sums where its budget is another.
function textsOf({ form, narrative }: Project): Sourced<string>[] {
  const { mediumTerm, annual } = form?.funding ?? {}
  const isOneYear = mediumTerm?.value?.yuan === annual?.value?.yuan
  const goals = [form?.annualObjective, isOneYear ? form?.mediumTermObjective : undefined, narrative?.objectives]
  const texts = [form?.overview, narrative?.overview, form?.implementationPlan, narrative?.implementationPlan, ...goals]
  return texts.filter(isRead)
}

function namedIn(printed: Sourced<string>, project: Project, disclosure: Disclosure): Named[] {
  return sumsIn(printed, project, disclosure).flatMap((planned) =>
    planned.items.flatMap((item) => {
      const name = item.role === 'sum' ? nameOf(item) : undefined
      return name ? [{ name, figure: figureOf(planned, item) }] : []
    }),
  )
}

// The kind of cost that stands right before the sum: 编制费用, 审计费用.
function nameOf({ plain, mark }: Statement): string | undefined {
  const clause = clauseOf(plain)
  if (mark === 'subtotal' || mark === 'total' || /\d/u.test(clause)) return undefined
  const [, name] = /([一-鿿]{2}(?:费用|经费|费|成本))(?:为|约|约为|预计|共|计)?$/u.exec(clause) ?? []
  return name && !/其他|各项|相关|全部|工作|有关|所需|总|[的及和与]/u.test(name) ? name : undefined
}

function* check(same: Named[]): Iterable<Result> {
  const [first, ...others] = same
  const sources = new Set(same.map(({ figure }) => figure.source.join(' ')))
  // A text that names one kind of cost twice, as in two groups of a plan, speaks of two costs.
  if (!first || others.length === 0 || sources.size < same.length) return
  const other = others.find(({ figure }) => balance(figure, [first.figure]).verdict === 'mismatch')
  if (!other) return yield holds()
  const sum = account(other.figure, [first.figure])
  const message = {
    zh: `“${first.name}”一处为 ${sum.expected}，另一处为 ${sum.printed}，相差 ${sum.gap}。`,
    en: `“${first.name}” is ${sum.expected} in one place and ${sum.printed} in another, a difference of ${sum.gap}.`,
  }
  yield settle(sum, message, evidence(other.figure, ...same.filter((one) => one !== other).map(({ figure }) => figure)))
}
