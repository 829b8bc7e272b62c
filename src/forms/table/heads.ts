import { textOf } from '../../document.ts'
import { quote } from '../../location.ts'
import type { Form, Period, Sourced } from '../../model.ts'
import { nature } from '../../values/nature.ts'
import { number } from '../../values/numeral.ts'
import { date, period, term } from '../../values/period.ts'
import type { Field } from '../../vocabulary.ts'
import type { Placed } from '../form.ts'
import type { Entry, Head } from './entries.ts'
import { funding } from './funding.ts'
import type { Heading } from './heading.ts'

type Heads = Omit<Form, 'indicators'>

/** What the head and the foot of a form say, without its indicators. */
export function heads(heading: Heading, whole: Head): Heads {
  const form: Heads = { funding: funding(whole, heading.unit), other: [] }
  if (heading.title) form.title = heading.title
  if (heading.fiscalYear) form.fiscalYear = heading.fiscalYear
  const seen = new Set<Field>()
  for (const entry of whole.entries) {
    const { field } = entry
    if (entry.isFunding || field === 'code') continue
    if (entry.values.length === 0 && field !== 'executionWeight') continue
    if (!field || field === 'completion' || seen.has(field)) addOther(form, entry)
    else assign(form, field, entry)
    if (field) seen.add(field)
  }
  const planned = plannedPeriod(whole.entries)
  if (planned) form.period ??= planned
  return form
}

const texts = [
  'name',
  'competentDepartment',
  'implementingEntity',
  'type',
  'overview',
  'legalBasis',
  'necessity',
  'safeguards',
  'implementationPlan',
  'mediumTermObjective',
  'annualObjective',
] as const

function assign(form: Heads, field: Field, entry: Entry): void {
  const text = texts.find((name) => name === field)
  if (text) form[text] = read(entry, (text) => text)
  if (field === 'nature') form.nature = read(entry, nature)
  if (field === 'term') form.term = read(entry, term)
  if (field === 'period') form.period = read(entry, period)
  if (field === 'filledOn') form.filledOn = read(entry, date)
  if (field === 'contactName') form.contact = { ...form.contact, name: read(entry, (text) => text) }
  if (field === 'contactPhone') form.contact = { ...form.contact, phone: read(entry, (text) => text) }
  if (field === 'objective') objectives(form, entry)
  const weight = field === 'executionWeight' ? executionWeight(entry) : undefined
  if (weight) form.executionWeight = weight
}

/** The code of the project (项目编码), where the form prints one. */
export function codeOf({ entries }: Head): Pick<Placed<Form>, 'code'> {
  const entry = entries.find(({ field, values }) => field === 'code' && values.length > 0)
  return entry ? { code: read(entry, (text) => text) } : {}
}

// 总体目标 is answered once for each horizon, the medium term first; a single answer is that of the year.
function objectives(form: Heads, { values }: Entry): void {
  const [first, second] = values.map(({ span, repaired }) => quote(span, textOf(span) || null, repaired))
  if (first && second) form.mediumTermObjective = first
  const annual = second ?? first
  if (annual) form.annualObjective = annual
}

// `执行率分值（10）`: the weight stands in its label.
function executionWeight(entry: Entry): Sourced<number> | undefined {
  const bracket = /[（(]\s*(\d[\d.]*)\s*分?\s*[）)]/u.exec(textOf(entry.label))
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

function addOther(form: Heads, entry: Entry): void {
  const label = textOf(entry.label)
    .replace(/\s/gu, '')
    .replace(/[：:]$/u, '')
  form.other.push({ label, value: read(entry, (text) => text) })
}

function read<T>({ values: [value], label }: Entry, meaning: (text: string) => T | null): Sourced<T> {
  const { span, repaired } = value ?? { span: label, repaired: undefined }
  const text = textOf(span)
  return quote(span, text === '' ? null : meaning(text), repaired)
}
