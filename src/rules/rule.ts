import type { Evidence, Message, Project, Report, Severity } from '../model.ts'

/** What one document says, before any finding is in it. */
export type Disclosure = Omit<Report, 'findings'>

/** Checks one requirement, on the document, on each project, or on both. Rules see the model only: never pages or cells. */
export interface Rule {
  /** The id in the rule catalogue, kebab-case: what must hold. */
  name: string
  /** The chapter of the catalogue. Findings and pages are in the order of the chapters. */
  chapter: Chapter
  /** Of a finding that does not state its own. */
  severity: Severity
  /** What must hold, on one line. */
  title: Message
  /** Why it matters and what to do when it fails. */
  why: Message
  /** The regulation or the convention that the requirement rests on. */
  basis?: Message
  checkDocument?(disclosure: Disclosure): Iterable<Result>
  checkProject?(project: Project, disclosure: Disclosure): Iterable<Result>
  /** One project through the years, as the reports of each of them state it, the earliest first. */
  checkYears?(years: Stated[]): Iterable<Result>
}

/** A project as one report states it. */
export interface Stated {
  project: Project
  report: Pick<Disclosure, 'file' | 'kind' | 'fiscalYear' | 'body'>
}

export const chapters = ['totals', 'agreement', 'time', 'indicators', 'form', 'reading'] as const

type Chapter = (typeof chapters)[number]

/** The result of one check; a rule that yields none is not applicable. */
export type Result = Fails | Holds | Undetermined

export interface Fails extends Problem {
  outcome: 'fails'
}

export interface Holds {
  outcome: 'holds'
  /** Said in passing, as info: a deviation within the rounding bound. */
  note?: Problem
}

export interface Undetermined {
  outcome: 'undetermined'
  /** The input that is missing, lost or ambiguous. */
  missing: Message
}

/** What is printed, then what was expected; the first piece of evidence is the place to look. */
export interface Problem {
  message: Message
  evidence: [Evidence, ...Evidence[]]
  severity?: Severity
  expected?: string
  formula?: string
  difference?: string
}

const held: Holds = { outcome: 'holds' }

export const holds = (note?: Problem): Holds => (note ? { outcome: 'holds', note } : held)

export const fails = (problem: Problem): Fails => ({ outcome: 'fails', ...problem })

export const undetermined = (zh: string, en: string): Undetermined => ({ outcome: 'undetermined', missing: { zh, en } })
