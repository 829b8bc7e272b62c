import type { Finding, Severity } from '../../model.ts'
import type { Validation } from '../../validate.ts'
import { line, pathOf } from './escapes.ts'
import { placeName, placeOf } from './place.ts'
import type { Language, Wording } from './words.ts'

/** The Code Quality report of GitLab: one JSON array for all inputs. */
export function gitlab(validations: Validation[], { language }: Wording): string {
  return `${JSON.stringify(
    validations.flatMap((validation) => issues(validation, language)),
    null,
    2,
  )}\n`
}

// The subset of the Code Climate format that GitLab reads.
interface Issue {
  description: string
  check_name: string
  fingerprint: string
  severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  location: { path: string; lines: { begin: number; end?: number } }
}

function issues(validation: Validation, language: Language): Issue[] {
  const path = pathOf(validation.file)
  if (!('error' in validation)) return validation.findings.map((finding) => issue(finding, path, language))
  const description = validation.error[language]
  const location = { path, lines: { begin: 1 } }
  return [{ description, check_name: 'readable', fingerprint: `${path}#readable`, severity: 'blocker', location }]
}

const severities: Record<Severity, Issue['severity']> = { error: 'major', warning: 'minor', info: 'info' }

function issue({ rule, severity, message, fingerprint, evidence }: Finding, path: string, language: Language): Issue {
  const [first] = evidence
  const { line: begin = 1, lastLine: end } = placeOf(first?.source[0])
  const place = first ? placeName(first, language) : ''
  return {
    description: line(place ? `${message[language]} (${place})` : message[language]),
    check_name: rule,
    // Two documents may say the same; GitLab wants a fingerprint of its own for each.
    fingerprint: `${path}#${fingerprint}`,
    severity: severities[severity],
    location: { path, lines: { begin, ...(end !== undefined && { end }) } },
  }
}
