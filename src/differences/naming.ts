/** A folded name without the years in it: 2021年度春季展会 is 春季展会. */
export function withoutYears(name: string): string {
  return name.replace(years, '').replace(leadingYear, '').replace(/\(\)/gu, '')
}

/** A folded name without numbering and the ordinals of what recurs: 第三届展会 is 展会. */
export function withoutOrdinals(name: string): string {
  return name.replace(numbering, '').replace(ordinals, '')
}

/** What tells projects of otherwise like names apart: 一期 and 二期, （小学） and （中学）. */
export function marksOf(name: string): string {
  return Array.from(name.matchAll(marks), ([mark]) => mark)
    .sort()
    .join(' ')
}

const year = String.raw`(?:(?:19|20)\d{2}|[一二][〇零九][〇零一二三四五六七八九]{2})`
const years = new RegExp(String.raw`(?<!\d)${year}(?:年?[-~至到](?:${year}|\d{2}))?(?:年度?|学年|财年)`, 'gu')
// 2021春季展会, but 2000人培训 begins with a number of people.
const leadingYear = new RegExp(
  String.raw`^${year}(?=\p{Script=Han})(?![人名个家户亩吨套台辆万千元米所座])|\(${year}\)`,
  'gu',
)
// 1.农田改造, but 1.5万亩农田改造 begins with a figure.
const numbering = /^(?:\([\d一二三四五六七八九十]{1,3}\)|[\d一二三四五六七八九十]{1,3}[、.](?!\d))/u
const ordinals = /第[\d一二三四五六七八九十百]{1,4}[届批次期轮]/gu
const marks = /\([^()]{1,30}\)|\d{1,20}|[一二三四五六七八九十百]{1,5}(?=[期标号段级类区片])/gu
