import type { Category, Dimension, Form, FundingLine, Indicator, Report, Target, Unread } from '../src/model.ts'

type Nature = NonNullable<NonNullable<Form['nature']>['value']>

const kinds: Record<Report['kind'], string> = {
  'special-fund-disclosure': '专项资金信息公开',
  'department-budget': '部门预算',
  'final-accounts': '决算',
  'objective-forms': '绩效目标表',
  'self-evaluation': '绩效自评表',
  other: '其他',
}

const natures: Record<Nature, string> = {
  recurrent: '经常性、常年性',
  'one-off': '一次性',
  phased: '阶段性',
  new: '新增',
  continuing: '延续、持续性',
}

const horizons: Record<Indicator['horizon'], string> = { mediumTerm: '中期', annual: '年度', total: '项目' }

const categories: Record<Category, string> = {
  output: '产出指标',
  outcome: '效益指标',
  satisfaction: '满意度指标',
  cost: '成本指标',
}

const dimensions: Record<Dimension, string> = {
  quantity: '数量',
  quality: '质量',
  timeliness: '时效',
  cost: '成本',
  economic: '经济效益',
  social: '社会效益',
  ecological: '生态效益',
  sustainability: '可持续影响',
  beneficiary: '服务对象满意度',
}

const targets: Record<Target['kind'], string> = {
  number: '数值',
  range: '区间',
  rate: '单价、标准（元/人·天）',
  deadline: '期限',
  tiers: '分档',
  trend: '趋势（较上年增加）',
  reference: '参照（按合同价）',
  words: '文字',
}

const lines: Record<FundingLine['of'], string> = { annual: '年度资金', mediumTerm: '中期资金' }

const sources: Record<FundingLine['source'], string> = {
  appropriation: '财政拨款',
  carryover: '上年结转',
  upperLevel: '上级资金',
  fiscalAccount: '财政专户管理资金',
  unit: '单位资金',
  other: '其他资金',
}

const unread: Record<Unread['what'], string> = { paragraph: '段落', cell: '单元格', table: '表格', image: '图片' }

/** The values of columns that have a few only, and what is printed for them. */
export const codes: Record<string, Record<string, string>> = {
  'documents.kind': kinds,
  'projects.nature': natures,
  'indicators.horizon': horizons,
  'indicators.category': categories,
  'indicators.dimension': dimensions,
  'indicators.kind': targets,
  'funding.of': lines,
  'funding.source_kind': sources,
  'unread.what': unread,
}
