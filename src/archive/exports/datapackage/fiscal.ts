/** What the columns of the fact table are in the taxonomy of budgets (Fiscal Data Package 1.0rc1). */
export const columnTypes: Record<string, string> = {
  project_id: 'activity:generic:project:code',
  kind: 'value-kind:code',
  kind_label: 'value-kind:label',
  phase: 'phase:id',
  phase_label: 'phase:label',
  amount_yuan: 'value',
  line_id: 'budget-line-id',
  fiscal_year: 'date:fiscal-year',
  region: 'geo:source:title',
  competent_department: 'administrative-classification:generic:level1:label',
  body: 'administrative-classification:generic:level2:label',
  implementing_entity: 'administrative-classification:generic:level3:label',
  category_id: 'activity:generic:program:code',
  category: 'activity:generic:program:label',
  name: 'activity:generic:project:label',
  funding_source: 'fin-source:generic:level1:label',
  start_date: 'date:fiscal:activity-start',
  end_date: 'date:fiscal:activity-end',
}

/** What holds for every row, and is not repeated in it. */
export const constants = [
  { name: 'currency', type: 'string', columnType: 'value-currency:code', constant: 'CNY' },
  { name: 'direction', type: 'string', columnType: 'direction', constant: 'expenditure' },
  { name: 'expenditure_type', type: 'string', columnType: 'expenditure-type:label', constant: '项目支出' },
]
