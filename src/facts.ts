import {
  type Block,
  bare,
  type Document,
  type Paragraph,
  part,
  passagesOf,
  type Span,
  textOf,
  whole,
} from './document.ts'
import { quote, sourceOf } from './location.ts'
import type { Form, Project, Reference, Report, Sourced } from './model.ts'
import { findYears } from './values/period.ts'
import { findReferences } from './values/reference.ts'

// What a document says about itself, outside every project.

type Facts = Pick<Report, 'kind' | 'references'> &
  Partial<Pick<Report, 'title' | 'fiscalYear' | 'body' | 'region'>> & { labels: Span[] }

/** Title, year, body, region, kind and cited document numbers; `isUsed` says which blocks a form has claimed. */
export function facts(document: Document, projects: Project[], isUsed: (block: Block) => boolean): Facts {
  const titleLine = document.blocks.find((block): block is Paragraph => block.type === 'paragraph' && isTitle(block))
  const title = titleLine && !isUsed(titleLine) ? part(whole(titleLine), 0) : undefined
  const forms = projects.flatMap(({ form }) => (form ? [form] : []))
  const year = yearOf(title, forms)
  const region = regionOf(forms, document)
  const named = title && bodyOf(title)
  const cover = title && !named ? bodyOnCover(document, title) : {}
  const body = named ?? cover.body
  return {
    labels: cover.label ? [cover.label] : [],
    kind: kindOf(title ? textOf(title) : '', projects),
    ...(title && { title: quote(title, textOf(title)) }),
    ...(year && { fiscalYear: year }),
    ...(body && { body: quote(body, textOf(body)) }),
    ...(region && { region }),
    references: references(document),
  }
}

// The first line of a document that is no sentence and speaks of what is disclosed.
function isTitle({ text }: Paragraph): boolean {
  const title = bare(text)
  const isNamed = /公开|预算|决算|绩效|说明|报告|情况|目标|资金|项目/u.test(title)
  return (
    isNamed && title.length >= 6 && title.length <= 80 && !/[。；：:!？]$/u.test(title) && !/…{2,}|\.{4,}/u.test(title)
  )
}

const subjects = /[\d０-９]{4}\s*年(?:度)?|专项资金|部门|单位|预算|决算|财政|项目|绩效|支出|资金|整体/gu
const closing = /[局委厅院部办处会室队校学所站心府司团社馆协联道）)]$/u

// In a title the body stands before the year, or between the year and what is disclosed: up to the first word for that
// which leaves the name of a body before it (财政局 holds such a word itself).
function bodyOf(title: Span): Span | undefined {
  const text = textOf(title)
  const opening = /^[\s《〈]*(?:关于)?\s*(?:[\d０-９]{4}\s*年(?:度)?)?\s*(?:关于)?/u.exec(text)?.[0].length ?? 0
  const names = [...text.matchAll(subjects)].map(({ index }) => part(title, opening, Math.max(index, opening)))
  return names.find((name) => closing.test(textOf(name)))
}

const bodyLabel =
  /^\s*(?:预算主管部门|主管部门|预算部门|部门名称|单位名称|预算单位|编制单位|公开单位|填报单位)\s*[：:]\s*/u

// On a cover the body stands behind a label, or alone on the line beside the title.
function bodyOnCover({ blocks }: Document, title: Span): { body?: Span; label?: Span } {
  const lines = blocks.slice(0, 12).flatMap((block) => (block.type === 'paragraph' ? [part(whole(block), 0)] : []))
  for (const line of lines) {
    const label = bodyLabel.exec(textOf(line))?.[0].length ?? 0
    if (label > 0) return { label: part(line, 0, label), body: part(line, label) }
  }
  const at = lines.findIndex(({ passage }) => passage === title.passage)
  const body = [lines[at - 1], lines[at + 1]].find((line) => line && isBody(textOf(line)))
  return body ? { body } : {}
}

function isBody(text: string): boolean {
  return text.length >= 4 && text.length <= 30 && closing.test(text) && /^[\p{Script=Han}（）()]+$/u.test(text)
}

function yearOf(title: Span | undefined, forms: Form[]): Sourced<number> | undefined {
  const [found] = title ? findYears(textOf(title)) : []
  if (title && found) return quote(part(title, found.start, found.end), found.value)
  return forms.find(({ fiscalYear }) => fiscalYear)?.fiscalYear
}

const regional =
  /^(?:\p{Script=Han}{2,6}(?:省|自治区))?(?:\p{Script=Han}{1,8}?[市州盟])?(?:\p{Script=Han}{1,8}?[县区旗])?(?=[省市县区]级)/u

// `山西省阳泉市市级预算部门（单位）项目支出绩效目标申报表` names its region.
function regionOf(forms: Form[], { blocks }: Document): Report['region'] {
  const title = forms.find(({ title }) => title && regional.exec(title.text)?.[0])?.title
  const line = blocks.find((block) => block.type === 'paragraph' && title && block.text.trim() === title.text)
  const length = title ? (regional.exec(title.text)?.[0].length ?? 0) : 0
  if (line?.type !== 'paragraph' || length === 0) return undefined
  const region = part(part(whole(line), 0), 0, length)
  return quote(region, textOf(region))
}

function kindOf(title: string, projects: Project[]): Report['kind'] {
  if (/自评|绩效评价/u.test(title)) return 'self-evaluation'
  if (/决算/u.test(title)) return 'final-accounts'
  if (/专项资金/u.test(title)) return 'special-fund-disclosure'
  if (/预算/u.test(title)) return 'department-budget'
  if (projects.some(({ form }) => form?.indicators.some(({ actual }) => actual))) return 'self-evaluation'
  if (projects.length === 0) return 'other'
  return projects.some(({ narrative }) => narrative) ? 'special-fund-disclosure' : 'objective-forms'
}

// One entry a number, in the order of its first citation, with every place where it is cited.
function references({ blocks }: Document): Reference[] {
  const cited = new Map<string, { reference: Omit<Reference, 'source'>; spans: Span[] }>()
  for (const passage of blocks.flatMap(passagesOf)) {
    if (!/\d\s*号/u.test(passage.text)) continue
    for (const { start, end, value } of findReferences(passage.text)) {
      const known = cited.get(value.number) ?? { reference: value, spans: [] }
      known.spans.push(part(whole(passage), start, end))
      if (!known.reference.title && value.title) known.reference = value
      cited.set(value.number, known)
    }
  }
  return [...cited.values()].map(({ reference, spans }) => ({
    ...reference,
    source: spans.flatMap((span) => sourceOf([span])),
  }))
}
