import type { Finding } from '../../model.ts'
import type { Validated, Validation } from '../../validate.ts'
import { cut } from './columns.ts'
import { markdown as escaped, line } from './escapes.ts'
import { markup } from './markup.ts'
import { placeName } from './place.ts'
import { countOf, heading, type Language, severities, type Wording, words } from './words.ts'

/** Markdown for a job summary or a merge request: a table of all inputs, then the findings of each. */
export function markdown(validations: Validation[], { language }: Wording): string {
  const say = words[language]
  const head = [say.file, ...severities.map((name) => say.severities[name]), say.suppressed, say.outcomes.undetermined]
  const rows = validations.map((validation) => summaryRow(validation, language))
  const details = validations.flatMap((validation) => ('error' in validation ? [] : section(validation, language)))
  return `${[table(head, rows), ...details].join('\n\n')}\n`
}

function summaryRow(validation: Validation, language: Language): string[] {
  const file = escaped(validation.file)
  if ('error' in validation) return [file, escaped(validation.error[language]), '', '', '', '']
  const undetermined = validation.outcomes.filter(({ outcome }) => outcome === 'undetermined').length
  const { findings, suppressed = [] } = validation
  const numbers = [...severities.map((name) => countOf(findings, name)), suppressed.length, undetermined]
  return [file, ...numbers.map(String)]
}

function section(validation: Validated, language: Language): string[] {
  const { file, findings } = validation
  const groups = [...Map.groupBy(findings, ({ project }) => project)]
  return [
    `<details open><summary>${markup(file)}</summary>`,
    ...(findings.length === 0 ? [words[language].nothing] : []),
    ...groups.flatMap(([project, group]) => [
      `**${escaped(heading(project, validation, language))}**`,
      group.map((finding) => item(finding, language)).join('\n'),
    ]),
    '</details>',
  ]
}

const signs = { error: '❌', warning: '⚠️', info: 'ℹ️' }

function item({ severity, rule, message, formula, evidence }: Finding, language: Language): string {
  const say = words[language]
  const places = evidence.map((piece) => {
    const place = placeName(piece, language)
    return `${place ? `${place}${say.colon}` : ''}${escaped(cut(line(piece.text), 160)) || say.empty}`
  })
  const details = [...(formula ? [escaped(formula)] : []), ...places].map((detail) => `  - ${detail}`)
  const sentence = `- ${signs[severity]} ${say.severities[severity]} \`${rule}\` ${escaped(message[language])}`
  return [sentence, ...details].join('\n')
}

function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
