import type { Report } from '../model.ts'
import type { Stated } from '../rules/rule.ts'
import { foldedOf } from '../rules/shared/texts.ts'
import { foldName } from '../values/normalise.ts'
import { withoutOrdinals, withoutYears } from './naming.ts'

/** A project with all that it is recognised by; texts are folded, and empty where nothing is printed. */
export interface Member {
  stated: Stated
  code: string
  name: string
  /** The name without years, and without ordinals too. */
  undated: string
  bare: string
  body: string
  entity: string
}

/** The projects of reports, ready to be recognised. */
export function membersOf(reports: (Stated['report'] & Pick<Report, 'projects'>)[]): Member[] {
  return reports.flatMap((report) => report.projects.map((project) => toMember({ project, report })))
}

// Asked for at every step of the matching, but only where several projects have one name.
const contents = new WeakMap<Member, string>()

/** All that is printed of a project, in one spelling and without its places. */
export function contentOf(member: Member): string {
  const known = contents.get(member)
  if (known !== undefined) return known
  const content = JSON.stringify(member.stated.project, (key, value) => {
    if (['id', 'ordinal', 'source', 'value', 'repaired'].includes(key)) return undefined
    return key === 'text' && typeof value === 'string' ? foldName(value) : value
  })
  contents.set(member, content)
  return content
}

/** The body that discloses a report, as it is compared with another; empty when it is not printed. */
export function bodyOf({ body }: Pick<Report, 'body'>): string {
  return withoutScope(foldedOf(body))
}

function toMember(stated: Stated): Member {
  const { project, report } = stated
  const { narrative, form } = project
  const name = foldedOf(project.name ?? form?.name)
  const undated = withoutYears(name)
  return {
    stated,
    code: foldedOf(project.code),
    name,
    undated,
    bare: withoutOrdinals(undated),
    body: bodyOf(report),
    entity: withoutScope(foldedOf(form?.implementingEntity ?? narrative?.implementingEntity)),
  }
}

// 阳泉市商务局（本级） is 阳泉市商务局 without the units below it.
function withoutScope(name: string): string {
  return name.replace(/\(?(?:本级|本部|机关|汇总)\)?$/u, '')
}
