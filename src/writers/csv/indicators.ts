import type { Indicator, Project, Report, Target } from '../../model.ts'
import { placesOf, type Table, type Value } from './table.ts'

/** One row for each indicator and horizon. */
export const indicators: Table = {
  name: 'indicators',
  columns: [
    'file',
    'project_id',
    'project',
    'horizon',
    'category',
    'dimension',
    'name',
    'target',
    'kind',
    'comparison',
    'number',
    'number_to',
    'unit',
    'by',
    'weight',
    'actual',
    'score',
    'source',
  ],
  rows: (report) =>
    report.projects.flatMap((project) =>
      (project.form?.indicators ?? []).map((indicator) => row(report, project, indicator)),
    ),
}

function row({ file }: Report, { id, name }: Project, indicator: Indicator): Value[] {
  return [
    file,
    id,
    name?.value,
    indicator.horizon,
    indicator.category?.value,
    indicator.dimension?.value,
    indicator.name?.value,
    indicator.target?.text,
    ...parts(indicator.target?.value),
    indicator.weight?.value,
    indicator.actual?.text,
    indicator.score?.value,
    placesOf((indicator.name ?? indicator.target)?.source),
  ]
}

// kind, comparison, number, number_to, unit, by
function parts(target: Target | null | undefined): Value[] {
  if (!target) return [undefined, undefined, undefined, undefined, undefined, undefined]
  const { kind, comparison, number, from, to, unit, per, by }: Parts = target
  const measure = per ? `${unit}/${per.join('·')}` : unit
  return [kind, comparison, number ?? from, kind === 'range' ? to : undefined, measure, by]
}

/** All that targets of some kind have. */
interface Parts {
  kind: Target['kind']
  comparison?: string
  number?: number | undefined
  from?: number
  to?: number | string
  unit?: string | undefined
  per?: string[]
  by?: string
}
