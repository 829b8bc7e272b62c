import type { Report, Target } from '../model.ts'
import { placesOf, table } from './table.ts'

/** One row for each indicator and horizon. */
export const indicators = table(
  'indicators',
  { zh: '每条指标一行', en: 'one row for each indicator and horizon' },
  factsOf,
  [
    ['file', 'text', '文件名', 'the document', ({ file }) => file],
    ['project_id', 'text', '项目编号', 'the project', ({ id }) => id],
    ['project', 'text', '项目名称', 'the name of the project', ({ project }) => project],
    ['horizon', 'text', '期间', 'mediumTerm, annual or total', ({ indicator }) => indicator.horizon],
    [
      'category',
      'text',
      '一级指标',
      'level 1: output, outcome, satisfaction, cost',
      ({ indicator }) => indicator.category?.value,
    ],
    [
      'dimension',
      'text',
      '二级指标',
      'level 2: quantity, quality, timeliness …',
      ({ indicator }) => indicator.dimension?.value,
    ],
    ['name', 'text', '三级指标', 'level 3: the indicator as printed', ({ indicator }) => indicator.name?.value],
    ['target', 'text', '指标值', 'the target as printed', ({ indicator }) => indicator.target?.text],
    [
      'kind',
      'text',
      '指标值的种类',
      'number, range, rate, deadline, tiers, trend, reference or words',
      ({ parts }) => parts.kind,
    ],
    ['comparison', 'text', '比较符号', '=, ≥, ≤, >, < or ≈', ({ parts }) => parts.comparison],
    ['number', 'number', '数值', 'the figure; the lower one of a range', ({ parts }) => parts.number ?? parts.from],
    ['number_to', 'number', '上限', 'the upper figure of a range', ({ parts }) => upper(parts)],
    ['unit', 'text', '计量单位', 'the unit as printed; of a rate 元/人·天', ({ parts }) => measure(parts)],
    [
      'by',
      'text',
      '期限',
      'a deadline, ISO 8601 to the printed precision; every year: --10-31',
      ({ parts }) => parts.by,
    ],
    ['weight', 'number', '分值', 'its weight', ({ indicator }) => indicator.weight?.value],
    [
      'actual',
      'text',
      '实际完成值',
      'what was reached, as printed (self-evaluation)',
      ({ indicator }) => indicator.actual?.text,
    ],
    ['score', 'number', '得分', 'its score (self-evaluation)', ({ indicator }) => indicator.score?.value],
    [
      'source',
      'text',
      '位置',
      'where its name is printed',
      ({ indicator: { name, target } }) => placesOf((name ?? target)?.source),
    ],
  ],
)

function factsOf({ file, projects }: Report) {
  return projects.flatMap(({ id, name, form }) =>
    (form?.indicators ?? []).map((indicator) => {
      const parts: Parts = indicator.target?.value ?? {}
      return { file, id, project: name?.value, indicator, parts }
    }),
  )
}

/** All that targets of some kind have. */
interface Parts {
  kind?: Target['kind']
  comparison?: string
  number?: number | undefined
  from?: number
  to?: number | string
  unit?: string | undefined
  per?: string[]
  by?: string
}

function upper({ to }: Parts): number | undefined {
  return typeof to === 'number' ? to : undefined
}

function measure({ unit, per }: Parts): string | undefined {
  return per ? `${unit}/${per.join('·')}` : unit
}
