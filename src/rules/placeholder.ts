import type { Evidence } from '../model.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { fieldsIn } from './shared/fields.ts'
import { evidence } from './shared/states.ts'

/** No placeholder of a template is left in the text. */
const rule: Rule = {
  name: 'placeholder',
  chapter: 'form',
  severity: 'error',
  title: { zh: '文中没有遗留模板占位内容', en: 'No placeholder of a template is left' },
  why: {
    zh: 'XX、××、“增加（减少）”等是模板的提示，留在公开文本里说明该处没有填写。请补填或删去。',
    en: 'XX, ×× or “increased (decreased)” belong to a template; left in a published text they show that nothing was filled in. Complete or remove them.',
  },
  *checkDocument({ title, summary, unread }) {
    const prose = unread.filter(({ what }) => what === 'paragraph')
    for (const place of [...fieldsIn({ title, summary }).map(({ value }) => value), ...prose]) yield check(place)
  },
  *checkProject({ narrative, form }) {
    // Names and numbers of persons are masked with the same signs.
    const { contact: _, ...rest } = form ?? {}
    for (const { value } of fieldsIn({ narrative, ...rest })) yield check(value)
  },
}

export default rule

function check(place: Evidence): Result {
  const [left] = placeholder.exec(place.text) ?? []
  if (left === undefined) return holds()
  return fails({
    message: {
      zh: `此处留有模板占位内容“${left}”。`,
      en: `The placeholder “${left}” is left here.`,
    },
    evidence: evidence(place),
  })
}

const placeholder =
  /(?<![\dA-Za-z]|代号|姓名|身份证号?|账号|卡号|电话|手机)(?:X{2,}|Ｘ{2,}|×{2,}|[*＊]{2,}|_{4,})(?![\dA-Za-z])|待(?:填写|填报|补充)|(?:增加|增长|减少|下降)[（(](?:减少|下降|增加|增长)[）)](?=\s*[\dX×*])/u
