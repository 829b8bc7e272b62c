import type { Target } from '../model.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { type Pair, pairsOf } from './shared/pairs.ts'
import { evidence, isRead } from './shared/states.ts'

/** A deadline of every year and the deadline of this year name the same day. */
const rule: Rule = {
  name: 'midterm-deadline-agrees',
  chapter: 'time',
  severity: 'warning',
  title: {
    zh: '中期的“每年某月某日”与年度的期限是同一天',
    en: 'The yearly deadline of the medium term and the deadline of the year name the same day',
  },
  why: {
    zh: '两侧期限不同，说明有一侧没有同步修改。请统一。',
    en: 'When the sides name different days, one of them was not updated. Make them agree.',
  },
  *checkProject({ form }) {
    const isOneYear = form?.term?.value?.years === 1
    for (const pair of form ? (pairsOf(form.indicators)?.pairs ?? []) : []) yield* check(pair, isOneYear)
  },
}

export default rule

type Deadline = Extract<Target, { kind: 'deadline' }>

function* check({ mediumTerm, annual }: Pair, isOneYear: boolean): Iterable<Result> {
  const [long, short] = [mediumTerm.target, annual.target]
  if (!isRead(long) || !isRead(short) || long.value.kind !== 'deadline' || short.value.kind !== 'deadline') return
  if (agrees(long.value, short.value, isOneYear)) return yield holds()
  yield fails({
    message: {
      zh: `“${annual.name?.text}”的中期期限为“${long.text}”，年度期限为“${short.text}”。`,
      en: `“${annual.name?.text}” is due “${long.text}” on the medium-term side and “${short.text}” on the annual side.`,
    },
    evidence: evidence(short, long),
  })
}

// A medium-term date may lie in a later year, where the term has one; the last day of February is not the same in every year.
function agrees(long: Deadline, short: Deadline, isOneYear: boolean): boolean {
  const isDated = !long.by.startsWith('--') && !short.by.startsWith('--')
  if (isDated && !(isOneYear && long.precision === short.precision)) return long.by >= short.by
  return day(long) === day(short)
}

function day({ by, precision }: Deadline): string {
  const [, month = '', date = ''] = /^(?:-|\d{4})-(\d\d)(?:-(\d\d))?$/u.exec(by) ?? []
  return precision === 'day' ? `${month}-${date}` : month
}
