import type { Evidence, Location, Message, Report } from '../model.ts'
import type { State } from '../rules/shared/states.ts'

/** A set of reports, and the argument that names it. */
export interface Edition {
  name: string
  reports: Pick<Report, 'file' | 'kind' | 'fiscalYear' | 'body' | 'projects'>[]
}

/** What one edition says that another does not say, or says otherwise. */
export interface Comparison {
  before: Extent
  after: Extent
  /** In the order of the edition after, then what is gone. */
  projects: ProjectComparison[]
  /** Whether there were too many names without an equal to look for those that are alike. */
  isLimited: boolean
}

/** How much an edition holds. */
export interface Extent {
  name: string
  reports: number
  projects: number
  fiscalYears: number[]
}

export type ProjectComparison = MatchedProject | NewProject | GoneProject

/** A project that both editions state. */
export interface MatchedProject {
  state: 'changed' | 'unchanged'
  before: Place
  after: Place
  match: Match
  differences: Difference[]
}

/** A project that only the edition after states; `lookedIn`: where the edition before might state it. */
export interface NewProject {
  state: 'new'
  after: Place
  lookedIn: string[]
  candidates: Candidate[]
}

/** A project that only the edition before states; `lookedIn`: where the edition after might state it. */
export interface GoneProject {
  state: 'gone'
  before: Place
  lookedIn: string[]
  candidates: Candidate[]
}

/** Where a project is stated. */
export interface Place {
  file: string
  project: string
  name: Evidence
  code?: string
  body?: string
  fiscalYear?: number
}

/** How two projects were found to be one. */
export interface Match {
  by: 'code' | 'name' | 'likeness' | 'content'
  /** How alike the names are without years and ordinals, from 0 to 1. */
  likeness: number
  message: Message
}

/** A project that might be the same one, and why that is not certain. */
export interface Candidate extends Place {
  likeness: number
  message: Message
}

/** One statement that differs. */
export interface Difference {
  aspect: 'money' | 'target' | 'weight' | 'wording'
  change: 'new' | 'gone' | 'changed' | 'undetermined'
  /** The field of the model: form.funding.annual. */
  field: string
  label: Message
  indicator?: Subject
  before: Side
  after: Side
  /** After less before, where both are figures of one unit. */
  figure?: Growth
  /** The sentences that only one side has, where both sides have text. */
  sentences?: { gone: string[]; new: string[] }
  message: Message
}

/** The indicator that a difference is about, as it is printed. */
export interface Subject {
  horizon: string
  category?: string
  dimension?: string
  name: string
}

/** What one side states; of what is not printed, the source is the name of the project or indicator that lacks it. */
export interface Side {
  state: State
  text: string
  source: Location[]
  value?: unknown
}

/** By how much a figure grew; numbers are exact decimals. */
export interface Growth {
  direction: 'up' | 'down'
  /** After less before, in the unit. */
  difference: string
  unit: string
  /** In percent of the figure before, to two places; none on a base that is not above zero. */
  rate?: string
}
