import type { Evidence } from '../model.ts'
import { matchesOf } from '../values/matches.ts'
import { fails, type Rule } from './rule.ts'
import { evidence } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** An amount of money is printed with its unit, not with 万 or 亿 alone. */
const rule: Rule = {
  name: 'unit-missing',
  chapter: 'form',
  severity: 'info',
  title: {
    zh: '金额写明“元”，不单写“万”或“亿”',
    en: 'An amount of money is printed with 元, not with 万 or 亿 alone',
  },
  why: {
    zh: '“500万”可能是元，也可能是其他单位。请补写“万元”。',
    en: '500万 may be yuan or anything else. Write 万元.',
  },
  *checkProject({ form, narrative }) {
    const prose = [form?.implementationPlan, form?.annualObjective, form?.mediumTermObjective, narrative?.overview]
    const targets = (form?.indicators ?? []).map(({ target }) => target)
    const places = [...prose, narrative?.implementationPlan, narrative?.budget, ...targets].filter(
      (place) => place !== undefined,
    )
    for (const place of Map.groupBy(places, ({ text }) => text).values()) yield* check(place)
  },
}

export default rule

function* check([place, ...others]: Evidence[]) {
  const amounts =
    place && /[万亿](?!\s?元)/u.test(place.text) ? matchesOf(bare, plainOf(place)).map(([amount]) => amount) : []
  if (!place || amounts.length === 0) return
  const list = [...new Set(amounts)]
  yield fails({
    message: {
      zh: `金额未写“元”：${list.join('、')}。`,
      en: `An amount is printed without 元: ${list.join(', ')}.`,
    },
    evidence: evidence(place, ...others),
  })
}

// (含50万) behind 10-50万美元 repeats a figure whose unit is printed.
const bare = /(?<![\d.含])\d[\d,.]{0,18}[万亿](?!\s*元)(?=$|[。,;、)\n的]|及?以[上下内]|左右|至)/gu
