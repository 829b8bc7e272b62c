import type { Category, Dimension, FundingLine } from './model.ts'
import { remembered } from './remembered.ts'

// The closed vocabularies of the forms: what is printed for the same thing by different bodies in different years.

/** A printed label without what does not tell labels apart: white space, brackets, ordinals, closing colons. */
export const labelKey = remembered((text) =>
  text
    .replace(/\s/gu, '')
    .replace(/[（(【[][^（(【[）)】\]]{0,40}[）)】\]]/gu, '')
    .replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、]/u, '')
    .replace(/[：:、★*]/gu, ''),
)

const categories: Record<Category, string> = {
  output: '产出 项目产出 目标完成程度 产出工作量',
  outcome: '效益 效果 项目实施效益 项目效益 预期效果 结果',
  satisfaction: '满意度 服务对象满意度',
  cost: '成本',
}

const dimensions: Record<Dimension, string> = {
  quantity: '数量 产出数量',
  quality: '质量 产出质量',
  timeliness: '时效 产出时效 进度',
  cost: '成本 产出成本 经济成本 社会成本 生态环境成本',
  economic: '经济效益',
  social: '社会效益 社会效应',
  ecological: '生态效益 环境效益',
  sustainability: '可持续影响 可持续发展 影响力',
  beneficiary: '服务对象满意度 满意度 受益对象满意度 帮扶对象满意度 社会公众或服务对象满意度 其他满意度',
}

const categoryOf = invert(categories)
const dimensionOf = invert(dimensions)

/** The code of a level-1 label (一级指标); null for a label outside the vocabulary. */
export function category(label: string): Category | null {
  return categoryOf.get(levelKey(label)) ?? null
}

/** The code of a level-2 label (二级指标); null for a label outside the vocabulary. */
export function dimension(label: string): Dimension | null {
  return dimensionOf.get(levelKey(label)) ?? null
}

function levelKey(label: string): string {
  return labelKey(label).replace(/(?:指标|目标)$/u, '')
}

/** What a labelled cell of a form's head or foot states. */
export type Field =
  | 'name'
  | 'program'
  | 'code'
  | 'competentDepartment'
  | 'implementingEntity'
  | 'nature'
  | 'type'
  | 'term'
  | 'start'
  | 'end'
  | 'period'
  | 'overview'
  | 'legalBasis'
  | 'necessity'
  | 'safeguards'
  | 'implementationPlan'
  | 'mediumTermObjective'
  | 'annualObjective'
  | 'objective'
  | 'executionWeight'
  | 'contact'
  | 'contactName'
  | 'contactPhone'
  | 'signatory'
  | 'filledOn'
  | 'mediumTerm'
  | 'annual'
  | 'total'
  | 'completion'
  | 'other'

const fields: Record<Field, string> = {
  name: '项目名称 二级项目名称 专项名称 专项资金名称 政策名称 转移支付名称',
  program: '一级项目 一级项目名称',
  code: '项目编码 项目代码 项目编号',
  competentDepartment: '单位名称 部门名称 部门 填报部门',
  implementingEntity: '项目单位 实施主体',
  nature: '项目属性 项目性质',
  type: '项目类别 项目类型',
  term: '项目期限 项目期 实施期 实施期限 项目实施期 项目实施期限',
  start: '计划开始日期 计划开始时间 开始日期 项目开始日期 项目开始时间 项目起始时间 开始时间 起始时间',
  end: '计划完成日期 计划完成时间 完成日期 计划结束日期 计划结束时间 结束日期 项目完成日期 项目完成时间 项目结束时间 项目终止时间 完成时间 结束时间 终止时间',
  period: '项目起止时间 起止时间 项目计划实施时间 项目周期 项目实施周期 实施周期 项目实施时间 实施时间 专项实施期',
  overview: '项目概况 项目概述 项目基本情况',
  legalBasis: '立项依据 设立依据 项目立项依据 项目立项的依据 项目设立依据',
  necessity:
    '项目设立必要性 项目设立的必要性 项目立项必要性 项目立项的必要性 项目申报的必要性 项目实施必要性 立项必要性',
  safeguards:
    '保证项目实施的制度措施 保证项目实施的制度及措施 保障绩效目标实现的措施 保障措施 制度措施 保证项目实施的措施',
  implementationPlan: '项目实施计划 项目实施进度计划 项目实施方案 实施计划',
  mediumTermObjective:
    '项目总目标 项目总体目标 长期目标 总目标 实施期目标 实施期总目标 实施期总体目标 中长期目标 中期目标 中期总体目标',
  annualObjective:
    '年度总体目标 年度目标 年度总目标 年度绩效目标 项目年度绩效目标 本年度目标 本年度绩效目标 当年绩效目标 年度总体绩效目标 预期目标 年初设定目标 年初预期目标',
  objective: '总体目标 绩效总目标',
  executionWeight: '执行率分值 预算执行率分值 执行率权重 预算执行率权重',
  contact:
    '项目负责人及电话 项目负责人及联系电话 负责人及电话 负责人及联系电话 联系人及电话 联系人及联系电话 填报人及电话 填报人及联系电话',
  contactName: '负责人 项目负责人 联系人 填报人 填表人 经办人',
  contactPhone: '联系电话 电话 联系方式',
  signatory: '单位负责人 部门负责人 财务负责人 分管领导 审核人 复核人',
  filledOn: '填报日期 填表日期 填报时间',
  mediumTerm: '中期预算资金总额 中期资金总额 项目资金总额 项目总投资 项目总预算 实施期资金总额',
  annual: '年度金额 预算数 项目预算数 项目金额 预算金额 项目预算金额',
  total: '资金总额 总额',
  other:
    '项目申报的可行性 项目可行性 项目实施的可行性 省级财政部门 市级财政部门 市县财政部门 地方财政部门 市县主管部门 地方主管部门 主管部门编码 资金文号 单位职能概述',
  completion: '目标完成情况',
}

const fieldOf = invert(fields)

// Labels that bodies put together from the same words. 长期绩效目标, 项目当年预算, 实施期金额: a horizon, and its objective or
// its money; 区级主管部门, 年度总体目标完成情况综述.
const allYears = '(?:中期|长期|中长期|实施期|实施周期)'
const oneYear = '(?:本?年度|本年|当年)'
const objective = '(?:总体?|绩效|预期|工作){0,3}目标'
const money = '(?:项目|预算|财政|资金|投资|申请|安排){0,4}'
const sum = '(?:总额|总金额|总计|合计|总投资|总预算|金额)'
const fieldPatterns: [pattern: RegExp, field: Field][] = [
  [new RegExp(`^(?:项目)?${allYears}${objective}$`, 'u'), 'mediumTermObjective'],
  [new RegExp(`^(?:项目)?${oneYear}${objective}$`, 'u'), 'annualObjective'],
  [new RegExp(`^(?:(?:项目)?${allYears}${money}${sum}|项目${money}(?!金额)${sum})$`, 'u'), 'mediumTerm'],
  [new RegExp(`^(?:项目)?${oneYear}(?:${money}(?:${sum}|数)|(?:项目)?预算(?:资金)?)$`, 'u'), 'annual'],
  [/^单位名称[及和/]?项目名称$/u, 'name'],
  [/^(?:项目|预算|业务|行业|中央|地方|[省市州盟县区旗]级)?主管(?:部门|单位)(?:名称|及代码)?$/u, 'competentDepartment'],
  [/^(?:项目)?(?:实施|执行|承担|申报|填报|编制|预算|用款|资金使用)单位(?:名称)?$/u, 'implementingEntity'],
  [/^(?:项目)?(?:(?:总体|整体)绩效|绩效总)目标$/u, 'objective'],
  [/^(?:年度|全年|总体|绩效|目标|实际){1,5}完成情况(?:综述|说明)?$/u, 'completion'],
]

// Over the projects of a sheet and the bodies above them, the brackets tell what heads the projects.
const doubleLabels: [pattern: RegExp, field: Field][] = [
  [/^(?:项目)?单位(?:名称)?[（(]项目名称[）)]$/u, 'name'],
  [/^单位(?:编码|代码)[（(]项目(?:编码|代码)[）)]$/u, 'code'],
]

/** The field that a label names, if it is a label of a form's head or foot. */
export function field(label: string): Field | undefined {
  return label.length > 60 ? undefined : shortField(label)
}

const shortField = remembered((label) => {
  const key = labelKey(label)
  return matching(doubleLabels, label.replace(/\s/gu, '')) ?? fieldOf.get(key) ?? matching(fieldPatterns, key)
})

function matching<Code>(patterns: [pattern: RegExp, code: Code][], key: string): Code | undefined {
  return patterns.find(([pattern]) => pattern.test(key))?.[1]
}

/** Labels that head a group of labelled cells and have no value of their own. */
const groups = new Set(
  '项目资金 项目预算资金 项目资金申请 项目资金情况 资金情况 项目预算 资金总额及构成 项目资金安排 预算资金 绩效目标 绩效指标 年度绩效指标 长期绩效指标 中期绩效指标 项目绩效目标 项目绩效指标 总体目标 绩效目标和指标 绩效目标及指标 分解目标 绩效分解目标 项目绩效目标描述 项目立项情况 立项情况'.split(
    ' ',
  ),
)

// The block of money: 预算资金情况, 年度资金安排, 项目资金来源, 预算执行情况.
const moneyGroup =
  /^(?:(?:项目|年度|本年度?|预算|专项|财政){0,3}资金(?:情况|申请|安排|来源|构成|投入|预算){1,2}|(?:项目)?预算(?:执行|安排)?(?:情况|构成))$/u

/** Whether a label heads a group of labelled cells: 项目资金（万元）, 绩效指标. */
export function isGroup(label: string): boolean {
  return label.length <= 40 && isShortGroup(label)
}

const isShortGroup = remembered((label) => {
  const key = labelKey(label)
  return groups.has(key) || moneyGroup.test(key)
})

/** Whether a label that heads a group may also be answered by a text of its own: 绩效目标. */
export function isGoalGroup(label: string): boolean {
  return isGroup(label) && /目标$/u.test(labelKey(label))
}

const sources: [pattern: RegExp, source: FundingLine['source']][] = [
  [/^非(?:同级)?财政/u, 'other'],
  [/结转|结余/u, 'carryover'],
  [/财政专户/u, 'fiscalAccount'],
  [/上级|中央|[省市区县州]级?(?:财政)?补助/u, 'upperLevel'],
  [/单位资金|自有资金|自筹|事业收入|经营性?收入|事业单位经营/u, 'unit'],
  [/财政拨款|财政资金|财政性资金|一般公共预算|政府性基金|国有资本经营|政府预算资金|本级财政/u, 'appropriation'],
  [/^其他|^其它|社会资金|地方资金/u, 'other'],
]

/** The source of money that the label of a funding line names: `其中：财政拨款` is an appropriation. */
export function fundingSource(label: string): FundingLine['source'] | undefined {
  if (label.length > 40) return undefined
  return matching(sources, fundingLabel(label))
}

/** The label of a funding line without 其中： and closing colon. */
export function fundingLabel(label: string): string {
  return label
    .replace(/\s/gu, '')
    .replace(/^[（(；;]?(?:其中[：:，,]?)?/u, '')
    .replace(/^\d{1,2}[.．、]/u, '')
    .replace(/[：:]$/u, '')
}

/** What a column of the money of a self-evaluation holds. */
export type MoneyRole =
  | 'originalBudget'
  | 'finalBudget'
  | 'requested'
  | 'previous'
  | 'actual'
  | 'weight'
  | 'executionRate'
  | 'score'

const moneyRoles: Record<MoneyRole, string> = {
  originalBudget: '年初预算数 年初预算 年初预算金额',
  finalBudget: '全年预算数 全年预算 预算数 调整后预算数 调整预算数 调整后预算 全年预算金额',
  requested: '本年度申请 本年度申请数 本年申请 本年度预算申请 本年预算申请数',
  previous: '上年度预算 上年预算 上年度预算安排 上年度预算数 上年执行 上年执行数 上年度执行 上年度实际执行',
  actual: '全年执行数 执行数 预算执行数 实际执行数 全年实际执行数 全年执行金额',
  weight: '分值 权重',
  executionRate: '执行率 预算执行率 执行率%',
  score: '得分 自评得分',
}

const moneyRoleOf = invert(moneyRoles)

/** What the column under a head of the lines of money holds: 年初预算数, 全年执行数, 执行率 … */
export function moneyRole(header: string): MoneyRole | undefined {
  return header.length > 20 ? undefined : moneyRoleOf.get(labelKey(header))
}

/** What a column of an indicator table holds. */
export type Role =
  | 'category'
  | 'dimension'
  | 'name'
  | 'target'
  | 'comparison'
  | 'unit'
  | 'weight'
  | 'actual'
  | 'score'
  | 'deviation'
  | 'note'

const roles: Record<Role, string> = {
  category: '一级指标 一级 一级目标',
  dimension: '二级指标 二级 二级目标',
  name: '三级指标 三级 指标名称 指标内容 具体指标 绩效标准 三级目标',
  target:
    '指标值 年度指标值 目标值 年度目标值 年初目标值 绩效指标值 当年预期实现值 预期当年实现值 预期实现值 预期目标 预期指标值 预期值 中期指标值 长期指标值 实施期指标值 实施周期指标值 项目指标值 指标值及单位 指标目标值 绩效目标值',
  comparison: '指标性质 指标方向 绩效指标性质 指标符号 计算符号',
  unit: '计量单位 度量单位 单位 绩效度量单位',
  weight: '分值 权重 分值权重 指标权重 权重分值 指标分值',
  actual: '完成值 全年完成值 实际完成指标值',
  score: '得分 自评得分 评分 指标得分',
  deviation: '原因分析',
  note: '备注 说明',
}

const roleOf = invert(roles)

// Heads put together from the same words: 全年实际值, 未完成原因和改进措施, 评分细则, 本年度目标值. What another year or the
// end of this one came to is no target.
const composedRoles: [pattern: RegExp, role: Role][] = [
  [/^(?:全年|年度|本年度?)?实际(?:完成)?(?:值|情况)$/u, 'actual'],
  [/^(?:未完成|偏差|偏离).{0,6}原因(?:分析)?(?:[及和与].{0,8}措施)?$/u, 'deviation'],
  [
    /^(?:(?:绩效)?(?:指标|评价)值?(?:确定|设定)?|[评计得扣]分)(?:解释|说明|描述|内涵|标准|依据|细则|办法|规则)(?:[及和与](?:说明|[评计得扣]分(?:标准|依据|细则|办法|规则)))?$/u,
    'note',
  ],
  [
    /^(?!上|前|半年|去年|往年|历史|\p{Script=Han}{0,8}(?:完成|实际|自评))\p{Script=Han}{0,8}(?:指标值|目标值|预期值)$/u,
    'target',
  ],
]

/** What the column under a header holds, if the header is one of an indicator table. */
export function role(header: string): Role | undefined {
  return header.length > 40 ? undefined : shortRole(header)
}

const shortRole = remembered((header) => {
  const key = labelKey(header)
  return roleOf.get(key) ?? matching(composedRoles, key)
})

/** Whether a head under 指标值 is of a year before (前年, 上年, 2022年实际), whose value is no target, or of this one. */
export function yearOfHead(header: string): 'before' | 'this' | undefined {
  const key = labelKey(header)
  if (/^(?:前年|前一年|[上去]一?年度?|往年)(?:实际|完成|实现|执行|指标|目标){0,2}[值数]?$/u.test(key)) return 'before'
  if (/^\d{4}年(?:实际|完成|实现|执行){1,2}[值数]?$/u.test(key)) return 'before'
  return /^(?:预[计期])?(?:当年|本年度?|年度)(?:预[计期])?(?:实现|完成|指标|目标){0,2}[值数]?$/u.test(key)
    ? 'this'
    : undefined
}

/** The horizon that a column header names: 中期, 实施期, 长期 or the whole project; else the year. */
export function horizonOf(header: string): 'mediumTerm' | 'annual' | 'total' {
  if (/年度|当年|本年/u.test(header)) return 'annual'
  if (/中期|长期|实施期|实施周期/u.test(header)) return 'mediumTerm'
  return /项目|全周期|总体/u.test(header) ? 'total' : 'annual'
}

function invert<Code extends string>(labels: Record<Code, string>): Map<string, Code> {
  const codes = Object.keys(labels) as Code[]
  return new Map(codes.flatMap((code) => labels[code].split(' ').map((label): [string, Code] => [label, code])))
}
