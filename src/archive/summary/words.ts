import type { Message, Severity } from '../../model.ts'

/** The words of the summary page. */
export interface Words {
  title: string
  documents: string
  projects: string
  indicators: string
  coverage: string
  severities: Record<Severity, string>
  money: string
  body: string
  year: string
  kind: string
  kinds: Record<string, string>
  stated: string
  annual: string
  unknown: string
  more(number: number): string
  further(number: number): string
  semicolon: string
  yuan: string
  look: string
  nothing: string
  file: string
  why: string
  rules: string
  rule: string
  findings: string
  count: string
  projectCount: string
  severity: string
  level: Record<Severity, string>
  duplicates: string
  editions: string
  once: string
  first: string
  skipped: string
  failed: string
}

export const words: Record<keyof Message, Words> = {
  zh: {
    title: '批量读取汇总',
    documents: '文件',
    projects: '项目',
    indicators: '指标',
    coverage: '已读文字',
    severities: { error: '错误', warning: '警告', info: '提示' },
    money: '各单位各年度金额（按文件种类）',
    body: '单位',
    year: '年度',
    kind: '种类',
    kinds: {
      'special-fund-disclosure': '专项资金',
      'department-budget': '部门预算',
      'final-accounts': '决算',
      'objective-forms': '绩效目标表',
      'self-evaluation': '绩效自评',
      other: '其他',
    },
    stated: '文件所述总金额（元）',
    annual: '项目年度预算合计（元）',
    unknown: '未写明',
    more: (number) => `另有 ${number} 个单位列在下表中。`,
    further: (number) => `另有 ${number} 项，见汇总。`,
    semicolon: '；',
    yuan: '元',
    look: '需要查看的文件',
    nothing: '没有。',
    file: '文件',
    why: '原因',
    rules: '各规则的发现',
    rule: '规则',
    severity: '级别',
    findings: '发现',
    count: '文件数',
    projectCount: '项目数',
    level: { error: '错误', warning: '警告', info: '提示' },
    duplicates: '内容重复的文件',
    editions: '同一公开内容的其他文件',
    once: '同一公开内容有多个文件时，金额只计一次。',
    first: '同于',
    skipped: '跳过的文件',
    failed: '未能读取',
  },
  en: {
    title: 'Summary of the archive',
    documents: 'documents',
    projects: 'projects',
    indicators: 'indicators',
    coverage: 'text read',
    severities: { error: 'errors', warning: 'warnings', info: 'info' },
    money: 'Money by body, year and kind of document',
    body: 'Body',
    year: 'Year',
    kind: 'Kind',
    kinds: {
      'special-fund-disclosure': 'special funds',
      'department-budget': 'budget',
      'final-accounts': 'final accounts',
      'objective-forms': 'objectives',
      'self-evaluation': 'self-evaluation',
      other: 'other',
    },
    stated: 'Stated totals (yuan)',
    annual: 'Annual budgets of the projects (yuan)',
    unknown: 'not stated',
    more: (number) => `${number} more ${number === 1 ? 'body is' : 'bodies are'} in the table below.`,
    further: (number) => `and ${number} more, see the summary`,
    semicolon: '; ',
    yuan: 'yuan',
    look: 'Files that need a look',
    nothing: 'None.',
    file: 'File',
    why: 'Why',
    rules: 'Findings by rule',
    rule: 'Rule',
    severity: 'Severity',
    findings: 'Findings',
    count: 'Documents',
    projectCount: 'Projects',
    level: { error: 'error', warning: 'warning', info: 'info' },
    duplicates: 'Duplicates',
    editions: 'The same disclosure in other files',
    once: 'A disclosure that stands in several files is counted once.',
    first: 'Same as',
    skipped: 'Skipped files',
    failed: 'not read',
  },
}
