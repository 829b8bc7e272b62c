import type { Evidence } from '../model.ts'
import { fails, holds, type Problem, type Result, type Rule } from './rule.ts'
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
    yield* check([...fieldsIn({ title, summary }).map(({ value }) => value), ...prose])
  },
  *checkProject({ narrative, form }) {
    // Names and numbers of persons are masked with the same signs.
    const masked = form?.contact ? fieldsIn(form.contact) : []
    const fields = [narrative, form].flatMap((part) => (part ? fieldsIn(part) : []))
    yield* check(fields.filter((field) => !masked.includes(field)).map(({ value }) => value))
  },
}

export default rule

function* check(places: Evidence[]): Iterable<Result> {
  if (places.length > 0) yield holds()
  // One search through all is faster than one through each.
  if (!placeholder.test(places.map(({ text }) => text).join('\n'))) return
  for (const place of places) {
    const [left] = placeholder.exec(place.text) ?? []
    if (left !== undefined) yield fails(problem(place, left))
  }
}

function problem(place: Evidence, left: string): Problem {
  return {
    message: {
      zh: `此处留有模板占位内容“${left}”。`,
      en: `The placeholder “${left}” is left here.`,
    },
    evidence: evidence(place),
  }
}

// What may stand in front is looked at behind the first sign only: no more than a few texts have one.
const placeholder =
  /(?=[XＸ×*＊_])(?<![\dA-Za-z]|代号|姓名|身份证号?|账号|卡号|电话|手机)(?:X{2,}|Ｘ{2,}|×{2,}|[*＊]{2,}|_{4,})(?![\dA-Za-z])|待(?:填写|填报|补充)|(?:增加|增长|减少|下降)[（(](?:减少|下降|增加|增长)[）)](?=\s*[\dX×*])/u
