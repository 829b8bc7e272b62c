import type { Finding, Severity } from '../../model.ts'
import type { Outcome, Validated, Validation } from '../../validate.ts'

export type Language = 'zh' | 'en'

export interface Wording {
  language: Language
}

/** The findings of all inputs for people to read: by input, then by project, then the count of outcomes. */
export function text(validations: Validation[], { language }: Wording): string {
  return validations.map((validation) => `${section(validation, words[language])}\n`).join('\n')
}

interface Words {
  language: Language
  severities: Record<Severity, string>
  outcomes: Record<Outcome['outcome'], string>
  document: string
  nothing: string
  refused: string
  empty: string
  /** Between the parts of the last line, and at its end. */
  comma: string
  stop: string
}

const words: Record<Language, Words> = {
  en: {
    language: 'en',
    severities: { error: 'error', warning: 'warning', info: 'info' },
    outcomes: { holds: 'holds', fails: 'fails', undetermined: 'undetermined', 'not-applicable': 'not applicable' },
    document: 'The document',
    nothing: 'Nothing was found.',
    refused: 'error',
    empty: '(empty)',
    comma: ', ',
    stop: '.',
  },
  zh: {
    language: 'zh',
    severities: { error: '错误', warning: '警告', info: '提示' },
    outcomes: { holds: '符合', fails: '不符合', undetermined: '无法判定', 'not-applicable': '不适用' },
    document: '全文',
    nothing: '未发现问题。',
    refused: '错误',
    empty: '（空）',
    comma: '，',
    stop: '。',
  },
}

function section(validation: Validation, say: Words): string {
  if ('error' in validation) return `${validation.file}\n${say.refused}  ${validation.error[say.language]}`
  const groups = [...Map.groupBy(validation.findings, ({ project }) => project)]
  const found = groups.map(([project, findings]) =>
    [heading(project, validation, say), ...findings.map((finding) => paragraph(finding, say.language))].join('\n'),
  )
  return [validation.file, ...(found.length > 0 ? found : [say.nothing]), counts(validation, say)].join('\n\n')
}

function heading(project: string | undefined, { names }: Validated, { document }: Words): string {
  return project === undefined ? document : `${project} ${names?.[project] ?? ''}`.trimEnd()
}

/** One finding: what is wrong, the formula with the numbers put in, and the places. */
export function paragraph({ severity, rule, message, formula, evidence }: Finding, language: Language): string {
  const say = words[language]
  const places = evidence.map(({ text, source }) => `${source.join(' ')}  ${short(text) || say.empty}`)
  const detail = [...(formula ? [formula] : []), ...places]
  return [
    `${say.severities[severity]}  ${rule}  ${message[say.language]}`,
    ...detail.map((line) => `    ${line}`),
  ].join('\n')
}

// A sentence or a whole table as evidence is cut: its place is there to look it up.
function short(printed: string): string {
  const line = printed.replace(/\s+/gu, ' ').trim()
  const characters = [...line]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : line
}

const order = ['holds', 'fails', 'undetermined', 'not-applicable'] as const

function counts({ outcomes }: Validated, say: Words): string {
  const numbers = order.map((name) => {
    const number = outcomes.filter(({ outcome }) => outcome === name).length
    return `${say.outcomes[name]} ${number}`
  })
  return `${numbers.join(say.comma)}${say.stop}`
}
