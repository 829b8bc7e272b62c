import { compare, decimal, multiply, subtract } from '../money.ts'
import type { Item } from '../values/plan.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { show } from './shared/figures.ts'
import { figureOf, type Planned, planOf } from './shared/plans.ts'
import { evidence } from './shared/states.ts'

/** What is asked for works is close to the cost that was reviewed. */
const rule: Rule = {
  name: 'overrun-against-review',
  chapter: 'totals',
  severity: 'warning',
  title: {
    zh: '决算或预计金额超过评审金额不多于 10%',
    en: 'A final or expected cost is at most 10 percent above the reviewed one',
  },
  why: {
    zh: '超过评审金额较多时，应说明变更批准的依据。请核对金额，补充批准文件。',
    en: 'A cost far above the reviewed one needs an approved change. Check the amounts and name the approval.',
  },
  basis: {
    zh: '概算调增幅度超过原批复概算百分之十的，原则上先审计后调整（《政府投资条例》第二十三条、《中央预算内直接投资项目概算管理暂行办法》）。',
    en: 'An estimate that is exceeded by more than 10 percent is audited before it is raised (Regulation on Government Investment, article 23, and the rules on estimates made under it).',
  },
  *checkProject(project, disclosure) {
    const planned = planOf(project, disclosure)
    const later = (planned?.roots ?? []).filter(
      ({ plain }) => /决算|结算|竣工|实际/u.test(plain) && !/评审/u.test(plain),
    )
    // 竣工决算审定价 is a final cost, whoever has reviewed it.
    const earlier = (planned?.roots ?? []).filter((root) => /评审|审定|核定/u.test(root.plain) && !later.includes(root))
    const [[reviewed, ...moreReviewed], [final, ...moreFinal]] = [earlier, later]
    if (planned && reviewed && final && moreReviewed.length + moreFinal.length === 0)
      yield check(planned, reviewed, final)
  },
}

export default rule

function check(planned: Planned, reviewed: Item, final: Item): Result {
  const [base, excess] = [
    decimal(reviewed.value.yuan),
    subtract(decimal(final.value.yuan), decimal(reviewed.value.yuan)),
  ]
  if (compare(multiply(excess, decimal(10)), base) <= 0) return holds()
  const share = Math.round(((final.value.yuan - reviewed.value.yuan) / reviewed.value.yuan) * 1000) / 10
  const [before, after] = [figureOf(planned, reviewed), figureOf(planned, final)]
  return fails({
    message: {
      zh: `${show(after)}比评审的 ${show(before)}高 ${share}%。`,
      en: `${show(after)} is ${share} % above the reviewed ${show(before)}.`,
    },
    evidence: evidence(after, before),
    expected: '≤ 10 %',
    formula: `(${show(after)} - ${show(before)}) / ${show(before)} = ${share} %`,
  })
}
