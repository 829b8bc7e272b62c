import type { Amount } from '../model.ts'
import { findAmounts } from './amount.ts'
import { type Count, counters, findCounts } from './count.ts'
import type { Found } from './found.ts'
import { normalise } from './normalise.ts'

/** A sum of money as prose states it, with what is said in front of it: 批发企业预计 6 家，每家 3 万元，计 18 万元. */
export interface Statement extends Found<Amount> {
  /** What is printed, from the beginning of the statement to its sum. */
  phrase: string
  /** The same in one spelling. */
  plain: string
  /** What the sum closes: the list before it, all lists, or what it names as a whole. */
  mark?: 'subtotal' | 'total' | 'whole'
  role: Role
  counts: Count[]
  /** What one of the things counted costs. */
  rate?: Rate
  joint: Joint
}

/** A sum that is planned, what two sums differ by, or a sum of another plan, year or phase. */
type Role = 'sum' | 'difference' | 'reference'

interface Rate {
  amount: Amount
  text: string
  per: string[]
}

/** What stands between a statement and the one before it. */
interface Joint {
  /** The strongest mark of separation: none 0, 、 1, ， 2, ； 3, 。 4. */
  strength: number
  /** 其中 opens the parts of a sum; so does a colon right behind the sum. */
  opens?: '其中' | '其中：' | '：'
  /** The style of the last list number: 一、 （一） 1、 （1） ①. */
  style?: string
  /** Whether a heading that states no sum, 二、出口信保：, stands in between. */
  isHeaded: boolean
}

/** The sums that a text states, in printed order. `year` is the year that it plans. */
export function statementsIn(text: string, year?: number): Statement[] {
  const copy = normalise(text)
  const plain = copy.text
  const statements: Statement[] = []
  const rates: (Found<Amount> & { per: string[] })[] = []
  let from = 0
  for (const found of findAmounts(plain)) {
    if (isThreshold(plain, found)) continue
    const per = unitsOf(plain, found)
    if (per.length > 0 && !isYearly(per)) rates.push({ ...found, per })
    if (per.length > 0 && !isYearly(per)) continue
    const between = joined(plain.slice(from, found.start))
    const start = from + beginning(between)
    const said = plain.slice(start, found.start)
    const slice = (first: number, last: number) => text.slice(copy.at[first] ?? 0, copy.ends[last - 1] ?? 0)
    const rate = rates.findLast((one) => one.start >= start)
    statements.push({
      ...found,
      text: slice(found.start, found.end),
      phrase: slice(start, found.end),
      plain: said,
      role: roleOf(said, year),
      ...markOf(said),
      counts: findCounts(said).map(({ value }) => value),
      ...(rate && { rate: { amount: rate.value, text: rate.text, per: rate.per } }),
      joint: jointOf(between),
    })
    from = found.end
  }
  return statements
}

// A line that ends without a mark goes on.
function joined(between: string): string {
  return between.replace(/(?<![。;:])\n(?!\p{Script=Han}{1,3}、|[\d(①-⑳])/gu, ' ')
}

// 200-500万元的 and 500万元以上的 say which case a standard is for, 最高 and 不超过 what none may exceed.
function isThreshold(plain: string, { start, end }: Found<Amount>): boolean {
  const behind = plain.slice(end, end + 8)
  const before = plain.slice(Math.max(0, start - 12), start)
  return (
    /^(?:及|\(含\))?以[上下内]|^\(?[不含]{0,2}含?\)?以[上下内]|^(?:左右)?不等/u.test(behind) ||
    /[\d万元]-$|(?:最高|不超过|不高于|上限|限额|以上|满|达到|超过)[^\d,;。、:]{0,4}$/u.test(before)
  )
}

function unitsOf(plain: string, { start, end }: Found<Amount>): string[] {
  const before = /(?:每|人均|单价|均价)[^\d,;。:、]{0,14}$/u.exec(plain.slice(Math.max(0, start - 18), start))?.[0]
  const behind = /^(?:\/|每)[\p{Script=Han}m²·./]{1,10}/u.exec(plain.slice(end, end + 12))?.[0]
  const words = before ?? behind
  if (!words) return []
  const named = [...words.replace('人均', '每人').matchAll(things)].map(([, thing = '']) => thing)
  return named.length > 0 ? named : ['']
}

const things = new RegExp(`(?:每|[/·.])((?:${counters})|年度?|个?月|季度|天|日|分)`, 'gu')

function isYearly(per: string[]): boolean {
  return per.every((thing) => thing.startsWith('年'))
}

// A statement begins behind the last full stop, semicolon, line end or colon, and behind 其中.
function beginning(between: string): number {
  const cuts = [...between.matchAll(/[。;\n]|:(?=.)|其中:?|注:/gu)].map((match) => match.index + match[0].length)
  const start = cuts.at(-1) ?? 0
  return start + (/^[,、:]*/u.exec(between.slice(start))?.[0].length ?? 0)
}

function roleOf(said: string, year: number | undefined): Role {
  const clause = clauseOf(said)
  if (difference.test(clause)) return 'difference'
  const years = [...clause.matchAll(/(?<!\d)((?:19|20)\d\d)年/gu)].map((match) => Number(match[1]))
  const isOther = year !== undefined && years.length > 0 && !years.includes(year)
  return isOther || reference.test(clause) ? 'reference' : 'sum'
}

const difference = /超出|超过|超支|差额|结余|节约|节省|缺口|高出|低于|少于|多于|增加(?!值|服务)|减少/u
const reference =
  /参照|参考|对比|相比|较上|比上|上一?[年轮期届次]|去年|往年|历年|以前年度|累计|截[至止]|已(?:经)?(?:安排|拨付|支付|下达|完成|投入|到位)|可研|概算|总投资|批复总|市场价|罚款|销售额|营业额|产值|注册资本/u

function markOf(said: string): Pick<Statement, 'mark'> {
  const mark = marks.find(({ words }) => words.test(clauseOf(said)))?.mark
  return mark ? { mark } : {}
}

const marks = [
  { mark: 'subtotal', words: /小计[^\p{Script=Han}]{0,2}$/u },
  { mark: 'total', words: /(?:合计|共计|总计|总共|一共|共需|共)[约为需\p{Script=Han}]{0,6}:?$/u },
  { mark: 'whole', words: /总(?:金额|费用|额|预算|价|经费|成本|资金)[\p{Script=Han}]{0,6}:?$|^全部/u },
] as const

function clauseOf(said: string): string {
  return /[^,、]*$/u.exec(said)?.[0] ?? said
}

function jointOf(between: string): Joint {
  const strengths = [...between.matchAll(/[、,;。\n]/gu)].map(([mark]) =>
    mark === '\n' ? 4 : '、,;。'.indexOf(mark) + 1,
  )
  const among = /其中:?/u.exec(between)?.[0]
  const opens = among ? (among.endsWith(':') ? '其中：' : '其中') : between.startsWith(':') ? '：' : undefined
  const style = [...between.matchAll(numbers)].map(([, number = '']) => styleOf(number)).at(-1)
  return {
    strength: Math.max(0, ...strengths),
    ...(opens && { opens }),
    ...(style && { style }),
    isHeaded: /[\p{Script=Han})]:/u.test(between.replace(/其中:/u, '')),
  }
}

const numbers =
  /(?:^|[\n。;:,、])((?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:、|\.(?!\d))|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|[①-⑳])/gu

function styleOf(number: string): string {
  return number
    .replace(/[一二三四五六七八九十]{1,3}/u, '一')
    .replace(/\d{1,2}/u, '1')
    .replace(/[①-⑳]/u, '①')
}
