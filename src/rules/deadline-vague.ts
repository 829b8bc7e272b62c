import type { Indicator } from '../model.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { nameOf } from './shared/pairs.ts'
import { evidence, isRead } from './shared/states.ts'

/** A timeliness indicator names a time. */
const rule: Rule = {
  name: 'deadline-vague',
  chapter: 'time',
  severity: 'info',
  title: { zh: '时效指标写明时间', en: 'A timeliness indicator names a time' },
  why: {
    zh: '“适时”“及时”“按计划”无法考核是否按期完成。请写明完成时间或响应时限。',
    en: '“In due time” or “as planned” cannot be measured. Name a date or a limit.',
  },
  *checkProject({ form }) {
    const timely = (form?.indicators ?? []).filter(({ dimension }) => dimension?.value === 'timeliness')
    for (const [indicator] of Map.groupBy(timely, nameOf).values()) if (indicator) yield* check(indicator)
  },
}

export default rule

function* check({ name, target }: Indicator): Iterable<Result> {
  if (!isRead(target)) return
  if (!vague.test(target.text)) return yield holds()
  yield fails({
    message: {
      zh: `“${name?.text ?? ''}”的指标值为“${target.text}”，没有具体时间。`,
      en: `“${name?.text ?? ''}” is due “${target.text}”, which names no time.`,
    },
    evidence: evidence(target, name),
  })
}

const vague = /^[^\d适及按尽]{0,20}(?:适时|及时|按时|按期|按计划|按进度|按要求|尽快)[^\d]*$/u
