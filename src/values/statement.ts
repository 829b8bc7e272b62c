import type { Amount } from '../model.ts'
import { amount, findAmounts } from './amount.ts'
import { type Count, counters, findCounts } from './count.ts'
import { numberPattern } from './decimal.ts'
import type { Found } from './found.ts'
import { type Normalised, normalise } from './normalise.ts'

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
  isInBrackets: boolean
}

/** The sums that a text states, in printed order. `year` is the year that it plans. No plan is as long as a book. */
export function statementsIn(text: string, year?: number, copy: Normalised = normalise(text)): Statement[] {
  if (text.length > longest) return []
  const slice = (first: number, last: number) => text.slice(copy.at[first] ?? 0, copy.ends[last - 1] ?? 0)
  const statements: Statement[] = []
  let rates: Price[] = []
  let from = 0
  for (const found of moneyIn(copy.text)) {
    if (isThreshold(copy.text, found)) continue
    const per = unitsOf(copy.text, found)
    if (per.length > 0 && !isYearly(per)) {
      rates.push({ ...found, per })
      continue
    }
    const between = joined(copy.text.slice(from, found.start))
    const start = from + beginning(between)
    const said = copy.text.slice(start, found.start)
    const before = statements.at(-1)
    statements.push({
      ...found,
      text: slice(found.start, found.end),
      phrase: slice(start, found.end),
      plain: said,
      role: isRemark(copy.text, found) && !isListed(between, before) ? 'reference' : roleOf(said, year),
      ...markOf(said),
      ...workedOut(said, copy.text.slice(from, start), rates),
      joint: { ...jointOf(between), isInBrackets: isRemark(copy.text, found) },
    })
    rates = []
    from = found.end
  }
  return statements
}

// Sums, and prices such as 36万元/年, in printed order.
function moneyIn(plain: string): Found<Amount>[] {
  const prices = [...plain.matchAll(priced)].flatMap((match): Found<Amount>[] => {
    const value = amount(match[0])
    return value ? [{ start: match.index, end: match.index + match[0].length, value, text: match[0] }] : []
  })
  return [...findAmounts(plain), ...prices].sort((a, b) => a.start - b.start)
}

const priced = new RegExp(`(?<![\\d.,])${numberPattern}(?:[万亿千百]|十万|百万|千万)?元(?=/|每[^\\d])`, 'gu')

const longest = 10_000

type Price = Found<Amount> & { per: string[] }

// The number and the price that a sum is worked out from. Where several are listed before it, it is the sum of them all.
function workedOut(said: string, before: string, rates: Price[]): Pick<Statement, 'counts' | 'rate'> {
  const counts = findCounts(said).map(({ value }) => value)
  const others = findCounts(before).filter(({ value }) => counts.some(({ unit }) => unit === value.unit))
  const [rate, ...more] = rates
  if (others.length > 0 || more.length > 0) return { counts: [] }
  return { counts, ...(rate && { rate: { amount: rate.value, text: rate.text, per: rate.per } }) }
}

// What stands in brackets is a remark on the sum before them: 人员经费 150 万元（含社保 30 万元）.
function isRemark(plain: string, { start }: Found<Amount>): boolean {
  const before = plain.slice(Math.max(0, start - 60), start)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

// （其中：进口 100 万元、国产 50 万元） goes on with a list that is meant as one.
function isListed(between: string, before: Statement | undefined): boolean {
  const isSecond = before?.joint.isInBrackets === true && before.role === 'sum' && !between.includes('(')
  return between.includes('其中') || isSecond
}

// A line that ends without a mark goes on.
function joined(between: string): string {
  return between.replace(/(?<![。;:])\n(?!\p{Script=Han}{1,3}、|[\d(①-⑳])/gu, ' ')
}

// 200-500万元的 and 500万元以上的 say which case a standard is for, 最高 and 不超过 what none may exceed.
function isThreshold(plain: string, { start, end }: Found<Amount>): boolean {
  const behind = plain.slice(end, end + 8)
  const before = plain.slice(Math.max(0, start - 14), start)
  return (
    /^(?:及|\(含\))?以[上下内]|^\(?[不含]{0,2}含?\)?以[上下内]|^(?:左右)?不等/u.test(behind) ||
    /[\d万元]-$|(?:最高|不超过|不高于|上限|限额)[^\d,;。、:]{0,4}$|(?:满|达到|超过)$/u.test(before) ||
    /以[上下内]的?\p{Script=Han}{0,4}(?:奖励|补助|补贴|奖补|资助)\p{Script=Han}{0,2}$/u.test(before)
  )
}

function unitsOf(plain: string, { start, end }: Found<Amount>): string[] {
  const [before, behind] = [plain.slice(Math.max(0, start - 24), start), plain.slice(end, end + 24)]
  const product = factors.exec(before)?.[0] ?? /^[×*xX].{1,20}/u.exec(behind)?.[0]
  if (product)
    return findCounts(product)
      .map(({ value }) => value.unit)
      .concat(product.includes('年') ? ['年'] : [])
  const words =
    /(?:每|人均|单价|均价)[^\d,;。:、]{0,14}$/u.exec(before)?.[0] ??
    /^(?:\/|每)[\p{Script=Han}m²·./]{1,10}/u.exec(behind)?.[0]
  if (!words) return []
  const named = [...words.replace('人均', '每人').matchAll(things)].map(([, thing = '']) => thing)
  return named.length > 0 ? named : ['']
}

// 20人×3天×150元
const factors = new RegExp(`(?:\\d[\\d.]{0,9}(?:${counters}|年|月)[×*xX]){1,4}$`, 'u')
const things = new RegExp(`(?:每|[/·.])((?:${counters})|年度?|个?月|季度|天|日|分)`, 'gu')

function isYearly(per: string[]): boolean {
  return per.every((thing) => thing.startsWith('年'))
}

// A statement begins behind the last full stop, semicolon, line end or colon, and behind 其中.
function beginning(between: string): number {
  const cuts = [...between.matchAll(/[。;\n]|:(?=.)|其中:?|注:/gu)].map((match) => match.index + match[0].length)
  const start = cuts.at(-1) ?? 0
  return start + (/^(?:\/年)?[,、:)]*/u.exec(between.slice(start))?.[0].length ?? 0)
}

function roleOf(said: string, year: number | undefined): Role {
  const clause = clauseOf(said)
  if (difference.test(clause)) return 'difference'
  const years = [...clause.matchAll(/(?<!\d)((?:19|20)\d\d)年/gu)].map((match) => Number(match[1]))
  const isOther = year !== undefined && years.length > 0 && !years.includes(year)
  return isOther || reference.test(clause) ? 'reference' : 'sum'
}

const difference =
  /(?:超出|超过|超支|高出|增加|减少|节约|节省|低于|少于|多于)[了约为]{0,2}$|(?:差额|结余|缺口)\p{Script=Han}{0,4}$/u
const reference =
  /参照|参考|对比|相比|较上|比上|上一?[年轮期届次]|去年|往年|历年|以前年度|累计|截[至止]|已(?:经)?(?:安排|拨付|支付|下达|投入|到位)\p{Script=Han}{0,6}$|可研|概算|总投资|批复总|市场价|罚款|销售额|营业额|产值|注册资本/u

function markOf(said: string): Pick<Statement, 'mark'> {
  const mark = marks.find(({ words }) => words.test(clauseOf(said)))?.mark
  return mark ? { mark } : {}
}

const marks = [
  { mark: 'subtotal', words: /小计[^\p{Script=Han}]{0,2}$/u },
  {
    mark: 'total',
    words:
      /(?:合计|总计|总共|一共|共需|(?<!公)共(?![同享建有青管用产和识聚])|共计(?!划))[约为需\p{Script=Han}]{0,6}:?$/u,
  },
  { mark: 'whole', words: /总(?:金额|费用|额|预算|价|经费|成本|资金)[\p{Script=Han}]{0,6}:?$|^全部/u },
] as const

/** The last clause of what is said of a sum. */
export function clauseOf(said: string): string {
  return said.slice(Math.max(said.lastIndexOf(','), said.lastIndexOf('、')) + 1)
}

function jointOf(between: string): Omit<Joint, 'isInBrackets'> {
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
