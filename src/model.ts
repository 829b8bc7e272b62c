import { z } from 'zod'

// The normalized model of one document. Every schema is registered under its name, so that the published JSON Schema
// has one definition each. Chinese labels stand in the descriptions.

const repair = z
  .enum(['late-label', 'fused-cell', 'shifted-row', 'wrapped-value', 'repeated-value'])
  .describe('Set when the place of the value in its grid had to be inferred')

const source = z
  .array(z.string())
  .min(1)
  .describe('Where the text is printed: URI references such as report.pdf#page=3&viewrect=301.2,210,60.4,14.1')

const message = z
  .object({ zh: z.string(), en: z.string() })
  .meta({ id: 'Message', description: 'One sentence in both languages' })

const sourced = <T extends z.ZodType>(value: T) =>
  z.object({
    value: value.nullable().describe('What it means; null: the cell is empty, holds a nil mark, or cannot be read'),
    text: z.string().describe('What is printed, verbatim'),
    source,
    repaired: repair.optional(),
  })

const text = () => sourced(z.string())
const number = () => sourced(z.number())

/**
 * A place as a URI reference. `page` and `viewrect` are fragment parameters of RFC 8118, so that PDF viewers open the
 * page; `line`, `table`, `cell` and `paragraph` are our own. Chinese file names stay legible.
 */
export type Location = string

/** A quotation: what a printed text means, what is printed, and where. */
export interface Sourced<T> {
  value: T | null
  text: string
  source: Location[]
  repaired?: Repair | undefined
}

export const Amount = z
  .object({
    yuan: z.number().describe('Exact amount in yuan'),
    step: z.number().describe('The smallest difference the printed figure can show, in yuan'),
  })
  .meta({ id: 'Amount', description: 'An amount of money (金额)' })

export const Period = z.object({ start: z.string().optional(), end: z.string().optional() }).meta({
  id: 'Period',
  description: 'ISO 8601 dates to the printed precision: 2025-01-01, 2021-01 or 2021 (起止时间)',
})

export const Comparison = z.enum(['=', '≥', '≤', '>', '<', '≈'])

/** What an indicator is to reach (指标值). */
export type Target =
  | { kind: 'number'; comparison: Comparison; number: number; unit: string; explicit: boolean }
  | { kind: 'range'; from: number; to: number; unit: string }
  | { kind: 'rate'; comparison: Comparison; number: number; unit: string; per: string[] }
  | { kind: 'deadline'; by: string; precision: 'day' | 'month' | 'year'; bound?: 'in' | undefined }
  | { kind: 'tiers'; tiers: { when: string; target: Target }[] }
  | {
      kind: 'trend'
      base: 'previousYear' | 'eachYear'
      direction: 'up' | 'down' | 'level'
      number?: number | undefined
      unit?: string | undefined
    }
  | { kind: 'reference'; to: string }
  | { kind: 'words'; words: string }

export const Target: z.ZodType<Target> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('number'),
        comparison: Comparison,
        number: z.number(),
        unit: z.string(),
        explicit: z.boolean().describe('Whether a sign or word of comparison is printed'),
      }),
      z.object({ kind: z.literal('range'), from: z.number(), to: z.number(), unit: z.string() }),
      z.object({
        kind: z.literal('rate'),
        comparison: Comparison,
        number: z.number(),
        unit: z.string().describe('The unit of money'),
        per: z.array(z.string()),
      }),
      z.object({
        kind: z.literal('deadline'),
        by: z.string().describe('ISO 8601 date, or --10-31 for a day of every year'),
        precision: z.enum(['day', 'month', 'year']),
        bound: z.literal('in').optional().describe('in: within that month, not before its end'),
      }),
      z.object({ kind: z.literal('tiers'), tiers: z.array(z.object({ when: z.string(), target: Target })) }),
      z.object({
        kind: z.literal('trend'),
        base: z.enum(['previousYear', 'eachYear']),
        direction: z.enum(['up', 'down', 'level']),
        number: z.number().optional(),
        unit: z.string().optional(),
      }),
      z.object({ kind: z.literal('reference'), to: z.string().describe('What fixes the value, e.g. 按合同价') }),
      z.object({ kind: z.literal('words'), words: z.string() }),
    ]),
  )
  .meta({ id: 'Target', description: 'What an indicator is to reach (指标值)' })

export const Category = z.enum(['output', 'outcome', 'satisfaction', 'cost'])

export const Dimension = z.enum([
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic',
  'social',
  'ecological',
  'sustainability',
  'beneficiary',
])

export const Indicator = z
  .object({
    horizon: z.enum(['mediumTerm', 'annual', 'total']).describe('中期 | 年度 | 项目'),
    category: sourced(Category).optional().describe('一级指标'),
    dimension: sourced(Dimension).optional().describe('二级指标'),
    name: text().optional().describe('三级指标'),
    target: sourced(Target).optional().describe('指标值'),
    weight: number().optional().describe('分值'),
    actual: sourced(Target).optional().describe('实际完成值'),
    score: number().optional().describe('得分'),
    deviation: text().optional().describe('偏差原因分析及改进措施'),
    note: text().optional().describe('指标解释, 备注'),
  })
  .meta({ id: 'Indicator', description: '绩效指标' })

const execution = {
  originalBudget: sourced(Amount).optional().describe('年初预算数'),
  finalBudget: sourced(Amount).optional().describe('全年预算数'),
  actual: sourced(Amount).optional().describe('全年执行数'),
  weight: number().optional().describe('分值'),
  executionRate: number().optional().describe('执行率, in percent'),
  score: number().optional().describe('得分'),
}

export const FundingLine = z
  .object({
    label: z.string().describe('As printed, without 其中： and colon'),
    of: z.enum(['annual', 'mediumTerm']),
    partOf: z.string().optional().describe('The label of the line it is a part of'),
    source: z
      .enum(['appropriation', 'carryover', 'upperLevel', 'fiscalAccount', 'unit', 'other'])
      .describe('财政拨款 | 上年结转 | 上级资金 | 财政专户管理资金 | 单位资金 | 其他资金'),
    amount: sourced(Amount),
    ...execution,
  })
  .meta({ id: 'FundingLine', description: '资金来源' })

export const Form = z
  .object({
    title: text().optional(),
    fiscalYear: number().optional(),
    name: text().optional().describe('项目名称'),
    competentDepartment: text().optional().describe('主管部门, 主管部门及代码'),
    implementingEntity: text().optional().describe('实施单位, 项目单位'),
    nature: sourced(z.enum(['recurrent', 'one-off', 'phased', 'new', 'continuing']))
      .optional()
      .describe('项目属性, 项目性质: 经常性 | 一次性 | 阶段性 | 新增 | 延续'),
    type: text().optional().describe('项目类别, 项目类型'),
    term: sourced(z.object({ years: z.number() }))
      .optional()
      .describe('项目期限'),
    period: sourced(Period).optional().describe('计划开始日期 + 计划完成日期, 项目起止时间'),
    funding: z.object({
      mediumTerm: sourced(Amount).optional().describe('中期预算资金总额, 项目资金总额 (all years)'),
      annual: sourced(Amount).optional().describe('年度预算资金总额, 年度资金总额, 年度资金申请总额'),
      lines: z.array(FundingLine),
      execution: z.object(execution).optional().describe('Self-evaluation: the figures of the total of the year'),
    }),
    overview: text().optional().describe('项目概况'),
    legalBasis: text().optional().describe('立项依据'),
    necessity: text().optional().describe('项目设立必要性'),
    safeguards: text().optional().describe('保证项目实施的制度、措施'),
    implementationPlan: text().optional().describe('项目实施计划'),
    mediumTermObjective: text().optional().describe('总体目标 under 中期目标, 项目总目标, 长期目标'),
    annualObjective: text().optional().describe('总体目标 under 年度目标, 年度总体目标'),
    executionWeight: number().optional().describe('执行率分值'),
    indicators: z.array(Indicator),
    contact: z.object({ name: text().optional(), phone: text().optional() }).optional().describe('负责人, 联系电话'),
    filledOn: sourced(z.string()).optional().describe('填报日期, ISO 8601'),
    other: z
      .array(z.object({ label: z.string(), value: text() }))
      .describe('Labelled cells the form knows no field for'),
  })
  .meta({ id: 'Form', description: '项目支出绩效目标申报表 and its relatives' })

export const Narrative = z
  .object({
    name: text().optional().describe('项目名称'),
    overview: text().optional().describe('项目概述, 项目概况'),
    legalBasis: text().optional().describe('立项依据'),
    implementingEntity: text().optional().describe('实施主体'),
    implementationPlan: text().optional().describe('实施方案'),
    period: sourced(Period).optional().describe('实施周期'),
    budget: sourced(Amount)
      .optional()
      .describe('本年度预算安排: the amount of the year; the text is the whole sentence'),
    fundingSource: text().optional().describe('资金来源: 一般公共预算财政拨款 …'),
    objectives: text().optional().describe('预算绩效, 绩效目标'),
  })
  .meta({ id: 'Narrative', description: 'Labelled sentences: 项目名称：… 项目概述：…' })

export const Project = z
  .object({
    id: z.string().describe('category.ordinal as printed'),
    ordinal: number().optional(),
    category: text().optional().describe('The heading it stands under'),
    name: text().optional().describe('From the narrative, else from the form'),
    code: text().optional().describe('项目编码'),
    narrative: Narrative.optional(),
    form: Form.optional().describe('Left out when the project has no performance table'),
  })
  .meta({ id: 'Project', description: '项目' })

export const Reference = z
  .object({
    number: z.string().describe('Normal form: no spaces, 〔〕'),
    issuerCode: z.string().describe('机关代字'),
    year: z.number(),
    serial: z.number(),
    title: z.string().optional(),
    source: source.describe('Every place where it is cited'),
  })
  .meta({ id: 'Reference', description: 'A document number that is cited (文号)' })

export const Summary = z
  .object({
    text: text(),
    total: sourced(Amount).optional(),
    categories: z.array(z.object({ name: text(), count: number().optional(), amount: sourced(Amount).optional() })),
  })
  .meta({ id: 'Summary', description: 'The sentence that states the totals' })

export const Evidence = z
  .object({ text: z.string(), source })
  .meta({ id: 'Evidence', description: 'A piece of text and where it is printed' })

const severity = z.enum(['error', 'warning', 'info'])

export const Finding = z
  .object({
    rule: z.string(),
    severity,
    message,
    project: z.string().optional().describe('The id of the project; left out for findings about the document'),
    evidence: z.array(Evidence).min(1).describe('First: the place to look; the rest: what it was compared with'),
    expected: z.string().optional(),
    formula: z.string().optional().describe('The formula with the numbers put in'),
    difference: z.string().optional(),
    fingerprint: z.string().describe('Names the finding across runs'),
  })
  .meta({ id: 'Finding', description: 'Something in the document that cannot be right, or that was not checked' })

export const Unread = z
  .object({ text: z.string(), source, what: z.enum(['paragraph', 'cell', 'table', 'image']) })
  .meta({ id: 'Unread', description: 'Text that no field cites' })

export const Report = z
  .object({
    version: z.literal(1),
    file: z.string().describe('As given on the command line; - for standard input'),
    sha256: z.string(),
    bytes: z.number(),
    format: z.enum(['pdf', 'docx', 'doc', 'xlsx', 'xls', 'html', 'ofd', 'text']),
    pages: z.number().optional(),
    kind: z.enum([
      'special-fund-disclosure',
      'department-budget',
      'final-accounts',
      'objective-forms',
      'self-evaluation',
      'other',
    ]),
    title: text().optional(),
    fiscalYear: number().optional(),
    body: text().optional().describe('The disclosing body as printed'),
    region: text().optional(),
    summary: Summary.optional(),
    projects: z.array(Project),
    attachments: z.array(text()).describe('附件'),
    references: z.array(Reference),
    unread: z.array(Unread),
    coverage: z
      .object({ characters: z.number(), read: z.number(), furniture: z.number(), unread: z.number() })
      .describe('Non-space characters by position; characters = read + furniture + unread'),
    damage: z
      .array(
        z.object({
          what: z.enum(['markup', 'split-table', 'stray-word', 'unmapped-glyph', 'hidden-text', 'lost-cell']),
          text: z.string(),
          source,
        }),
      )
      .describe('Marks that the way into this file has left on the text'),
    findings: z.array(Finding),
  })
  .meta({
    id: 'Report',
    title: 'disclose report',
    description: 'What one document discloses, and what is wrong with it',
  })

export type Repair = z.infer<typeof repair>
export type Message = z.infer<typeof message>
export type Amount = z.infer<typeof Amount>
export type Period = z.infer<typeof Period>
export type Comparison = z.infer<typeof Comparison>
export type Category = z.infer<typeof Category>
export type Dimension = z.infer<typeof Dimension>
export type Indicator = z.infer<typeof Indicator>
export type FundingLine = z.infer<typeof FundingLine>
export type Form = z.infer<typeof Form>
export type Narrative = z.infer<typeof Narrative>
export type Project = z.infer<typeof Project>
export type Reference = z.infer<typeof Reference>
export type Summary = z.infer<typeof Summary>
export type Evidence = z.infer<typeof Evidence>
export type Severity = z.infer<typeof severity>
export type Finding = z.infer<typeof Finding>
export type Unread = z.infer<typeof Unread>
export type Report = z.infer<typeof Report>
