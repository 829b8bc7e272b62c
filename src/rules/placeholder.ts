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
    zh: 'XX、××、“增加（减少）”和一个也没勾选的方框等是模板的提示，留在公开文本里说明该处没有填写。请补填或删去。',
    en: 'XX, ××, “increased (decreased)” or boxes of which none is ticked belong to a template; left in a published text they show that nothing was filled in. Complete or remove them.',
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
  const all = places.map(({ text }) => text).join('\n')
  if (!placeholder.test(all) && !/[□☐]/u.test(all)) return
  for (const place of places) {
    const left = placeholder.exec(place.text)?.[0] ?? boxesIn(place.text)
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

// What may stand in front is looked at behind the first sign only: no more than a few texts have one. 400-***-1234 and
// 联系人张** are masked.
const signs =
  /(?=[XＸ×*＊_])(?<![\dA-Za-zＸ×*＊_]|\d-|代号|姓名|身份证号?|账号|卡号|电话|手机|[人员者主][：:]?[^由和与及为在的\s])(?:X{2,}|Ｘ{2,}|×{2,}|[*＊]{2,}|_{4,})(?![\dA-Za-zＸ×*＊_])/u
// 二〇〇八年 and 二○○八年 are years.
const circles = /(?<![一二三四五六七八九])[○〇]{2,}(?![一二三四五六七八九年])/u
const years = /20[XＸ×*＊]{2}年/u
// 元/人X天 multiplies.
const figures = /(?<![\dA-Za-z/+＋人天日月次个台套件家户名场米元])[XＸ](?=\s?[年月日元个家名次项人户台场批期%％]|万元)/u
const words =
  /待(?:填写|填报|补充)|(?<![^(（【\n])(?:请|此处)填[写报]|(?:增加|增长|减少|下降)[（(](?:减少|下降|增加|增长)[）)](?=\s*[\dX×*])/u
const placeholder = new RegExp([signs, circles, years, figures, words].map(({ source }) => source).join('|'), 'u')

// Of boxes that are to be ticked none is: 新增□ 延续□. A glyph of a symbol font may be the tick. Sentences with boxes between
// them are a list.
function boxesIn(text: string): string | undefined {
  const areChoices = /[□☐][^□☐。；;]{0,20}[□☐]/u.test(text)
  return areChoices && !/[√✓✔☑☒■●▣◼þ\p{Co}]/u.test(text) ? text : undefined
}
