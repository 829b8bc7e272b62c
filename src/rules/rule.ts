import type { Evidence, Message, Project, Report, Severity } from '../model.ts'

/** What one rule says about one document: the report before any finding is in it. */
export type Disclosure = Omit<Report, 'findings'>

/** Checks one requirement. Rules see the model only: never pages, cells or file formats. */
export type Rule = DocumentRule | ProjectRule

interface Described {
  /** The id in the rule catalogue, kebab-case: what must hold. */
  name: string
  /** Of a finding that does not state its own. */
  severity: Severity
  /** What must hold, on one line. */
  title: Message
  /** Why it matters and what to do when it fails. */
  why: Message
  /** The regulation or the reason that the requirement rests on. */
  basis?: Message
}

/** A rule about the document as a whole. */
export interface DocumentRule extends Described {
  about: 'document'
  check(disclosure: Disclosure): Iterable<Outcome>
}

/** A rule about each project. */
export interface ProjectRule extends Described {
  about: 'project'
  check(project: Project, disclosure: Disclosure): Iterable<Outcome>
}

/** The result of one check; a rule that yields none is not applicable. */
export type Outcome = Fails | Holds | Undetermined

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
  /** The project, for a rule about the document that finds something about one. */
  project?: string
  expected?: string
  formula?: string
  difference?: string
}

export const holds = (note?: Problem): Holds => (note ? { outcome: 'holds', note } : { outcome: 'holds' })

export const fails = (problem: Problem): Fails => ({ outcome: 'fails', ...problem })

export const undetermined = (zh: string, en: string): Undetermined => ({ outcome: 'undetermined', missing: { zh, en } })
