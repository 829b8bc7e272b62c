import type { Comparison, Difference, Differences, Place, ProjectComparison, Side } from '../../difference.ts'
import type { Value } from '../../tables/table.ts'
import { linesOf } from '../csv/lines.ts'

/** What a row is made of: a difference of a project, or the project itself where only one side states it. */
interface Row {
  comparison: Comparison
  project: ProjectComparison
  difference?: Difference
}

const columns: [name: string, value: (row: Row) => Value][] = [
  ['before', ({ comparison }) => comparison.before.name],
  ['after', ({ comparison }) => comparison.after.name],
  ['aspect', ({ difference }) => difference?.aspect ?? 'project'],
  ['change', ({ project, difference }) => difference?.change ?? project.state],
  ['file_before', ({ project }) => sideIn(project, 'before')?.file],
  ['project_before', ({ project }) => sideIn(project, 'before')?.project],
  ['name_before', ({ project }) => sideIn(project, 'before')?.name.text],
  ['body_before', ({ project }) => sideIn(project, 'before')?.body],
  ['fiscal_year_before', ({ project }) => sideIn(project, 'before')?.fiscalYear],
  ['file_after', ({ project }) => sideIn(project, 'after')?.file],
  ['project_after', ({ project }) => sideIn(project, 'after')?.project],
  ['name_after', ({ project }) => sideIn(project, 'after')?.name.text],
  ['body_after', ({ project }) => sideIn(project, 'after')?.body],
  ['fiscal_year_after', ({ project }) => sideIn(project, 'after')?.fiscalYear],
  ['matched_by', ({ project }) => ('match' in project ? project.match.by : undefined)],
  ['likeness', ({ project }) => ('match' in project ? project.match.likeness : undefined)],
  ['match_zh', ({ project }) => ('match' in project ? project.match.message.zh : undefined)],
  ['match_en', ({ project }) => ('match' in project ? project.match.message.en : undefined)],
  ['field', ({ difference }) => difference?.field],
  ['label_zh', ({ difference }) => difference?.label.zh],
  ['label_en', ({ difference }) => difference?.label.en],
  ['horizon', ({ difference }) => difference?.indicator?.horizon],
  ['category', ({ difference }) => difference?.indicator?.category],
  ['dimension', ({ difference }) => difference?.indicator?.dimension],
  ['indicator', ({ difference }) => difference?.indicator?.name],
  ['state_before', ({ difference }) => difference?.before.state],
  ['text_before', ({ difference }) => difference?.before.text],
  ['state_after', ({ difference }) => difference?.after.state],
  ['text_after', ({ difference }) => difference?.after.text],
  ['yuan_before', ({ difference }) => yuanOf(difference?.before)],
  ['yuan_after', ({ difference }) => yuanOf(difference?.after)],
  ['direction', ({ difference }) => difference?.figure?.direction],
  ['difference', ({ difference }) => numberIn(difference?.figure?.difference)],
  ['unit', ({ difference }) => difference?.figure?.unit],
  ['rate', ({ difference }) => numberIn(difference?.figure?.rate)],
  ['gone', ({ difference }) => difference?.sentences?.gone.join('\n')],
  ['new', ({ difference }) => difference?.sentences?.new.join('\n')],
  ['source_before', ({ project, difference }) => (difference?.before.source ?? placesIn(project, 'before')).join(' ')],
  ['source_after', ({ project, difference }) => (difference?.after.source ?? placesIn(project, 'after')).join(' ')],
  ['message_zh', ({ project, difference }) => (difference?.message ?? messageOf(project)).zh],
  ['message_en', ({ project, difference }) => (difference?.message ?? messageOf(project)).en],
]

/** One row for each difference, and for each project that only one side states; `excel` as for the tables of a report. */
export async function csv({ comparisons }: Differences, excel = false): Promise<string> {
  const rows = comparisons.flatMap((comparison) =>
    comparison.projects.flatMap((project) => rowsOf(comparison, project)),
  )
  const head = columns.map(([name]) => name)
  const lines = await linesOf([head, ...rows.map((row) => columns.map(([, value]) => value(row)))], excel)
  return excel ? `\uFEFF${lines}` : lines
}

function rowsOf(comparison: Comparison, project: ProjectComparison): Row[] {
  if (!('differences' in project)) return [{ comparison, project }]
  return project.differences.map((difference) => ({ comparison, project, difference }))
}

function sideIn(project: ProjectComparison, side: 'before' | 'after'): Place | undefined {
  if (side === 'before') return 'before' in project ? project.before : undefined
  return 'after' in project ? project.after : undefined
}

function placesIn(project: ProjectComparison, side: 'before' | 'after'): string[] {
  return sideIn(project, side)?.name.source ?? ('lookedIn' in project ? project.lookedIn : [])
}

function yuanOf(side: Side | undefined): Value {
  const value = side?.value
  if (typeof value !== 'object' || value === null || !('yuan' in value)) return undefined
  return typeof value.yuan === 'number' ? value.yuan : undefined
}

// A number where it prints as the same decimal, so that a spreadsheet does not take -5 for a formula.
function numberIn(decimal: string | undefined): Value {
  return decimal !== undefined && String(Number(decimal)) === decimal ? Number(decimal) : decimal
}

function messageOf(project: ProjectComparison): { zh: string; en: string } {
  const maybe = 'candidates' in project ? project.candidates : []
  const [zh, en] = [
    maybe.map(({ name, message }) => `可能是“${name.text}”：${message.zh}`),
    maybe.map(({ name, message }) => `perhaps “${name.text}”: ${message.en}`),
  ]
  const isNew = project.state === 'new'
  return {
    zh: [isNew ? '新增项目' : '不再列出的项目', ...zh].join('；'),
    en: [isNew ? 'new project' : 'project gone', ...en].join('; '),
  }
}
