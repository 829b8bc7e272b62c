import type { Message, Severity } from '../../model.ts'

/** What a run came to: how much was read, what it says in all, and which files a person should look at. */
export interface Summary {
  version: 1
  files: { documents: number; duplicates: number; skipped: number; failed: number }
  projects: number
  indicators: number
  findings: Record<Severity, number>
  /** The mean share of a document's characters that is read or furniture, 0 to 1; left out without documents. */
  coverage?: number
  money: Money[]
  rules: RuleCount[]
  look: Look[]
  skipped: { file: string; reason: Message }[]
  duplicates: Pair[]
  /** Files that say the same as an earlier one in another format or layout; their money is counted once. */
  editions: Pair[]
}

/** A file and the first one that it repeats. */
export interface Pair {
  file: string
  first: string
}

/** Money that one kind of documents of one body states for one fiscal year, in yuan; what none states is left out. */
export interface Money {
  body?: string
  fiscalYear?: number
  /** The kind of the documents, as in the table `documents`. */
  kind: string
  documents: number
  projects: number
  /** The totals that documents state. */
  stated?: number
  /** The annual budgets of the projects: of the form, else of the narrative. */
  annual?: number
}

export interface RuleCount {
  rule: string
  severity: Severity
  findings: number
  documents: number
}

/** A file that needs a look, and why; a duplicate that differs only in name is not listed again. */
export interface Look {
  file: string
  why: Message[]
}
