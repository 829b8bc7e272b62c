import type { Finding } from '../model.ts'
import type { FailOn, Status } from './options.ts'

/** The exit status: inputs that could not be used come before findings. */
export function statusOf(
  entries: object[],
  checked: { findings: Finding[] }[],
  failOn: FailOn,
  maxWarnings = Number.POSITIVE_INFINITY,
): Status {
  if (entries.some((entry) => 'error' in entry)) return 2
  const severities = checked.flatMap(({ findings }) => findings.map(({ severity }) => severity))
  const warnings = severities.filter((severity) => severity === 'warning').length
  return severities.some((severity) => failing[failOn].includes(severity)) || warnings > maxWarnings ? 1 : 0
}

const failing: Record<FailOn, Finding['severity'][]> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
}
