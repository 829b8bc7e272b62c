import type { Project, Sourced } from '../model.ts'
import { matchesOf } from '../values/matches.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { type Days, daysOf, spanOf } from './shared/dates.ts'
import { evidence, isRead } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** What a plan dates lies within the implementation period. */
const rule: Rule = {
  name: 'event-within-period',
  chapter: 'time',
  severity: 'warning',
  title: {
    zh: '实施计划所写日期在实施周期之内',
    en: 'The events that a plan dates lie within the implementation period',
  },
  why: {
    zh: '开工、完工等日期不在实施周期内，说明周期填写有误，或资金用于已完成的事项。请核对。',
    en: 'Works dated outside the period mean that the period is wrong or that the money pays for what is done already. Check both.',
  },
  *checkProject(project) {
    const { form, narrative } = project
    const plans = [form?.implementationPlan, narrative?.implementationPlan].filter(isRead)
    const events = plans.flatMap((printed) => eventsIn(printed))
    if (events.length === 0) return
    const period = narrative?.period ?? form?.period
    const span = isRead(period) ? spanOf(period.value) : undefined
    if (!period || !span)
      return yield undetermined('实施周期未写明或无法识别', 'the implementation period is not stated or cannot be read')
    for (const event of events) yield check(event, period, span, project)
  },
}

export default rule

interface Event {
  text: string
  days: Days
  printed: Sourced<string>
}

// Titles of documents have dates of their own; only clauses that say that something is done have events.
function eventsIn(printed: Sourced<string>): Event[] {
  if (!/\d{4}\s?年\s?\d/u.test(printed.text)) return []
  const plain = plainOf(printed).replace(/《[^《》]{0,200}》/gu, '')
  const clauses = plain.split(/[,;。\n]/u).filter((clause) => acts.test(clause) && !citing.test(clause))
  return clauses.flatMap((clause) =>
    matchesOf(/(?<!\d)(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/gu, clause).flatMap(([text, year, month = '', day]) => {
      const parts = [month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))
      const days = daysOf([year, ...parts].join('-'))
      return days ? [{ text, days, printed }] : []
    }),
  )
}

const acts = /开始|启动|开工|动工|完工|竣工|结束|完成|验收|举办|召开|实施|改造|建成|交付|投入使用/u
const citing = /印发|发布|出台|下发|通知|规定|批复|施行|会议纪要|文件/u

function check({ text, days, printed }: Event, period: Sourced<unknown>, span: Days, project: Project): Result {
  if (days.last >= span.first && days.first <= span.last) return holds()
  const isRepaid = payment.test(JSON.stringify([project.narrative?.overview?.text, printed.text, namesIn(project)]))
  const zh = isRepaid ? '项目支付已完成事项的款项，请确认周期。' : ''
  const en = isRepaid ? ' The project pays for what is done: check the period.' : ''
  return fails({
    message: {
      zh: `实施计划所写的 ${text} 不在实施周期“${period.text}”之内。${zh}`,
      en: `${text} in the plan is outside the implementation period “${period.text}”.${en}`,
    },
    evidence: evidence(printed, period),
    ...(isRepaid && { severity: 'info' as const }),
  })
}

const payment = /还款|尾款|质保金|结算款|欠款/u

function namesIn({ form }: Project): string[] {
  return (form?.indicators ?? []).flatMap(({ name }) => (name ? [name.text] : []))
}
