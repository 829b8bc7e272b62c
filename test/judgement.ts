import { Report } from '../src/model.ts'
import { type Judgement, validate, validateYears } from '../src/validate.ts'
import { complete } from './partial.ts'

/** What the rules say of a case: of one report, or of the first project of the reports of several years. */
export function judgementOn(input: object): Judgement & { reports: Report[] } {
  if (!Array.isArray(input)) {
    const report = Report.parse(complete(input))
    return { ...validate(report), reports: [report] }
  }
  const reports = input.map((part) => Report.parse(complete(part)))
  const years = reports.flatMap((report) => report.projects.slice(0, 1).map((project) => ({ project, report })))
  return { ...validateYears(years), reports }
}
