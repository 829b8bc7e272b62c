import type { Comparison } from '../model.ts'

// Negated words first: 不低于 must win over 低于.
const before = new Map<string, Comparison>([
  ...all('≥', '大于或等于 大于等于 不少于 不低于 不小于 不得少于 不得低于 至少 最低 最少 ≥'),
  ...all('≤', '小于或等于 小于等于 不超过 不高于 不大于 不多于 不得超过 不得高于 控制在 最高 最多 ≤'),
  ...all('≈', '大约 约 近 ≈'),
  ...all('>', '大于 超过 高于 多于 突破 >'),
  ...all('<', '小于 低于 少于 不足 不满 <'),
  ...all('=', '达到 完成 等于 为 达 ='),
])
const after = new Map<string, Comparison>([
  ...all('≥', '及以上 (含)以上 以上 (及以上) (含以上) (以上)'),
  ...all('≤', '及以下 (含)以下 以下 之内 以内 内 (及以下) (以下) (以内)'),
  ...all('≈', '左右 上下'),
])

/** The words and signs that stand before a number, as a pattern. */
export const signs = `(?:${[...before.keys()].join('|')})`

/** The words that stand after a number and its counter, as a pattern. */
export const tails = `(?:${[...after.keys()].map((tail) => tail.replace(/[()]/gu, '\\$&')).join('|')})`

/** The name of a measure that repeats the indicator's before a sign, as a pattern: 满意度≥90%. 每户 or 人均 would change the value. */
export const measure = String.raw`(?:(?!\p{Script=Han}{0,16}[每均较比])\p{Script=Han}{1,14}(?:率|(?<![年季月])度|数|量|额|面积|时间|比例|比重):?(?=[\d≥≤><=]|${signs}\d))?`

/** What a sign and a tail say together; null when they contradict each other, as in ≥90%以下. */
export function comparisonOf(sign: string | undefined, tail: string | undefined): Comparison | null {
  const [first, last] = [before.get(sign ?? ''), after.get(tail ?? '')]
  if (!first || !last) return first ?? last ?? '='
  if (first === '=' || first === last) return last
  return (first === '>' && last === '≥') || (first === '<' && last === '≤') ? first : null
}

function all(comparison: Comparison, words: string): [string, Comparison][] {
  return words.split(' ').map((word) => [word, comparison])
}
