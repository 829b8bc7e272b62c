import type { Indicator, Sourced, Target } from '../model.ts'
import { type Bound, type Interval, interval, meeting } from '../values/interval.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { evidence, isRead } from './shared/states.ts'

/** The grades of a standard neither overlap nor leave anything out. */
const rule: Rule = {
  name: 'tiers-disjoint',
  chapter: 'indicators',
  severity: 'warning',
  title: {
    zh: '分档标准的各档既不重叠也不留空档',
    en: 'The grades of a standard neither overlap nor leave a gap',
  },
  why: {
    zh: '处在分界上的对象不知适用哪一档，容易引发争议。请写明各档是否含本数，如“200-500万元（不含500万元）”。',
    en: 'Whoever stands at the limit between two grades cannot tell which one applies. Say of each limit whether it is included.',
  },
  basis: {
    zh: '“以上”“以下”“以内”包括本数，“超过”“不满”“以外”不包括本数（《民法典》第一千二百五十九条）。',
    en: '以上, 以下 and 以内 include the number, 超过, 不满 and 以外 do not (Civil Code of China, article 1259).',
  },
  *checkProject({ form }) {
    const graded = (form?.indicators ?? []).filter(isGraded)
    // The two sides of a form usually print one standard twice.
    for (const same of Map.groupBy(graded, ({ target }) => target.text).values()) yield* check(same)
  },
}

export default rule

type Tiers = Extract<Target, { kind: 'tiers' }>
type Graded = Indicator & { target: Sourced<Target> & { value: Tiers } }

/** A grade: its condition as printed, and the interval that it names. */
interface Grade {
  when: string
  interval: Interval
}

function isGraded(indicator: Indicator): indicator is Graded {
  return isRead(indicator.target) && indicator.target.value.kind === 'tiers'
}

function* check(indicators: Graded[]): Iterable<Result> {
  const [{ target, name } = { target: undefined, name: undefined }, ...others] = indicators
  const grades = (target?.value.tiers ?? []).flatMap(({ when }) => {
    const found = interval(when)
    return found ? [{ when, interval: found }] : []
  })
  if (!target || grades.length < 2) return
  const measures = measuresOf(grades)
  if (measures.every((list) => list.length < 2)) {
    return yield undetermined(
      `“${target.text}”各档的口径不同`,
      `the grades of “${target.text}” measure different things`,
    )
  }
  const places = evidence(target, ...others.map((other) => other.target), name)
  for (const list of measures) yield* list.slice(1).map((upper, index) => compare(list[index] ?? upper, upper, places))
}

// A grade that names no measure goes on with that of the grade before it. Each list runs from the lowest grade up.
function measuresOf(grades: Grade[]): Grade[][] {
  let subject = ''
  const named = grades.map((grade) => {
    subject = grade.interval.subject || subject
    return { grade, key: `${subject} ${grade.interval.unit}` }
  })
  const lists = [...Map.groupBy(named, ({ key }) => key).values()]
  return lists.map((list) => list.map(({ grade }) => grade).sort((a, b) => lowest(a) - lowest(b)))
}

function lowest({ interval: { low } }: Grade): number {
  return low?.number ?? Number.NEGATIVE_INFINITY
}

function compare(lower: Grade, upper: Grade, places: ReturnType<typeof evidence>): Result {
  const met = meeting(lower.interval, upper.interval)
  if (met === 'apart') return holds()
  const [end, start] = [lower.interval.high, upper.interval.low]
  const edge = end && start && end.number === start.number ? end : undefined
  const { zh, en } = met === 'gap' ? gap(edge) : overlap(edge)
  return fails({
    message: {
      zh: `“${lower.when}”与“${upper.when}”两档${zh}。`,
      en: `The grades “${lower.when}” and “${upper.when}” ${en}.`,
    },
    evidence: places,
  })
}

function overlap(edge: Bound | undefined): { zh: string; en: string } {
  if (!edge) return { zh: '重叠', en: 'overlap' }
  return { zh: `都包含 ${figure(edge)}`, en: `both include ${figure(edge)}` }
}

function gap(edge: Bound | undefined): { zh: string; en: string } {
  if (!edge) return { zh: '之间留有空档', en: 'leave a gap between them' }
  return { zh: `都不包含 ${figure(edge)}`, en: `both exclude ${figure(edge)}` }
}

function figure({ number }: Bound): string {
  return number >= 10_000 && number % 10_000 === 0 ? `${number / 10_000} 万` : String(number)
}
