import type { Indicator } from '../../model.ts'
import { kindOfUnit } from '../../values/count.ts'
import { Known } from './known.ts'
import { plainOf } from './texts.ts'

// Several rules ask what an indicator is about.
const known = new Known<Indicator, string>()

/** What an indicator counts or prices: 补助节水型企业数量 is about 节水型企业. */
export function objectOf(indicator: Indicator): string {
  const before = known.get(indicator)
  if (before !== undefined) return before
  const name = plainOf(indicator.name).slice(0, longest).replace(acts, '').replace(measures, '')
  const object = name.replace(/^[、,的]+|[、,的]+$/gu, '')
  known.set(indicator, object)
  return object
}

/** Whether an indicator counts all that a project pays for, whatever kind it is: 奖励单位数. */
export function isGeneral(object: string): boolean {
  return /^(?:受益|符合条件)?(?:的)?(?:单位|企业|对象|主体|机构|商户|项目|人员|群众|个体)?$/u.test(object)
}

/** The share of neighbouring characters of a name that a text has, from 0 to 1. */
export function likenessIn(name: string, text: string): number {
  const characters = [...name]
  const pairs = [...new Set(characters.slice(1).map((character, index) => (characters[index] ?? '') + character))]
  return pairs.length === 0 ? 0 : pairs.filter((pair) => text.includes(pair)).length / pairs.length
}

/** The longest stretch of a name, in characters, that a text has. */
export function stretchIn(name: string, text: string): number {
  let longest = 0
  for (let start = 0; start + longest < name.length; start++) {
    while (start + longest < name.length && text.includes(name.slice(start, start + longest + 1))) longest++
  }
  return longest
}

/** Whether a text names an object, or four characters of a longer one. */
export function names(text: string, object: string): boolean {
  return stretchIn(object, text) >= Math.min(object.length, 4)
}

/** Whether two units count the same things; 家 and 家次 are alike here, and other rules tell them apart. */
export function isAlike(a: string, b: string): boolean {
  return a === b || stem(a) === stem(b)
}

function stem(unit: string): string {
  const kind = kindOfUnit(unit)
  return kind.length > 1 ? kindOfUnit(kind.replace(/次$/u, '')) : kind
}

// A name is short; what is longer is none.
const longest = 60

const acts = /奖励|奖补|补助|补贴|资助|扶持|支持|购置|采购|举办|组织|参加|开展|聘请|完成|发放|各类|各项|全年|年度/gu
const measures = /(?:数量|次数|人数|场次|个数|面积|标准|成本|费用|单价|经费|资金|金额|总额|数|额)+$/u
