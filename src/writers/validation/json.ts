import type { Validation } from '../../validate.ts'

/** The findings and outcomes of all inputs as one JSON array, in input order; suppressed findings stand apart. */
export function json(validations: Validation[]): string {
  return `${JSON.stringify(validations.map(entry), null, 2)}\n`
}

function entry(validation: Validation) {
  if ('error' in validation) return { file: validation.file, error: validation.error }
  const { file, sha256, findings, outcomes, suppressed = [] } = validation
  const accepted = suppressed.map(({ finding, by, reason }) => ({ ...finding, suppression: { by, reason } }))
  return { file, sha256, findings, outcomes, ...(accepted.length > 0 && { suppressed: accepted }) }
}
