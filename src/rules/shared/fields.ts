import type { Message, Sourced } from '../../model.ts'
import { Known } from './known.ts'

/** A printed value and the name of its field in the model. */
export interface Field {
  key: string
  value: Sourced<unknown>
}

const known = new Known<object, Field[]>()

/** All printed values in a part of the model, in its order; several rules ask for the same part. */
export function fieldsIn(part: object): Field[] {
  const before = known.get(part)
  if (before) return before
  const fields: Field[] = []
  for (const [key, value] of Object.entries(part)) collect(value, key, fields)
  known.set(part, fields)
  return fields
}

/** What a field is called. */
export function labelOf({ key }: Field): Message {
  return labels[key] ?? { zh: '数值', en: 'value' }
}

function collect(part: unknown, key: string, fields: Field[]): void {
  if (typeof part !== 'object' || part === null) return
  if (isSourced(part)) fields.push({ key, value: part })
  else if (Array.isArray(part)) for (const item of part) collectItem(item, key, fields)
  else fields.push(...fieldsIn(part))
}

// What stands in a list is asked for with the list only.
function collectItem(item: unknown, key: string, fields: Field[]): void {
  if (typeof item !== 'object' || item === null || isSourced(item)) collect(item, key, fields)
  else for (const [name, value] of Object.entries(item)) collect(value, name, fields)
}

function isSourced(part: object): part is Sourced<unknown> {
  return 'text' in part && 'value' in part
}

const labels: Record<string, Message> = {
  ordinal: { zh: '序号', en: 'ordinal' },
  count: { zh: '项目个数', en: 'number of projects' },
  total: { zh: '预算总额', en: 'total' },
  fiscalYear: { zh: '年度', en: 'fiscal year' },
  nature: { zh: '项目属性', en: 'attribute' },
  term: { zh: '项目期限', en: 'term' },
  period: { zh: '实施周期', en: 'period' },
  budget: { zh: '年度预算', en: 'budget' },
  mediumTerm: { zh: '中期资金总额', en: 'medium-term total' },
  annual: { zh: '年度资金总额', en: 'annual total' },
  amount: { zh: '金额', en: 'amount' },
  category: { zh: '一级指标', en: 'level-1 label' },
  dimension: { zh: '二级指标', en: 'level-2 label' },
  target: { zh: '指标值', en: 'target' },
  weight: { zh: '分值', en: 'weight' },
  actual: { zh: '实际完成值', en: 'actual value' },
  score: { zh: '得分', en: 'score' },
  executionWeight: { zh: '执行率分值', en: 'weight of budget execution' },
  executionRate: { zh: '执行率', en: 'execution rate' },
  filledOn: { zh: '填报日期', en: 'date of filling in' },
}
