import type { Severity } from '../../model.ts'
import type { Outcome, Validated, Validation } from '../../validate.ts'

export type Language = 'zh' | 'en'

/** How a report is worded. */
export interface Wording {
  language: Language
  /** The version of the program that reports. */
  version?: string
  /** What leads from the report to the folder that the names of the documents start from, for links: `../`. */
  base?: string
}

/** The words that every report uses. */
export interface Words {
  severities: Record<Severity, string>
  outcomes: Record<Outcome['outcome'], string>
  document: string
  nothing: string
  refused: string
  empty: string
  basis: string
  file: string
  title: string
  rules: string
  rule: string
  requirement: string
  project: string
  missing: string
  finding: string
  reason: string
  suppressed: string
  /** Between the parts of a line, at its end, and after a label. */
  comma: string
  stop: string
  colon: string
}

export const words: Record<Language, Words> = {
  en: {
    severities: { error: 'error', warning: 'warning', info: 'info' },
    outcomes: { holds: 'holds', fails: 'fails', undetermined: 'undetermined', 'not-applicable': 'not applicable' },
    document: 'The document',
    nothing: 'Nothing was found.',
    refused: 'error',
    empty: '(empty)',
    basis: 'Basis: ',
    file: 'File',
    title: 'Validation report',
    rules: 'Rules',
    rule: 'Rule',
    requirement: 'What must hold, and why',
    project: 'Project',
    missing: 'What is missing',
    finding: 'Finding',
    reason: 'Reason',
    suppressed: 'suppressed',
    comma: ', ',
    stop: '.',
    colon: ': ',
  },
  zh: {
    severities: { error: '错误', warning: '警告', info: '提示' },
    outcomes: { holds: '符合', fails: '不符合', undetermined: '无法判定', 'not-applicable': '不适用' },
    document: '全文',
    nothing: '未发现问题。',
    refused: '错误',
    empty: '（空）',
    basis: '依据：',
    file: '文件',
    title: '校验报告',
    rules: '规则',
    rule: '规则',
    requirement: '要求及理由',
    project: '项目',
    missing: '缺少的依据',
    finding: '问题',
    reason: '理由',
    suppressed: '已抑制',
    comma: '，',
    stop: '。',
    colon: '：',
  },
}

/** The severities, the worst first. */
export const severities = ['error', 'warning', 'info'] as const

/** The heading over the findings of a project, or of the document as a whole. */
export function heading(project: string | undefined, { names }: Validated, language: Language): string {
  return project === undefined ? words[language].document : `${project} ${names?.[project] ?? ''}`.trim()
}

/** The inputs that could be read. */
export function validatedOf(validations: Validation[]): Validated[] {
  return validations.flatMap((validation) => ('error' in validation ? [] : [validation]))
}

/** How many findings of each severity there are: `2 errors` is `error 2`. */
export function tally({ findings, suppressed = [] }: Validated, language: Language): string {
  const say = words[language]
  const counts = severities.map((name) => `${say.severities[name]} ${countOf(findings, name)}`)
  return [...counts, ...(suppressed.length > 0 ? [`${say.suppressed} ${suppressed.length}`] : [])].join(say.comma)
}

/** How many of the findings have a severity. */
export function countOf(findings: Validated['findings'], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}
