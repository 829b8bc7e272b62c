import type { Amount } from '../model.ts'
import { type Calculation, calculation, clauseOf, countsIn, leadIn } from './calculation.ts'
import type { Count } from './count.ts'
import type { Found } from './found.ts'
import { matchesOf } from './matches.ts'
import { type Normalised, normalise } from './normalise.ts'
import { isPrice, type Money, moneyIn } from './price.ts'

/** A sum of money as prose states it, with what is said in front of it: 批发企业预计 6 家，每家 3 万元，计 18 万元. */
export interface Statement extends Found<Amount>, Calculation {
  /** What is printed, from the beginning of the statement to its sum. */
  phrase: string
  /** The same without the sum, in one spelling. */
  plain: string
  /** What the sum closes: the list before it, all lists, or what it names as a whole. */
  mark?: 'subtotal' | 'total' | 'whole'
  role: Role
  /** What stands before 其中 in its sentence, and what it counts: 奖励企业 25 户，其中大型企业 10 户. */
  among?: { phrase: string; plain: string; counts: Count[] }
  joint: Joint
}

/** A sum that is planned, what two sums differ by, or a sum of another plan, year or phase. */
type Role = 'sum' | 'difference' | 'reference'

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
  const statements: Statement[] = []
  let prices: Money[] = []
  for (const money of moneyIn(copy.text)) {
    if (isPrice(money)) prices.push(money)
    else {
      statements.push(statement(text, copy, money, { before: statements.at(-1), prices, year }))
      prices = []
    }
  }
  return statements
}

const longest = 10_000

/** What a sum is read with: the statement before it, the prices since, and the year of the plan. */
interface Context {
  before: Statement | undefined
  prices: Money[]
  year: number | undefined
}

function statement(text: string, copy: Normalised, { per: _, ...found }: Money, context: Context): Statement {
  const { before, prices, year } = context
  const from = before?.end ?? 0
  const between = joined(copy.text.slice(from, found.start))
  const start = from + beginning(between)
  const plain = copy.text.slice(start, found.start)
  const slice = (first: number, end = found.end) => text.slice(copy.at[first] ?? 0, copy.ends[end - 1] ?? 0)
  const isInBrackets = isRemark(copy.text, found)
  const ahead = copy.text.slice(from, start)
  const lead = leadIn(ahead)
  return {
    ...found,
    text: slice(found.start),
    phrase: slice(start),
    plain,
    role: isInBrackets && !isListed(between, before) ? 'reference' : roleOf(plain, year),
    ...markOf(plain),
    ...calculation(plain, lead ? '' : ahead, within(prices, start)),
    ...(lead && {
      among: {
        phrase: slice(from + lead.at, from + lead.at + lead.plain.length),
        plain: lead.plain,
        counts: countsIn(lead.plain),
      },
    }),
    joint: { ...jointOf(between), isInBrackets },
  }
}

// A price in a sentence before says what that one states.
function within(prices: Money[], from: number): Money[] {
  const own = prices.filter(({ start }) => start >= from)
  return own.map((price) => ({ ...price, start: price.start - from, end: price.end - from }))
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

// A line that ends without a mark goes on. The range 一-鿿 compiles in a fraction of the time of \p{Script=Han}, and prose
// of plans has no rarer characters.
function joined(between: string): string {
  return between.replace(/(?<![。;:])\n(?![一-鿿]{1,3}、|[\d(①-⑳])/gu, ' ')
}

// A statement begins behind the last full stop, semicolon, line end or colon, and behind 其中.
function beginning(between: string): number {
  const cuts = matchesOf(/[。;\n]|:(?=.)|其中:?/gu, between).map((match) => match.index + match[0].length)
  const start = cuts.at(-1) ?? 0
  return start + (/^(?:\/年)?[,、:)]*/u.exec(between.slice(start))?.[0].length ?? 0)
}

function roleOf(plain: string, year: number | undefined): Role {
  const clause = clauseOf(plain)
  if (difference.test(clause)) return 'difference'
  const years = matchesOf(/(?<!\d)((?:19|20)\d\d)年/gu, clause).map((match) => Number(match[1]))
  const isOther = year !== undefined && years.length > 0 && !years.includes(year)
  return isOther || reference.test(clause) ? 'reference' : 'sum'
}

const difference =
  /(?:超出|超支|高出)[一-鿿]{0,6}$|(?:超过|增加|减少|节约|节省|低于|少于|多于)[了约为]{0,2}$|(?:差额|结余|缺口)[一-鿿]{0,4}$/u
const reference =
  /参照|参考|对比|相比|较上|比上|上一?[年轮期届次]|去年|往年|历年|以前年度|累计|截[至止]|已(?:经)?(?:安排|拨付|支付|下达|投入|到位)[一-鿿]{0,6}$|可研|概算|总投资|批复总|市场价|罚款|销售额|营业额|产值|注册资本/u

function markOf(plain: string): Pick<Statement, 'mark'> {
  const clause = clauseOf(plain)
  const mark = marks.find(({ words }) => words.test(clause))?.mark
  return mark ? { mark } : {}
}

const marks = [
  { mark: 'subtotal', words: /小计[^一-鿿]{0,2}$/u },
  {
    mark: 'total',
    words:
      /(?:合计|总计|总共|一共|共需|(?<!公)共(?![同享建有青管用产和识聚])|共计(?!划))[约为需一-鿿]{0,6}:?$|[合总]计\d[\d.]{0,8}[一-鿿]{1,3}$/u,
  },
  { mark: 'whole', words: /总(?:金额|费用|额|预算|价|经费|成本|资金)[一-鿿]{0,6}:?$|^全部/u },
] as const

function jointOf(between: string): Omit<Joint, 'isInBrackets'> {
  const strengths = matchesOf(/[、,;。\n]/gu, between).map(([mark]) => '、,;。\n'.indexOf(mark) + 1)
  const among = /其中:?/u.exec(between)?.[0]
  const opens = among ? (among.endsWith(':') ? '其中：' : '其中') : announced.test(between) ? '：' : undefined
  const style = matchesOf(numbers, between)
    .map(([, number = '']) => styleOf(number))
    .at(-1)
  return {
    strength: Math.min(4, Math.max(0, ...strengths)),
    ...(opens && { opens }),
    ...(style && { style }),
    isHeaded: /[一-鿿)]:/u.test(between.replace(/其中:/u, '')),
  }
}

// 总计 30 万元，具体为：… is a colon behind the sum, too.
const announced = /^(?:,(?:具体)?(?:包括|包含|为|如下|分别为|安排如下))?:/u

const numbers =
  /(?:^|[\n。;:,、])((?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:、|\.(?!\d))|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|[①-⑳])/gu

function styleOf(number: string): string {
  return number
    .replace(/[一二三四五六七八九十]{1,3}/u, '一')
    .replace(/\d{1,2}/u, '1')
    .replace(/[①-⑳]/u, '①')
}
