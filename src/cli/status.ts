import type { Finding } from '../model.ts'
import type { FailOn, Status } from './options.ts'

/** The exit status: inputs that could not be used come before findings. */
export function statusOf(entries: object[], checked: { findings: Finding[] }[], failOn: FailOn): Status {
  if (entries.some((entry) => 'error' in entry)) return 2
  const severities = failing[failOn]
  return checked.some(({ findings }) => findings.some(({ severity }) => severities.includes(severity))) ? 1 : 0
}

const failing: Record<FailOn, Finding['severity'][]> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
}
