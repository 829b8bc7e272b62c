import type { Amount, Sourced } from '../model.ts'
import { fails, holds, type Rule } from './rule.ts'
import { figures } from './shared/figures.ts'
import { evidence, isRead } from './shared/states.ts'

/** Money is printed to two decimals of 万元 at most, and never to less than a 分. */
const rule: Rule = {
  name: 'precision',
  chapter: 'form',
  severity: 'info',
  title: {
    zh: '以万元为单位的金额不超过两位小数，金额不小于分',
    en: 'Money in 万元 has at most two decimals, and none is printed to less than a 分',
  },
  why: {
    zh: '小数位过多多为换算或取平均数时未作取整。请统一保留两位小数。',
    en: 'More decimals are usually left over from a division. Print two, everywhere.',
  },
  *checkProject({ narrative, form }) {
    const amounts = [narrative?.budget, form?.funding.mediumTerm, form?.funding.annual]
    const lines = form?.funding.lines.map(({ amount }) => amount) ?? []
    for (const printed of [...amounts, ...lines].filter(isRead)) {
      const places = placesIn(printed)
      if (places === undefined) yield holds()
      else
        yield fails({
          message: { zh: `“${printed.text}”有 ${places} 位小数。`, en: `“${printed.text}” has ${places} decimals.` },
          evidence: evidence(printed),
        })
    }
  },
}

export default rule

// The decimals of an amount that has too many.
function placesIn(printed: Sourced<Amount> & { value: Amount }): number | undefined {
  const unit = figures([printed])[0]?.unit ?? '元'
  const step = { 亿元: 1e8, 万元: 1e4, 千元: 1e3, 元: 1 }[unit] / printed.value.step
  const places = Math.round(Math.log10(step))
  return (unit === '万元' && places > 2) || printed.value.step < 0.01 ? places : undefined
}
