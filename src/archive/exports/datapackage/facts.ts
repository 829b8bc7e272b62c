import type { Amount, Period, Project, Report, Sourced } from '../../../model.ts'
import { placesOf, type Table, table, type Value } from '../../../tables/table.ts'

/** The amounts of money of projects, one a row, told apart by their kind and by the phase of the budget. */
export const facts: Table = table(
  'projects',
  { zh: '项目资金：每个项目、口径和阶段一行', en: 'the money of projects: one row for each project, kind and phase' },
  factsOf,
  [
    ['file', 'text', '文件名', 'the document', ({ report }) => report.file],
    ['project_id', 'text', '项目编号', 'the project: category.ordinal as printed', ({ project }) => project.id],
    ['kind', 'text', '口径', 'annual: of the year; midterm: of all years', ({ kind }) => kind],
    ['kind_label', 'text', '口径名称', 'the kind in Chinese', ({ kind }) => labels[kind]],
    ['phase', 'text', '阶段', 'approved, adjusted or executed', ({ phase }) => phase],
    ['phase_label', 'text', '阶段名称', 'the phase in Chinese', ({ phase }) => labels[phase]],
    ['amount_yuan', 'amount', '金额（元）', 'the amount in yuan', ({ amount }) => amount.value?.yuan],
    ['line_id', 'text', '预算行标识', 'names the project among all documents', lineOf],
    ['fiscal_year', 'integer', '预算年度', 'the fiscal year', yearOf],
    ['region', 'text', '地区', 'the region as printed', ({ report }) => report.region?.value],
    ['competent_department', 'text', '主管部门', 'the competent department', departmentOf],
    ['body', 'text', '公开单位', 'the disclosing body as printed', ({ report }) => report.body?.value],
    ['implementing_entity', 'text', '实施单位', 'the implementing entity', entityOf],
    ['category_id', 'text', '类别编号', 'the number of the category', categoryOf],
    ['category', 'text', '所属类别', 'the category as printed', ({ project }) => project.category?.value],
    ['name', 'text', '项目名称', 'the name of the project', ({ project }) => project.name?.value],
    ['code', 'text', '项目编码', 'the code of the project, where printed', ({ project }) => project.code?.value],
    ['funding_source', 'text', '资金来源', 'where the money comes from', sourceOf],
    ['start_date', 'text', '开始日期', 'the start, where its day is printed', (fact) => dayOf(periodOf(fact)?.start)],
    ['end_date', 'text', '完成日期', 'the end, where its day is printed', (fact) => dayOf(periodOf(fact)?.end)],
    ['source', 'text', '位置', 'where the amount is printed', ({ amount }) => placesOf(amount.source)],
  ],
)

interface Fact extends Stated {
  report: Report
  project: Project
}

interface Stated {
  kind: 'annual' | 'midterm'
  phase: 'approved' | 'adjusted' | 'executed'
  amount: Sourced<Amount>
}

const labels = { annual: '年度', midterm: '中期', approved: '批复', adjusted: '调整', executed: '执行' }

function factsOf(report: Report): Fact[] {
  return report.projects.flatMap((project) => statedIn(project).map((stated) => ({ report, project, ...stated })))
}

function statedIn({ form, narrative }: Project): Stated[] {
  const { annual, mediumTerm, execution } = form?.funding ?? {}
  // A self-evaluation prints the budget as it was approved and as it was adjusted, and what was spent.
  const approved = execution ? execution.originalBudget : annual?.value ? annual : narrative?.budget
  return [
    ...stated('annual', 'approved', approved),
    ...stated('annual', 'adjusted', execution?.finalBudget),
    ...stated('annual', 'executed', execution?.actual),
    ...stated('midterm', 'approved', mediumTerm),
  ]
}

function stated(kind: Stated['kind'], phase: Stated['phase'], amount: Sourced<Amount> | undefined): Stated[] {
  return amount?.value ? [{ kind, phase, amount }] : []
}

function lineOf({ report, project }: Fact): Value {
  return `${report.sha256.slice(0, 16)}-${project.id}`
}

function yearOf({ report, project }: Fact): Value {
  return project.form?.fiscalYear?.value ?? report.fiscalYear?.value
}

function departmentOf({ project }: Fact): Value {
  return project.form?.competentDepartment?.value
}

function entityOf({ project: { form, narrative } }: Fact): Value {
  return form?.implementingEntity?.value ?? narrative?.implementingEntity?.value
}

// The id of a project that stands under a category begins with the number of the category.
function categoryOf({ project: { id, category } }: Fact): Value {
  return category && id.includes('.') ? id.split('.')[0] : undefined
}

function sourceOf({ project }: Fact): Value {
  return project.narrative?.fundingSource?.value
}

function periodOf({ project: { form, narrative } }: Fact): Period | null | undefined {
  return form?.period?.value ?? narrative?.period?.value
}

// The taxonomy wants a date: a month or a year is none, and 30 February is not, either. The details have all as printed.
function dayOf(text = ''): Value {
  const time = /^\d{4}-\d\d-\d\d$/u.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : undefined
}
