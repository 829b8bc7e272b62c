import { part, textOf } from '../../document.ts'
import { quote } from '../../location.ts'
import type { Form, Indicator, Period, Sourced } from '../../model.ts'
import { nature } from '../../values/nature.ts'
import { number } from '../../values/numeral.ts'
import { date, period, term } from '../../values/period.ts'
import type { Field } from '../../vocabulary.ts'
import type { Placed } from '../form.ts'
import type { Entry, Head } from './entry.ts'
import { funding } from './funding.ts'
import type { Heading } from './heading.ts'

type Stated = Map<Field, Entry>

// The model has no field for what these state.
const withoutPlace: Field[] = ['completion', 'signatory', 'other']

/** A form in the order of the contract: what its head and foot state, and its indicators. */
export function stated(heading: Heading, whole: Head, indicators: Indicator[]): Form {
  const answered = whole.entries.filter(({ values, field }) => values.length > 0 || field === 'executionWeight')
  const first: Stated = new Map()
  const others: Entry[] = []
  for (const entry of answered.filter(({ field, isFunding }) => !isFunding && field !== 'code')) {
    const { field } = entry
    if (field && !withoutPlace.includes(field) && !first.has(field)) first.set(field, entry)
    else others.push(entry)
  }
  const isNamed = first.has('contactName') || first.has('contactPhone')
  const further = [first.has('name') && first.get('program'), isNamed && first.get('contact')]
  const text = (field: Field) => meaningOf(first, field, (text) => text)
  const contact = { name: text('contactName'), phone: text('contactPhone') }
  return {
    title: heading.title,
    fiscalYear: heading.fiscalYear,
    name: text('name') ?? text('program'),
    competentDepartment: text('competentDepartment'),
    implementingEntity: text('implementingEntity'),
    nature: meaningOf(first, 'nature', nature),
    type: text('type'),
    ...duration(first, whole.entries),
    funding: funding(whole, heading.unit),
    overview: text('overview'),
    legalBasis: text('legalBasis'),
    necessity: text('necessity'),
    safeguards: text('safeguards'),
    implementationPlan: text('implementationPlan'),
    mediumTermObjective: text('mediumTermObjective') ?? objective(first, 'mediumTerm'),
    annualObjective: text('annualObjective') ?? objective(first, 'annual'),
    executionWeight: executionWeight(first.get('executionWeight')),
    indicators,
    contact: isNamed ? contact : contactIn(first.get('contact')),
    filledOn: meaningOf(first, 'filledOn', date),
    other: [...further.filter((entry) => !!entry), ...others].map(other),
  }
}

function meaningOf<T>(stated: Stated, field: Field, meaning: (text: string) => T | null): Sourced<T> | undefined {
  const entry = stated.get(field)
  return entry && read(entry, meaning)
}

// 项目期限 is answered by a number of years, or by the period itself.
function duration(first: Stated, entries: Entry[]): Pick<Form, 'term' | 'period'> {
  const years = meaningOf(first, 'term', (text) => term(text) ?? bareYears(first.get('term'), text))
  const span = meaningOf(first, 'term', period)
  const isSpan = span?.value != null
  return {
    term: isSpan && years?.value == null ? undefined : years,
    period: meaningOf(first, 'period', period) ?? plannedPeriod(entries) ?? (isSpan ? span : undefined),
  }
}

// 项目期限（年） says the unit of a bare figure.
function bareYears(entry: Entry | undefined, text: string): { years: number } | null {
  const years = entry && /[（(]年[）)]/u.test(textOf(entry.label)) ? number(text) : null
  return years === null ? null : { years }
}

// 项目负责人及电话 is answered by `罗启华 0776-5022123`.
function contactIn(entry: Entry | undefined): Form['contact'] {
  const span = entry?.values[0]?.span
  const at = span ? textOf(span).search(/[\d（(+]/u) : -1
  if (!span || at < 0) return span && { name: quote(span, textOf(span) || null) }
  const name = part(span, 0, textOf(part(span, 0, at)).replace(/[\s，,、：:]+$/u, '').length)
  const phone = part(span, at)
  return { ...(textOf(name) !== '' && { name: quote(name, textOf(name)) }), phone: quote(phone, textOf(phone)) }
}

/** The code of the project (项目编码), where the form prints one. */
export function codeOf({ entries }: Head): Pick<Placed<Form>, 'code'> {
  const entry = entries.find(({ field, values }) => field === 'code' && values.length > 0)
  return entry ? { code: read(entry, (text) => text) } : {}
}

// 总体目标 is answered once for each horizon, the medium term first; a single answer is that of the year, unless that has
// a label of its own.
function objective(stated: Stated, of: 'mediumTerm' | 'annual'): Sourced<string> | undefined {
  const values = stated.get('objective')?.values ?? []
  const isOfYear = values.length < 2 && !stated.has('annualObjective')
  const value = of === 'mediumTerm' && isOfYear ? undefined : values[of === 'annual' ? values.length - 1 : 0]
  return value && quote(value.span, textOf(value.span) || null, value.repaired)
}

// `执行率分值（10）`: the weight stands in its label.
function executionWeight(entry: Entry | undefined): Sourced<number> | undefined {
  if (!entry) return undefined
  const bracket = /[（(]\s*(\d[\d.]*)\s*[分%％]?\s*[）)]/u.exec(textOf(entry.label))
  if (!bracket) return entry.values.length > 0 ? read(entry, number) : undefined
  const start = entry.label.start + bracket.index + bracket[0].indexOf(bracket[1] ?? '')
  return quote({ ...entry.label, start, end: start + (bracket[1] ?? '').length }, number(bracket[1] ?? ''))
}

function plannedPeriod(entries: Entry[]): Sourced<Period> | undefined {
  const ends = (['start', 'end'] as const).map((name) => entries.find(({ field }) => field === name)?.values[0])
  const spans = ends.flatMap((value) => (value ? [value.span] : []))
  if (spans.length === 0) return undefined
  const [start, end] = ends.map((value) => (value ? date(textOf(value.span)) : null))
  const value = start || end ? { ...(start && { start }), ...(end && { end }) } : null
  return quote(spans, value)
}

function other(entry: Entry): Form['other'][number] {
  const label = textOf(entry.label)
    .replace(/\s/gu, '')
    .replace(/[：:]$/u, '')
  return { label, value: read(entry, (text) => text) }
}

function read<T>({ values, label }: Entry, meaning: (text: string) => T | null): Sourced<T> {
  const spans = values.length > 0 ? values.map(({ span }) => span) : [label]
  const text = spans.map(textOf).join('\n')
  return quote(spans, text === '' ? null : meaning(text), values[0]?.repaired)
}
