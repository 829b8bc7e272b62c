import type { Form, Indicator, Project } from '../model.ts'
import { absolute, compare, decimal, multiply, print, subtract } from '../money.ts'
import { amount } from '../values/amount.ts'
import type { Item } from '../values/plan.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { show } from './shared/figures.ts'
import { figureOf, type Planned, planOf } from './shared/plans.ts'
import { combination, countFor, type Price, priceIn, pricesFor, product } from './shared/prices.ts'
import { evidence, isRead } from './shared/states.ts'

/** What an item of a plan costs is its number times the standard. */
const rule: Rule = {
  name: 'quantity-times-rate',
  chapter: 'totals',
  severity: 'error',
  title: {
    zh: '实施计划各项金额等于数量乘以标准',
    en: 'The cost of an item in a plan is its number times the standard',
  },
  why: {
    zh: '数量乘以标准得不出金额，说明测算有误，或标准与成本指标不一致。请核对数量、标准和金额。',
    en: 'When number times standard is not the amount, the estimate is wrong or does not follow the cost indicator. Check all three.',
  },
  basis: {
    zh: '固定标准应相等；上限标准不得超过；分档标准应能由各档整数个数组成。指标值为下限（≥）时，数量可以更多，不作判断。',
    en: 'A fixed standard must give the amount, a ceiling must not be exceeded, and of graded standards whole numbers of each grade must. A floor (≥) permits more, so it decides nothing.',
  },
  *checkProject(project, disclosure) {
    const planned = planOf(project, disclosure)
    for (const item of planned?.items ?? []) {
      if (planned && item.role === 'sum') yield* check(project, planned, item)
    }
    yield* overYears(project)
  },
}

export default rule

function* check({ form }: Project, planned: Planned, item: Item): Iterable<Result> {
  const own = priceIn(item)
  const result = own && fixed(planned, item, own, undefined)
  if (result) yield result
  if (result?.outcome === 'fails' || !form || item.parts.length > 0) return
  for (const prices of pricesFor(item, planned, form)) yield* byIndicator(planned, item, prices, form)
}

function* byIndicator(planned: Planned, item: Item, prices: Price[], form: Form): Iterable<Result> {
  const [price, ...others] = prices
  if (!price) return
  if (others.length > 0) return yield* graded(planned, item, prices)
  if (countFor(item, price) === undefined) return yield* uncounted(planned, item, price, form)
  const result = price.comparison === '=' ? fixed(planned, item, price, price.indicator) : ceiling(planned, item, price)
  if (result) yield result
}

function fixed(planned: Planned, item: Item, price: Price, indicator: Indicator | undefined): Result | undefined {
  const due = product(item, price)
  if (!due) return undefined
  if (due.some((amount) => compare(amount, decimal(item.value.yuan)) === 0)) return holds()
  if (goesOn(item)) return undetermined(`“${item.phrase}”可能还包括其他费用`, `“${item.phrase}” may include more`)
  const [single] = due
  if (!single || due.length > 1)
    return undetermined(`“${item.phrase}”写有几个数量`, `“${item.phrase}” states several numbers`)
  const figure = figureOf(planned, item)
  const expected = `${print(single, figure.unit)} ${figure.unit}`
  return fails({
    message: {
      zh: `“${item.phrase}”：${countFor(item, price)?.text} × ${price.text} 应为 ${expected}，写为 ${show(figure)}。`,
      en: `“${item.phrase}”: ${countFor(item, price)?.text} × ${price.text} makes ${expected}, but ${show(figure)} is printed.`,
    },
    evidence: evidence(figure, indicator?.target, indicator?.name),
    expected,
    formula: `${countFor(item, price)?.text} × ${price.text} = ${expected} ≠ ${show(figure)}`,
    difference: `${print(absolute(subtract(single, decimal(item.value.yuan))), figure.unit)} ${figure.unit}`,
  })
}

// 20 台，每台 5000 元，另购打印机，共 12 万元
function goesOn({ plain, rate }: Item): boolean {
  const behind = rate ? plain.slice(plain.indexOf(rate.text) + rate.text.length) : ''
  return /以及|及(?![以时格])|和|另|加上|配套/u.test(behind)
}

function ceiling(planned: Planned, item: Item, price: Price): Result | undefined {
  const due = product(item, price)
  if (!due) return undefined
  if (due.some((amount) => compare(decimal(item.value.yuan), amount) <= 0)) return holds()
  const [figure, [most]] = [figureOf(planned, item), due]
  if (!most || due.length > 1) return undefined
  const expected = `≤ ${print(most, figure.unit)} ${figure.unit}`
  return fails({
    message: {
      zh: `“${item.phrase}”超过成本指标“${price.text}”所允许的金额（${expected}）。`,
      en: `“${item.phrase}” is above what the cost indicator “${price.text}” allows (${expected}).`,
    },
    evidence: evidence(figure, price.indicator?.target, price.indicator?.name),
    severity: 'warning',
    expected,
    formula: `${countFor(item, price)?.text} × ${price.text} = ${expected.slice(2)} < ${show(figure)}`,
  })
}

function* graded(planned: Planned, item: Item, prices: Price[]): Iterable<Result> {
  const [first] = prices
  const count = first && countFor(item, first)
  if (!first || !count) return
  const numbers = combination(
    item.value.yuan,
    count.number,
    prices.map(({ yuan }) => yuan),
  )
  if (numbers === undefined)
    return yield undetermined(
      '分档过多或数量过大，未逐一试算',
      'there are too many grades or too large a number to try them all',
    )
  if (numbers) return yield holds()
  yield fails({
    message: {
      zh: `“${item.phrase}”：${count.text}按 ${prices.map(({ text }) => text).join('、')} 分档，任何整数个数都得不出这一金额。`,
      en: `“${item.phrase}”: no whole numbers of ${prices.map(({ text }) => text).join(' and ')} for ${count.text} make this amount.`,
    },
    evidence: evidence(figureOf(planned, item), first.indicator?.target, first.indicator?.name),
    severity: 'warning',
  })
}

// Without a count in the plan, the number follows from the amount when the price is fixed.
function* uncounted(planned: Planned, item: Item, price: Price, form: Form): Iterable<Result> {
  const units = multiply(decimal(item.value.yuan), decimal(10_000)).digits
  const isWhole = price.yuan > 0 && units % multiply(decimal(price.yuan), decimal(10_000)).digits === 0n
  if (price.comparison === '=' && isWhole) return yield holds()
  const target = form.indicators.find(
    ({ horizon, target }) =>
      horizon !== 'mediumTerm' &&
      isRead(target) &&
      target.value.kind === 'number' &&
      price.per.includes(target.value.unit),
  )?.target
  const text = figureOf(planned, item).text
  yield undetermined(
    `“${text}”未写“${price.per.join('、')}”的数量${target ? `，指标值“${target.text}”不是确数` : ''}`,
    `“${text}” does not count ${price.per.join(' and ')}${target ? `, and the target “${target.text}” is no exact one` : ''}`,
  )
}

// 1 万元/年 for three years are the 3 万元 of the medium term. A rate may cover a part only, so it never fails.
function* overYears({ form }: Project): Iterable<Result> {
  const [years, total] = [form?.term?.value?.years, form?.funding.mediumTerm?.value?.yuan]
  for (const { horizon, target } of form?.indicators ?? []) {
    const rate = target?.value
    if (horizon === 'mediumTerm' || rate?.kind !== 'rate' || rate.per.join() !== '年' || !years || !total) continue
    const yuan = amount(`${rate.number}${rate.unit}`)?.yuan
    if (yuan !== undefined && compare(multiply(decimal(yuan), decimal(years)), decimal(total)) === 0) yield holds()
  }
}
