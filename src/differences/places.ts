import type { Evidence } from '../model.ts'
import type { Stated } from '../rules/rule.ts'
import { fieldsIn } from '../rules/shared/fields.ts'
import { quote } from '../rules/shared/states.ts'
import { fiscalYearOf } from '../rules/shared/years.ts'
import type { Edition, Extent, Place } from './comparison.ts'
import { bodyOf, type Member } from './members.ts'

/** Where a project is stated. */
export function placeOf(stated: Stated): Place {
  const { project, report } = stated
  const year = fiscalYearOf(stated)
  return {
    file: report.file,
    project: project.id,
    name: nameOf(stated),
    ...(project.code && { code: project.code.text }),
    ...(report.body && { body: report.body.text }),
    ...(year !== undefined && { fiscalYear: year }),
  }
}

/** The name of a project as it is printed; a project without a name stands where the first of it is printed. */
export function nameOf({ project, report }: Stated): Evidence {
  const printed = project.name ?? project.form?.name
  if (printed) return quote(printed)
  return { text: '', source: fieldsIn(project)[0]?.value.source ?? [report.file] }
}

/** How much an edition holds. */
export function extentOf({ name, reports }: Edition): Extent {
  const projects = reports.flatMap((report) => report.projects.map((project) => ({ project, report })))
  const years = [...reports.map(({ fiscalYear }) => fiscalYear?.value), ...projects.map(fiscalYearOf)]
  return {
    name,
    reports: reports.length,
    projects: projects.length,
    fiscalYears: [...new Set(years.filter((year) => year != null))].sort((a, b) => a - b),
  }
}

/** Tells where an edition might state a project of another one: the reports of its body, else the edition as a whole. */
export function placesToLook({ name, reports }: Edition): (member: Member) => string[] {
  const files = new Map<string, Set<string>>()
  for (const report of reports) {
    const body = bodyOf(report)
    files.set(body, (files.get(body) ?? new Set()).add(report.file))
  }
  return ({ body }) => {
    const own = [...(files.get(body) ?? [])]
    const isNamed = body !== '' && own.length > 0 && own.length <= mostFiles && !files.has('')
    return isNamed ? own : [name]
  }
}

const mostFiles = 5
