import type { Finding } from './model.ts'
import type { Suppressed, Validated, Validation } from './validate.ts'

/** Says that some findings do not count, and why. What is left out matches any. */
export interface Suppression {
  rule: string
  /** The id or the name of a project. */
  project?: string | undefined
  fingerprint?: string | undefined
  file?: string | undefined
  reason: string
}

/**
 * Set aside the findings that a suppression speaks of; the first that does gives the reason. Unused are the suppressions
 * that found nothing, except those for documents that were not validated. `pathOf` makes names of files comparable.
 */
export function suppress(
  validations: Validation[],
  suppressions: Suppression[],
  pathOf = (file: string): string => file,
): { validations: Validation[]; unused: Suppression[] } {
  const used = new Set<Suppression>()
  const remaining = validations.map((validation) =>
    setAside(validation, (finding, { file, names }) => {
      const found = suppressions.find((suppression) => matches(suppression, finding, pathOf(file), names))
      if (!found) return undefined
      used.add(found)
      return { finding, by: 'configuration', reason: { zh: found.reason, en: found.reason } }
    }),
  )
  const files = new Set(validations.flatMap((validation) => ('error' in validation ? [] : [pathOf(validation.file)])))
  const unused = suppressions.filter(({ file }) => file === undefined || files.has(file))
  return { validations: remaining, unused: unused.filter((suppression) => !used.has(suppression)) }
}

/** The ids and names among those given that no project of a validated document has. */
export function unknownProjects(validations: Validation[], projects: string[]): string[] {
  const names = validations.flatMap((validation) => ('error' in validation ? [] : [validation.names ?? {}]))
  const known = new Set(names.flatMap((byId) => [...Object.keys(byId), ...Object.values(byId)]))
  return projects.filter((project) => !known.has(project))
}

/** Move the findings for which there is a decision from those that count to those that do not. */
export function setAside(
  validation: Validation,
  decide: (finding: Finding, validation: Validated) => Suppressed | undefined,
): Validation {
  if ('error' in validation) return validation
  const decisions = validation.findings.map((finding) => decide(finding, validation))
  const accepted = decisions.filter((decision) => decision !== undefined)
  if (accepted.length === 0) return validation
  const findings = validation.findings.filter((_, index) => decisions[index] === undefined)
  return { ...validation, findings, suppressed: [...(validation.suppressed ?? []), ...accepted] }
}

function matches(suppression: Suppression, finding: Finding, file: string, names: Validated['names'] = {}): boolean {
  const { rule, project, fingerprint } = suppression
  return (
    rule === finding.rule &&
    (project === undefined || project === finding.project || project === names[finding.project ?? '']) &&
    (fingerprint === undefined || fingerprint === finding.fingerprint) &&
    (suppression.file === undefined || suppression.file === file)
  )
}
