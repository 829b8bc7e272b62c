import type { Severity, Sourced } from '../model.ts'
import { matchesOf } from '../values/matches.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { evidence, isRead } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** The year of the document against the years in its title, its captions and its sentences on the budget. */
const rule: Rule = {
  name: 'fiscal-year-agrees',
  chapter: 'agreement',
  severity: 'warning',
  title: {
    zh: '标题、表头和预算语句的年度与公开年度一致',
    en: 'Title, captions and budget sentences name the fiscal year of the document',
  },
  why: {
    zh: '年度不符多是沿用上年模板没有改年份，表头年度不符会让整张表失去效力。请逐处核对年份。',
    en: 'A wrong year is usually left over from last year’s template; in a caption it puts the whole form in doubt. Check each year.',
  },
  *checkDocument({ title, summary, fiscalYear }) {
    if (title) yield* checkText(title, fiscalYear, 'error')
    if (summary) yield* checkText(summary.text, fiscalYear, 'warning')
  },
  *checkProject({ narrative, form }, { fiscalYear }) {
    if (form?.fiscalYear) yield checkCaption(form.fiscalYear, fiscalYear)
    if (narrative?.budget) yield* checkText(narrative.budget, fiscalYear, 'warning')
  },
}

export default rule

function checkCaption(caption: Sourced<number>, year: Sourced<number> | undefined): Result {
  if (!isRead(year)) return undetermined('公开年度不明', 'the fiscal year of the document is not known')
  if (!isRead(caption)) return undetermined('表头年度无法识别', 'the year in the caption cannot be read')
  return caption.value === year.value ? holds() : wrong(caption, [caption.value], year, 'error')
}

function* checkText(
  printed: Sourced<unknown>,
  year: Sourced<number> | undefined,
  severity: Severity,
): Iterable<Result> {
  const years = yearsIn(plainOf(printed))
  if (years.length === 0) return
  if (!isRead(year)) return yield undetermined('公开年度不明', 'the fiscal year of the document is not known')
  yield years.includes(year.value) ? holds() : wrong(printed, years, year, severity)
}

// Titles of documents, five-year plans and years that something is compared with are not the year of the budget.
function yearsIn(text: string): number[] {
  const plain = text.replace(/《[^《》]{0,200}》/gu, '')
  return matchesOf(/(?<![\d较比自从-])(20\d\d)年(?!以来)/gu, plain).map(([, year]) => Number(year))
}

function wrong(
  printed: Sourced<unknown>,
  years: number[],
  year: Sourced<number> & { value: number },
  severity: Severity,
): Result {
  const named = [...new Set(years)].join('、')
  return fails({
    message: {
      zh: `此处年度为 ${named} 年，公开年度为 ${year.value} 年。`,
      en: `The year named here is ${named.replaceAll('、', ', ')}; the document is for ${year.value}.`,
    },
    evidence: evidence(printed, year),
    severity,
    expected: String(year.value),
  })
}
