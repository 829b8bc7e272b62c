import type { Role } from '../../vocabulary.ts'
import type { Section } from './columns.ts'

/** The families of objective forms, told apart by the columns of their indicators alone. */
export type Family = 'two-horizon' | 'sequential' | 'self-evaluation' | 'split' | 'weighted' | 'plain'

/** The family that the blocks of indicators of a form belong to. */
export function familyOf(sections: Section[]): Family {
  const columns = sections.flatMap((section) => section.columns)
  const has = (...roles: Role[]) => columns.some(({ role }) => roles.includes(role))
  if (sections.some(isSideBySide)) return 'two-horizon'
  if (has('actual', 'score')) return 'self-evaluation'
  if (new Set(columns.flatMap(({ horizon }) => horizon ?? [])).size > 1) return 'sequential'
  if (has('comparison', 'unit')) return 'split'
  return has('weight') ? 'weighted' : 'plain'
}

// The header row repeats the columns of one horizon beside those of another; not those of one level beside another.
function isSideBySide({ columns }: Section): boolean {
  return columns.filter(({ role, under }) => role === 'name' && !under).length === 2
}
