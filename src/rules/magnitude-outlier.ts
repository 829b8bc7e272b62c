import type { Disclosure } from './rule.ts'
import { fails, holds, type Rule } from './rule.ts'
import { budgetOf } from './shared/budgets.ts'
import { type Figure, figures, show } from './shared/figures.ts'
import { evidence } from './shared/states.ts'

/** No budget is far above what projects of the document usually cost. */
const rule: Rule = {
  name: 'magnitude-outlier',
  chapter: 'totals',
  severity: 'info',
  title: {
    zh: '没有金额超过同类金额中位数的一百倍',
    en: 'No budget is more than a hundred times the median of the document',
  },
  why: {
    zh: '数量级异常的金额可能用错了单位。请核对；确为大项目的，可以不改。',
    en: 'An amount of another magnitude may be in another unit. Check it; a large project may be right.',
  },
  *checkDocument({ projects }: Disclosure) {
    const budgets = figures(projects.map(budgetOf)).filter(({ amount }) => amount.yuan > 0)
    if (budgets.length < fewest) return
    const sorted = budgets.map(({ amount }) => amount.yuan).sort((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0
    const outliers = budgets.filter(({ amount }) => amount.yuan > median * 100)
    if (outliers.length === 0) return yield holds()
    for (const outlier of outliers) yield far(outlier, budgets.find(({ amount }) => amount.yuan === median) ?? outlier)
  },
}

export default rule

// The median of fewer amounts is none to rely on.
const fewest = 4

function far(outlier: Figure, median: Figure) {
  const times = Math.round(outlier.amount.yuan / median.amount.yuan)
  return fails({
    message: {
      zh: `${show(outlier)} 是本文件项目预算中位数 ${show(median)} 的 ${times} 倍。`,
      en: `${show(outlier)} is ${times} times the median budget of the document, ${show(median)}.`,
    },
    evidence: evidence(outlier, median),
  })
}
