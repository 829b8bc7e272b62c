import type { Amount, Form, Message, Sourced } from '../model.ts'
import { type Problem, type Result, type Rule, type Stated, undetermined } from './rule.ts'
import { type Account, account, type Figure, figures, settle } from './shared/figures.ts'
import { rounding } from './shared/rounding.ts'
import { evidence, isRead, stateOf } from './shared/states.ts'
import { attempt, byGap, isBroken, isWhole, type Trial } from './shared/trials.ts'
import { fiscalYearOf, termsAround } from './shared/years.ts'

/** A medium-term total against the annual budgets that the reports of several years state. */
const rule: Rule = {
  name: 'midterm-equals-annual-budgets',
  chapter: 'time',
  severity: 'warning',
  title: {
    zh: '中期预算资金总额等于期限内各年度预算之和',
    en: 'The medium-term total equals the annual budgets of its years',
  },
  why: {
    zh: '中期总额是期限内各年预算的合计：已公布年度之和不应超过它，各年齐全时应当相等。不符时请核对是否调整过中期总额。',
    en: 'A medium-term total is what all its years get: those published so far cannot exceed it, and all of them together equal it. Otherwise check whether the total was revised.',
  },
  basis: rounding,
  *checkYears(years) {
    const plans = years.filter(({ project }) => hasTotal(project.form))
    if (plans.length === 0 || new Set(years.map(fiscalYearOf)).size < 2) return
    const budgets = budgetsOf(years)
    if (typeof budgets === 'string') return yield ambiguous(budgets)
    for (const plan of plans) yield* check(plan, plan === plans.at(-1), budgets)
  },
}

export default rule

function hasTotal(form: Form | undefined): boolean {
  return !['absent', 'nil'].includes(stateOf(form?.funding.mediumTerm))
}

/** The annual budget of each year; or the kind of doubt about which year is which. */
function budgetsOf(years: Stated[]): Map<number, Figure> | 'unknown' | 'repeated' {
  const numbers = years.map(fiscalYearOf)
  if (numbers.includes(undefined)) return 'unknown'
  if (new Set(numbers).size < numbers.length) return 'repeated'
  const stated = years.map((one): [number, Figure[]] => [fiscalYearOf(one) ?? 0, figures([annualIn(one)])])
  return new Map(stated.flatMap(([year, [figure]]) => (figure ? [[year, figure]] : [])))
}

// What a self-evaluation or the final accounts print is what became of a budget.
function annualIn({ project, report }: Stated): Sourced<Amount> | undefined {
  if (report.kind === 'self-evaluation' || report.kind === 'final-accounts') return undefined
  const { narrative, form } = project
  return isRead(form?.funding.annual) ? form.funding.annual : narrative?.budget
}

function* check({ project, report }: Stated, isLatest: boolean, budgets: Map<number, Figure>): Iterable<Result> {
  const { form } = project
  const year = fiscalYearOf({ project, report })
  if (!form || year === undefined) return
  // A total that a later report states anew is held against the years up to its own, and only for what exceeds it.
  const known = isLatest ? budgets : new Map([...budgets].filter(([other]) => other <= year))
  const result = judge(form, year, known)
  if (result && (isLatest || result.outcome === 'fails')) yield result
}

function judge(form: Form, year: number, budgets: Map<number, Figure>): Result | undefined {
  const [total] = figures([form.funding.mediumTerm])
  if (!total) return undetermined('中期预算资金总额未填或无法识别', 'the medium-term total is empty or unreadable')
  const terms = /剩余|尚余/u.test(form.term?.text ?? '') ? [] : termsAround(year, form)
  const trials = terms.map((years) => attempt(total, years, budgets)).sort(byGap)
  const [likeliest] = trials
  if (!likeliest) return undetermined(...withoutYears)
  // A term of one year is checked in its own report.
  if (likeliest.years.length === 1) return undefined
  // 项目资金总额 is on some forms that of the year.
  const own = budgets.get(year)
  if (own && account(total, [own]).verdict === 'exact') return undetermined(...sameAsAnnual)
  if (trials.every(isBroken)) return broken(form, total, likeliest, trials.length > 1)
  if (trials.every(isWhole) && !trials.some(isBroken)) return settled(form, total, likeliest)
  return trials.length > 1 ? undetermined(...withoutYears) : lacking(likeliest.missing)
}

function settled(form: Form, total: Figure, { years, known, sum }: Trial): Result {
  return settle(sum, unequal(years, sum), proof(form, total, known))
}

function broken(form: Form, total: Figure, trial: Trial, isAny: boolean): Result {
  const { years, known, missing } = trial
  const sum = isWhole(trial) ? trial.sum : exceeding(trial)
  const stated = years.filter((year) => !missing.includes(year))
  const { zh, en } = isWhole(trial) ? unequal(years, sum) : exceeded(stated, sum)
  const any = { zh: `期限从哪一年算起都不符：${zh}`, en: `It does not tie, whichever years the term covers. ${en}` }
  return settle(sum, isAny ? any : { zh, en }, proof(form, total, known))
}

// With one year the formula begins with the total, else with the years.
function exceeding({ known, sum }: Trial): Account {
  return { ...sum, formula: sum.formula.replace('≠', known.length === 1 ? '<' : '>') }
}

function unequal(years: number[], sum: Account): Message {
  return {
    zh: `中期预算资金总额为 ${sum.printed}，${years.join('、')} 年年度预算合计为 ${sum.expected}，相差 ${sum.gap}。`,
    en: `The medium-term total is ${sum.printed}; the annual budgets of ${years.join(', ')} add up to ${sum.expected}, a difference of ${sum.gap}.`,
  }
}

function exceeded(years: number[], sum: Account): Message {
  return {
    zh: `中期预算资金总额为 ${sum.printed}，仅 ${years.join('、')} 年年度预算合计已达 ${sum.expected}，超出 ${sum.gap}。`,
    en: `The medium-term total is ${sum.printed}; ${years.length === 1 ? `the budget of ${years[0]} alone comes` : `the annual budgets of ${years.join(', ')} alone come`} to ${sum.expected}, ${sum.gap} more.`,
  }
}

function proof(form: Form, total: Figure, known: Figure[]): Problem['evidence'] {
  return evidence(total, form.term, form.period, ...known)
}

const sameAsAnnual = [
  '总额与本年度预算相同，可能只是本年度的总额',
  'the total is the budget of the year, and may be meant for that year alone',
] as const

const withoutYears = [
  '没有印出中期总额所含的起止年份，或与期限不一致',
  'the years that the medium-term total covers are not printed, or do not go with its term',
] as const

function lacking(years: number[]): Result {
  return undetermined(
    `缺少 ${years.join('、')} 年的年度预算`,
    `the annual budget of ${years.join(', ')} is not among the reports`,
  )
}

function ambiguous(kind: 'unknown' | 'repeated'): Result {
  if (kind === 'unknown') return undetermined('有报告没有印出年度', 'a report does not print its fiscal year')
  return undetermined('同一年度有几份报告', 'several reports are of one fiscal year')
}
