import type { Finding, Severity } from '../../model.ts'
import type { Validated, Validation } from '../../validate.ts'
import { cut } from './columns.ts'
import { commandData, commandProperty, line, pathOf, plain } from './escapes.ts'
import { placeName, placeOf } from './place.ts'
import { heading, type Language, type Wording } from './words.ts'

/** Workflow commands of GitHub Actions: each finding becomes an annotation of its file. */
export function github(validations: Validation[], { language }: Wording): string {
  return validations.flatMap((validation) => annotations(validation, language)).join('')
}

function annotations(validation: Validation, language: Language): string[] {
  if ('error' in validation) {
    return [command('error', { file: pathOf(validation.file) }, validation.error[language])]
  }
  return validation.findings.map((finding) => annotation(finding, validation, language))
}

const names: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

function annotation(finding: Finding, validation: Validated, language: Language): string {
  const { rule, severity, message, formula, project, evidence } = finding
  const { line: start, lastLine } = placeOf(evidence[0]?.source[0])
  const lines = { ...(start && { line: String(start) }), ...(lastLine && { endLine: String(lastLine) }) }
  const title = project === undefined ? rule : `${rule} · ${line(heading(project, validation, language))}`
  const places = evidence.map((piece) => `${placeName(piece, language)}  ${cut(line(piece.text), 160)}`.trim())
  const text = [line(message[language]), ...(formula ? [line(formula)] : []), ...places].join('\n')
  return command(names[severity], { file: pathOf(validation.file), ...lines, title }, text)
}

function command(name: string, properties: Record<string, string>, text: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${commandProperty(plain(value))}`)
  return `::${name} ${written.join(',')}::${commandData(plain(text))}\n`
}
