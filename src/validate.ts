import { hash } from 'node:crypto'
import type { Evidence, Finding, Message, Project, Severity } from './model.ts'
import { rules } from './rules/index.ts'
import {
  chapters,
  type Disclosure,
  type Fails,
  type Problem,
  type Result,
  type Rule,
  type Stated,
} from './rules/rule.ts'
import { forget } from './rules/shared/known.ts'

/** What all rules say about one document. */
export interface Judgement {
  findings: Finding[]
  /** One a rule and project; rules about the document have no project. */
  outcomes: Outcome[]
}

/** What a rule came to: the worst of its checks. */
export interface Outcome {
  rule: string
  project?: string
  outcome: 'fails' | 'undetermined' | 'holds' | 'not-applicable'
  /** The input that was lacking, when undetermined. */
  missing?: Message
}

/** What became of the validation of one input. */
export type Validation = Validated | Refused

export interface Validated extends Judgement {
  file: string
  sha256: string
  /** The names of the projects by their ids, for headings. */
  names?: Record<string, string>
  /** What the document says, so that a report can show what stands around a figure. */
  disclosure?: Disclosure
  /** Findings that somebody has accepted; they are not among the findings. */
  suppressed?: Suppressed[]
}

/** A finding that does not count, by whose decision, and why. */
export interface Suppressed {
  finding: Finding
  by: 'configuration' | 'baseline'
  reason: Message
}

/** How severe the findings of a rule are, by its name, where that is not left to the rule; `off`: it is not run. */
export type Levels = Partial<Record<string, Severity | 'off'>>

/** Levels of single projects, by their ids or names. */
export type LevelsByProject = Partial<Record<string, Levels>>

interface Refused {
  file: string
  error: Message
}

/** All rules, in the order of the catalogue's chapters. */
export const catalogue: Rule[] = [...rules].sort(
  (a, b) => chapters.indexOf(a.chapter) - chapters.indexOf(b.chapter) || (a.name < b.name ? -1 : 1),
)

/** The rules that look at one project at a time. */
export const projectRules = catalogue.filter(
  (rule): rule is Rule & Required<Pick<Rule, 'checkProject'>> => rule.checkProject !== undefined,
)

/**
 * Check a document against all rules: first what concerns the document, then project by project as printed. The levels of a
 * project, by its id or its name, go before those of all.
 */
export function validate(disclosure: Disclosure, levels: Levels = {}, byProject: LevelsByProject = {}): Judgement {
  const checks = catalogue.flatMap((rule) => {
    const level = levels[rule.name]
    return rule.checkDocument && level !== 'off' ? [run(rule, rule.checkDocument(disclosure), level)] : []
  })
  const ofProjects = checkProjects(disclosure, levels, byProject)
  return judge([...checks, ...ofProjects], disclosure.projects)
}

// Projects that are checked at a time. What rules work out about a project takes more memory than the project.
const batch = 50

function checkProjects(disclosure: Disclosure, levels: Levels, byProject: LevelsByProject): Check[] {
  const checks: Check[] = []
  for (let from = 0; from < disclosure.projects.length; from += batch) {
    const some = disclosure.projects.slice(from, from + batch)
    for (const check of checkSome(some, disclosure, levels, byProject)) checks.push(check)
    forget()
  }
  return checks
}

// Rule by rule, which is faster by a third than project by project: the code of a rule is at hand the second time.
function checkSome(projects: Project[], disclosure: Disclosure, levels: Levels, byProject: LevelsByProject): Check[] {
  const own = projects.map(({ id, name }) => ({ ...levels, ...byProject[name?.text ?? ''], ...byProject[id] }))
  const byRule = projectRules.map((rule) =>
    projects.map((project, index) => {
      const level = own[index]?.[rule.name]
      return level === 'off' ? undefined : run(rule, rule.checkProject(project, disclosure), level, project)
    }),
  )
  return projects.flatMap((_, index) => byRule.flatMap((checks) => checks[index] ?? []))
}

/** Check one project that several reports state, the report of the earliest year first. */
export function validateYears(years: Stated[]): Judgement {
  const latest = years.at(-1)?.project
  const checks = catalogue.flatMap((rule) =>
    rule.checkYears ? [run(rule, rule.checkYears(years), undefined, latest)] : [],
  )
  return judge(checks, latest ? [latest] : [])
}

/** The names of projects by their ids. */
export function namesOf(projects: Project[]): Record<string, string> {
  return Object.fromEntries(projects.map(({ id, name }) => [id, name?.text ?? '']))
}

interface Check {
  rule: Rule
  project: Project | undefined
  /** Of its findings, where that is not left to the rule. */
  severity: Severity | undefined
  worst: Result | undefined
  /** The results that make findings. */
  reported: Result[]
}

type Unnamed = Omit<Finding, 'fingerprint'>

const ranks = { holds: 1, undetermined: 2, fails: 3 }

function run(rule: Rule, results: Iterable<Result>, severity?: Severity, project?: Project): Check {
  const reported: Result[] = []
  let worst: Result | undefined
  for (const result of results) {
    if (!worst || ranks[result.outcome] > ranks[worst.outcome]) worst = result
    if (result.outcome === 'fails' || 'note' in result) reported.push(result)
  }
  return { rule, project, severity, worst, reported }
}

function judge(checks: Check[], projects: Project[]): Judgement {
  return { findings: withFingerprints(checks.flatMap(findingsOf), projects), outcomes: checks.map(toOutcome) }
}

function findingsOf({ rule, project, severity, reported }: Check): Unnamed[] {
  return reported.flatMap((result) => {
    if (result.outcome === 'fails') return stamp(rule, project, result, severity ?? result.severity ?? rule.severity)
    return result.outcome === 'holds' && result.note ? stamp(rule, project, result.note, 'info') : []
  })
}

function stamp(
  rule: Rule,
  project: Project | undefined,
  problem: Problem | Fails,
  severity: Finding['severity'],
): Unnamed {
  const { message, evidence, expected, formula, difference } = problem
  return {
    rule: rule.name,
    severity,
    message,
    ...(project && { project: project.id }),
    evidence,
    ...(expected !== undefined && { expected }),
    ...(formula !== undefined && { formula }),
    ...(difference !== undefined && { difference }),
  }
}

function toOutcome({ rule, project, worst }: Check): Outcome {
  return {
    rule: rule.name,
    ...(project && { project: project.id }),
    outcome: worst?.outcome ?? 'not-applicable',
    ...(worst?.outcome === 'undetermined' && { missing: worst.missing }),
  }
}

// Made of what is printed, not of where, so that it survives another layout; equal ones are told apart by their order.
function withFingerprints(findings: Unnamed[], projects: Project[]): Finding[] {
  const names = namesOf(projects)
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const text = [finding.rule, names[finding.project ?? ''] ?? '', ...finding.evidence.map(bare)].join('\n')
    const count = seen.get(text) ?? 0
    seen.set(text, count + 1)
    return { ...finding, fingerprint: digest(count === 0 ? text : `${text}\n${count}`) }
  })
}

function bare({ text }: Evidence): string {
  return text.replace(/\s/gu, '')
}

function digest(text: string): string {
  return hash('sha256', text).slice(0, 16)
}
