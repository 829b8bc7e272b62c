import type { Form } from '../../model.ts'
import { period } from '../../values/period.ts'
import type { Stated } from '../rule.ts'
import { valueIn } from './states.ts'

/** The fiscal year in which a project is stated: by its form, else by the report. */
export function fiscalYearOf({ project, report }: Stated): number | undefined {
  return valueIn(project.form?.fiscalYear) ?? valueIn(report.fiscalYear)
}

/** The years that a term may cover, given one of them: one choice when they are printed, else all of that length. */
export function termsAround(year: number, form: Form): number[][] {
  const length = valueIn(form.term)?.years ?? (form.nature?.value === 'one-off' && !form.term ? 1 : undefined)
  const printed = printedYears(form)
  if (printed) return printed.includes(year) && printed.length === (length ?? printed.length) ? [printed] : []
  if (length === undefined || !Number.isInteger(length)) return []
  return Array.from({ length }, (_, before) => yearsFrom(year - before, length))
}

// 项目起止时间, or a term that is printed as 2021-2023年.
function printedYears({ period: dates, term }: Form): number[] | undefined {
  const { start, end } = valueIn(dates) ?? (term && period(term.text)) ?? {}
  const [first, last] = [Number(start?.slice(0, 4)), Number(end?.slice(0, 4))]
  const length = last - first + 1
  return length > 0 && length <= longest ? yearsFrom(first, length) : undefined
}

// No term is longer than a century.
const longest = 100

function yearsFrom(first: number, length: number): number[] {
  return Array.from({ length }, (_, index) => first + index)
}
