import { balance } from '../money.ts'
import type { Item } from '../values/plan.ts'
import { holds, type Result, type Rule, undetermined } from './rule.ts'
import { budgetOf } from './shared/budgets.ts'
import { account, type Figure, figures, settle } from './shared/figures.ts'
import { branchesOf, figureOf, type Planned, plansOf } from './shared/plans.ts'
import { rounding } from './shared/rounding.ts'
import { evidence } from './shared/states.ts'

/** A sum in prose against the sums that are listed as its parts. */
const rule: Rule = {
  name: 'plan-decomposition',
  chapter: 'totals',
  severity: 'error',
  title: {
    zh: '实施计划中的小计、合计和“其中”与所列各项之和一致',
    en: 'A subtotal, a total or a sum with parts in a plan equals the amounts listed for it',
  },
  why: {
    zh: '测算明细加不出合计时，读者无从判断哪个数字有误。请逐项核对金额，补上漏列的事项。',
    en: 'When the items of an estimate do not make its total, nobody can tell which figure is wrong. Check every item and add what was left out.',
  },
  basis: rounding,
  *checkProject(project, disclosure) {
    for (const planned of plansOf(project, disclosure)) {
      for (const sum of planned.sums) yield check(planned, sum)
      if (planned.roots.length > 1) yield* againstBudget(planned, figures([budgetOf(project)])[0])
    }
  },
}

export default rule

function check(planned: Planned, sum: Item): Result {
  const { closed, parts } = sum
  const [total, listed] = [figureOf(planned, sum), parts.map((part) => figureOf(planned, part))]
  if (balance(total, listed).verdict === 'exact') return holds()
  const result = account(total, listed)
  if (result.verdict === 'mismatch') {
    const each = parts.find(({ plain }) => /[各均][一-鿿]{0,4}$/u.test(plain))
    if (each) return undetermined(`“${each.phrase}”未写明个数`, `“${each.phrase}” does not say how many there are`)
    if (sum.isUnclear) return undetermined(...unclear)
    const beside = parts.find(({ isBesideProduct }) => isBesideProduct)
    if (beside)
      return undetermined(
        `“${beside.phrase}”另含未写出的乘积`,
        `“${beside.phrase}” holds a product that is not printed`,
      )
    // 其中 may name some of the parts only.
    if (closed === '其中' && result.difference.digits > 0n && isOpenList(planned, parts)) return holds()
  }
  const settled = settle({ ...result, formula: formulaOf(result.formula, sum) }, messageOf(sum, result), [
    ...evidence(total, ...listed),
  ])
  return settled.outcome === 'fails' && closed === '：' ? { ...settled, severity: 'warning' } : settled
}

const unclear = [
  '所列金额中有其他年度或其他口径的金额',
  'sums of other years or plans stand among those listed',
] as const

// Where no total is printed, a list that makes the budget is closed by it; another list is left to plan-total-equals-budget.
function* againstBudget(planned: Planned, budget: Figure | undefined): Iterable<Result> {
  const parts = planned.roots.map((root) => figureOf(planned, root))
  if (budget && balance(budget, parts).verdict !== 'mismatch') yield holds()
}

function isOpenList({ printed }: Planned, parts: Item[]): boolean {
  const last = parts.at(-1)
  const behind = last ? printed.text.slice(printed.text.indexOf(last.phrase) + last.phrase.length) : ''
  return parts.length === 1 || /^\s*(?:等|，其余|；其余)/u.test(behind)
}

// Where a part has parts of its own, the formula shows the whole tree.
function formulaOf(flat: string, sum: Item): string {
  const isTree = sum.parts.some(({ parts }) => parts.length > 0) && flat.includes(' = ')
  return isTree ? `${branchesOf(sum)}${flat.slice(flat.indexOf(' = '))}` : flat
}

function messageOf(sum: Item, { printed, expected, gap }: { printed: string; expected: string; gap: string }) {
  const { zh, en } = names[sum.closed ?? '合计']
  return {
    zh: `${zh}写为 ${printed}，所列各项相加为 ${expected}，相差 ${gap}。`,
    en: `${en} is ${printed}; the amounts listed for it add up to ${expected}, a difference of ${gap}.`,
  }
}

const names = {
  小计: { zh: '小计', en: 'A subtotal of the plan' },
  合计: { zh: '合计', en: 'The total of the plan' },
  其中: { zh: '“其中”之前的金额', en: 'An amount that is broken down' },
  '：': { zh: '冒号之前的金额', en: 'An amount that is followed by its items' },
}
