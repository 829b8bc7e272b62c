import type { Amount } from '../model.ts'
import { type Count, findCounts } from './count.ts'
import type { Found } from './found.ts'
import type { Money } from './price.ts'

/** What a sum is worked out from. */
export interface Calculation {
  counts: Count[]
  /** What one of the things counted costs. */
  rate?: { amount: Amount; text: string; per: string[] }
  /** Whether a number and a price stand in front that make another sum, not printed: 5 人，每人 8 万元，办公费 20 万元. */
  isBesideProduct?: boolean
}

/**
 * The number and the price that a sum is worked out from, with the places of the prices in `plain`. Where several are listed
 * before it, it is the sum of them all.
 */
export function calculation(plain: string, before: string, prices: Money[]): Calculation {
  const [price, ...more] = prices
  const last = prices.at(-1)
  if (last && namesAnother(plain, last)) {
    return { counts: [], isBesideProduct: countsIn(plain.slice(0, last.end)).length > 0 }
  }
  if (more.length > 0) return { counts: [] }
  const counts = countsIn(plain)
  const isCounted = ({ value }: Found<Count>) => counts.some(({ unit }) => unit === value.unit)
  if (counts.length > 0 && findCounts(before).some(isCounted)) return { counts: [] }
  return { counts, ...(price && { rate: { amount: price.value, text: price.text, per: price.per } }) }
}

/** The numbers of things in a text. */
export function countsIn(plain: string): Count[] {
  return findCounts(plain).map(({ value }) => value)
}

/** What counts the whole before 其中 parts it; no sum stands between them. */
export function leadIn(ahead: string): { at: number; plain: string } | undefined {
  const end = /,?其中:?$/u.exec(ahead)?.index
  const at = Math.max(...['。', ';', '\n'].map((mark) => ahead.lastIndexOf(mark, end))) + 1
  const plain = ahead.slice(at, end)
  return end !== undefined && /\d/u.test(plain) ? { at, plain } : undefined
}

/** The last clause of what is said of a sum. */
export function clauseOf(plain: string): string {
  return plain.slice(Math.max(plain.lastIndexOf(','), plain.lastIndexOf('、')) + 1)
}

// 每人 2000 元，会议费 20 万元: what is said of the sum closes no calculation, counts nothing that the price is per, and has
// no word of what is priced.
function namesAnother(plain: string, { end, per }: Money): boolean {
  const [priced, clause] = [plain.slice(0, end), clauseOf(plain)]
  const words = clause.replace(/[^一-鿿]/gu, '').replace(/[约为达]{1,2}$/u, '')
  if (end > plain.length - clause.length || words.length < 2 || closing.test(words) || general.test(words)) return false
  if (countsIn(clause).some(({ unit }) => per.some((thing) => unit.endsWith(thing)))) return false
  return ![...words].some((_, index) => index > 0 && priced.includes(words.slice(index - 1, index + 1)))
}

const closing = /(?<!公)共|需(?!求)|[合总小]计|总[额价]|(?<![审设统会])计$/u
const general =
  /^(?:资金|经费|费用|金额|预算|支出|安排|投入|拨付|支付|发放|补[助贴]|奖[励补]|资助|全年|年度|本年|[额款])+$/u
