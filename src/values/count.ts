import type { Comparison } from '../model.ts'
import { comparisonOf, signs, tails } from './comparison.ts'
import { exact, numberPattern } from './decimal.ts'
import type { Found } from './found.ts'
import { matchesOf } from './matches.ts'
import { numeral } from './numeral.ts'

/** A number of things that prose states: 不少于 40 家, 六名, 85%以上, 36 万平方米. */
export interface Count {
  comparison: Comparison
  number: number
  unit: string
}

/** The counts in a normalised text, with their places in it; ordinals, thresholds of a standard and words such as 一次性 are none. */
export function findCounts(plain: string): Found<Count>[] {
  return matchesOf(pattern, plain).flatMap((match) => {
    const { sign, digits, worded = '', counter = '', unit = counter, tail } = match.groups ?? {}
    const number = digits ? exact(digits) : numeral(worded)
    const comparison = comparisonOf(sign, tail)
    if (number === null || comparison === null) return []
    const [start, end] = [match.index, match.index + match[0].length]
    return [{ start, end, value: { comparison, number, unit }, text: match[0] }]
  })
}

/** A unit as it is counted with another: 名 is 人, 平方米 is m². */
export function kindOfUnit(unit: string): string {
  return kinds.get(unit) ?? unit
}

/** Words that count things, as a pattern; what would make another word of them is excluded. */
export const counters = [
  '家次|人次|批次|场次|台次|车次|件次|户次|平方米|平方公里|立方米|公里|公顷|m²|小时|学时|课时|台套|工作日',
  '个(?!月|百分点|方面|行业|工作日|年度|性)|家(?!庭)|人(?![均才民事员])|名(?![单称列录誉])|位(?!于)|次(?![性日年])|场(?![所地馆])',
  '件|份(?!额)|项(?![目下])|套(?!餐)|台(?!账)|辆|户(?!外)|所(?![有需得在])|处(?![理于室置])|座(?!谈)|亩|期(?![间末内限初])|篇|册',
  '门(?!店)|间|支(?![持付出])|批(?![零发复准])|条(?!件)|班(?!级)|天|株|吨|盏|只(?![有是能])|头|米|部(?![门分级署委队位])|组(?![织成])|栋|幅|块|口|轮',
].join('|')

const kinds = new Map(Object.entries({ 名: '人', 位: '人', 平方米: 'm²', '㎡': 'm²', 场次: '场' }))
const words = '(?<![一二三四五六七八九十第几数百千万亿])[二两三四五六七八九十][一二三四五六七八九十百]{0,3}'
// 第3次 is an ordinal, 10-50家 and 10家以下 in a standard are intervals, 1.5万家 has a multiplier.
const pattern = new RegExp(
  String.raw`(?<sign>${signs})?(?<![\d.第〔每-])(?:(?<digits>${numberPattern})(?<unit>[万亿]?(?:${counters})|%)|(?<worded>${words})(?<counter>[名家场台套户所座辆份篇册]|部(?![门分级署委队位])))(?<tail>${tails})?`,
  'gu',
)
