import { type Block, type Damage, type Document, type Span, type Table, textOf } from '../../document.ts'
import { quote } from '../../location.ts'
import type { Form, Period, Sourced } from '../../model.ts'
import { nature } from '../../values/nature.ts'
import { number } from '../../values/numeral.ts'
import { date, period, term } from '../../values/period.ts'
import type { Field } from '../../vocabulary.ts'
import type { Placed, Reading } from '../form.ts'
import { type Section, sectionsOf } from './columns.ts'
import { type Entry, type Head, head, inlineEntries, rowsOf } from './entries.ts'
import { funding } from './funding.ts'
import { type Heading, headingOf, ordinalAbove } from './heading.ts'
import { indicators } from './indicators.ts'
import { indicatorRows } from './rows.ts'

/** A form as it stands in a document: its table, and tables that go on with its indicators. */
interface Sheet {
  index: number
  last: number
  heading: Heading
  above: Head
  parts: { table: Table; sections: Section[] }[]
}

/** Read every form of a document whose columns belong to a family: a table that names a project and heads indicators. */
export function readObjectives(document: Document, isFamily: (section: Section) => boolean): Reading {
  const readings = sheetsOf(document)
    .filter(({ parts }) => parts.some(({ sections }) => sections.some(isFamily)))
    .map((sheet) => readSheet(document, sheet))
  return {
    forms: readings.flatMap(({ forms = [] }) => forms),
    labels: readings.flatMap(({ labels }) => labels),
    damage: readings.flatMap(({ damage = [] }) => damage),
  }
}

function sheetsOf(document: Document): Sheet[] {
  const sheets: Sheet[] = []
  for (const [index, table] of document.blocks.entries()) {
    const sections = table.type === 'table' ? sectionsOf(table) : []
    const [first] = sections
    const last = sheets.at(-1)
    if (table.type !== 'table' || !first) continue
    const heading = headingOf(document, index, table)
    const top = head(table, rowsOf(table, heading.row, first.row - 1))
    const above = { entries: [...top.entries, ...heading.entries], groups: top.groups }
    const isNamed = above.entries.some(({ field }) => field === 'name')
    if (isNamed) sheets.push({ index, last: index, heading, above, parts: [{ table, sections }] })
    else if (last && goesOn(document, last.last, index)) {
      last.parts.push({ table, sections })
      last.last = index
    }
  }
  return sheets
}

// A table of indicators without a project of its own, with at most a short line between it and the form above.
function goesOn({ blocks }: Document, from: number, to: number): boolean {
  const between = blocks.slice(from + 1, to)
  return (
    between.length <= 1 &&
    between.every(
      (block) => block.type === 'paragraph' && /指标|目标|续表/u.test(block.text) && block.text.length <= 20,
    )
  )
}

function readSheet(document: Document, { index, last, heading, above, parts }: Sheet): Reading {
  const blocks = parts.flatMap(({ table, sections }) =>
    sections.map((section) => ({ table, section, ...indicatorRows(table, section) })),
  )
  const feet = parts.map(({ table }) => {
    const foot = blocks.filter((block) => block.table === table).at(-1)?.foot ?? Number.MAX_SAFE_INTEGER
    return head(table, rowsOf(table, foot, Number.MAX_SAFE_INTEGER))
  })
  const beyond = footBeyond(document.blocks[last + 1])
  const entries = [...above.entries, ...feet.flatMap((foot) => foot.entries), ...beyond]
  const whole: Head = { entries, groups: [...above.groups, ...feet.flatMap((foot) => foot.groups)] }
  const read = blocks.map(({ table, section, rows }) => indicators(rows, section, table.grid === 'lost'))
  const form: Form = { ...heads(heading, whole), indicators: read.flatMap((block) => block.indicators) }
  const numbered = ordinalAbove(document, heading.first, form.name?.text ?? '')
  const placed: Placed<Form> = {
    first: heading.first - (numbered.label ? 1 : 0),
    last: last + (beyond.length > 0 ? 1 : 0),
    found: form,
    ...(numbered.ordinal && { ordinal: numbered.ordinal }),
    ...codeOf(whole),
  }
  const between = document.blocks
    .slice(index + 1, last)
    .flatMap((block) => (block.type === 'paragraph' ? [wholeOf(block)] : []))
  const labels = [...heading.labels, ...whole.groups, ...entries.map(({ label }) => label), ...between]
  const headers = blocks.flatMap(({ section, labels }) => [...labels, ...section.headers.map(wholeOf)])
  const isLost = parts.some(({ table }) => table.grid === 'lost')
  return {
    forms: [placed],
    labels: labels.concat(headers, numbered.label ?? []),
    damage: [...read.flatMap(({ damage }) => damage), ...(isLost ? entries.flatMap(lostAnswer) : [])],
  }
}

function wholeOf(passage: Span['passage']): Span {
  return { passage, start: 0, end: passage.text.length }
}

// The last line of a form often stands under its table: 负责人：… 联系电话：… 填报日期：…
function footBeyond(block: Block | undefined): Entry[] {
  const entries = block?.type === 'paragraph' ? inlineEntries(block) : []
  const feet: (Field | undefined)[] = ['contactName', 'contactPhone', 'filledOn']
  return entries.every(({ field }) => feet.includes(field)) ? entries : []
}

function lostAnswer({ label, values, field }: Entry): Damage[] {
  return field && values.length === 0 ? [{ what: 'lost-cell', passage: label.passage }] : []
}

type Heads = Omit<Form, 'indicators'>

function heads(heading: Heading, whole: Head): Heads {
  const form: Heads = { funding: funding(whole, heading.unit), other: [] }
  if (heading.title) form.title = heading.title
  if (heading.fiscalYear) form.fiscalYear = heading.fiscalYear
  const seen = new Set<Field>()
  for (const entry of whole.entries) {
    const { field } = entry
    if (entry.isFunding || field === 'code') continue
    if (entry.values.length === 0 && field !== 'executionWeight') continue
    if (!field || seen.has(field)) addOther(form, entry)
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

function codeOf({ entries }: Head): Pick<Placed<Form>, 'code'> {
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
