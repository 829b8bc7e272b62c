import type { Differences } from '../../difference.ts'

/** All that differs, with both languages, as one JSON object. */
export function json(differences: Differences): string {
  return `${JSON.stringify(differences, null, 2)}\n`
}
