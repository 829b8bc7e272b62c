import type { Target } from '../model.ts'
import { measure, signs, tails } from './comparison.ts'
import { exact, numberPattern } from './decimal.ts'
import type { Reading } from './reading.ts'

/** A change against another year, with or without its amount: `较上年增长`, `逐年增加`, `同比下降5%`; else null. */
export function trend(read: Reading): Target | null {
  const match = pattern.exec(read.text)
  if (!match?.groups) return null
  const { each, number } = match.groups
  const direction = match.groups.up ? 'up' : match.groups.down ? 'down' : 'level'
  const value = number ? exact(number) : undefined
  if (value === null) return null
  const amount = value === undefined ? {} : { number: value, unit: read.printed(match.indices?.groups?.unit) }
  return { kind: 'trend', base: each ? 'eachYear' : 'previousYear', direction, ...amount }
}

/** A value that is fixed elsewhere: `按合同价`, `据实结算`, `以审计结果为准`; else null. */
export function reference(read: Reading): Target | null {
  const isReference = agreed.test(read.text) || actual.test(read.text)
  return isReference ? { kind: 'reference', to: read.text } : null
}

const previous = '(?:较|比|与|同)(?:上年度?|去年|上一?年度?|往年|前一年度?)(?:同期)?(?:水平)?(?:相比)?|同比'
const degree = '(?:实现|有所|有|稳步|明显|显著|持续|逐步|进一步|保持|基本){0,2}'
const up = '增长|增加|提高|上升|提升|增强|扩大|递增|上涨'
const down = '下降|减少|降低|下滑|缩短|缩小|递减|压减'
const amount = `(?:${signs})?(?<number>${numberPattern})(?<unit>个百分点|百分点|%|\\p{Script=Han}{0,6}?)(?:${tails})?`
const pattern = new RegExp(
  `^${measure}(?:(?<each>逐年|每年|年均)|(?:${previous}))${degree}(?:(?<up>${up})|(?<down>${down})|持平)(?:${amount})?$`,
  'du',
)
const agreed =
  /^(?:按照?|依照?|依据|根据|参照|以)(?!时|期|计划|要求|需|进度|质|序)(?!\p{Script=Han}{0,20}(?:完成|提交|提供|出具|编制|达到))\p{Script=Han}{0,20}(?:合同|约定|价|价格|协议|标准|为准|结果|报告|结算|发生额?|实际支出)(?:执行|结算|支付|发放|为准)?$/u
const actual = /^(?:据实|按实|实报实销)(?:结算|列支|支付|报销|核算|发生)?$/u
