import type { Report } from '../model.ts'
import { placesOf, table } from './table.ts'

/** One row a project; what a form and a narrative both state is taken from the form. */
export const projects = table('projects', { zh: '每个项目一行', en: 'one row a project' }, factsOf, [
  ['file', 'text', '文件名', 'the document', ({ file }) => file],
  ['project_id', 'text', '项目编号', 'category.ordinal as printed', ({ project }) => project.id],
  ['category', 'text', '所属类别', 'the heading it stands under', ({ project }) => project.category?.value],
  ['name', 'text', '项目名称', 'its name', ({ project }) => project.name?.value],
  ['code', 'text', '项目编码', 'its code', ({ project }) => project.code?.value],
  [
    'fiscal_year',
    'integer',
    '预算年度',
    'the fiscal year of its form, else of the document',
    ({ form, year }) => form?.fiscalYear?.value ?? year,
  ],
  ['nature', 'text', '项目属性', 'recurrent, one-off, phased, new or continuing', ({ form }) => form?.nature?.value],
  ['type', 'text', '项目类别', 'its type as printed', ({ form }) => form?.type?.value],
  ['term_years', 'number', '项目期限（年）', 'its term in years', ({ form }) => form?.term?.value?.years],
  ['period_start', 'text', '开始日期', 'its start, ISO 8601 to the printed precision', ({ period }) => period?.start],
  ['period_end', 'text', '完成日期', 'its end, ISO 8601 to the printed precision', ({ period }) => period?.end],
  [
    'competent_department',
    'text',
    '主管部门',
    'the competent department',
    ({ form }) => form?.competentDepartment?.value,
  ],
  [
    'implementing_entity',
    'text',
    '实施单位',
    'the implementing entity',
    ({ form, narrative }) => form?.implementingEntity?.value ?? narrative?.implementingEntity?.value,
  ],
  [
    'annual_yuan',
    'amount',
    '年度资金（元）',
    'the annual budget in its form, in yuan',
    ({ form }) => form?.funding.annual?.value?.yuan,
  ],
  [
    'medium_term_yuan',
    'amount',
    '中期资金（元）',
    'the total of all years in its form, in yuan',
    ({ form }) => form?.funding.mediumTerm?.value?.yuan,
  ],
  [
    'narrative_yuan',
    'amount',
    '文字说明中的预算（元）',
    'the annual budget in its narrative, in yuan',
    ({ narrative }) => narrative?.budget?.value?.yuan,
  ],
  [
    'funding_source',
    'text',
    '资金来源',
    'where the money comes from',
    ({ narrative }) => narrative?.fundingSource?.value,
  ],
  [
    'overview',
    'text',
    '项目概况',
    'its overview',
    ({ form, narrative }) => form?.overview?.value ?? narrative?.overview?.value,
  ],
  [
    'legal_basis',
    'text',
    '立项依据',
    'its legal basis',
    ({ form, narrative }) => form?.legalBasis?.value ?? narrative?.legalBasis?.value,
  ],
  ['necessity', 'text', '项目设立必要性', 'why it is necessary', ({ form }) => form?.necessity?.value],
  [
    'safeguards',
    'text',
    '保证项目实施的制度、措施',
    'what makes sure that it is carried out',
    ({ form }) => form?.safeguards?.value,
  ],
  [
    'implementation_plan',
    'text',
    '实施计划',
    'its implementation plan',
    ({ form, narrative }) => form?.implementationPlan?.value ?? narrative?.implementationPlan?.value,
  ],
  [
    'medium_term_objective',
    'text',
    '中期目标',
    'its objective over all years',
    ({ form }) => form?.mediumTermObjective?.value,
  ],
  ['annual_objective', 'text', '年度目标', 'its objective in the year', ({ form }) => form?.annualObjective?.value],
  ['contact_name', 'text', '负责人', 'who is responsible', ({ form }) => form?.contact?.name?.value],
  ['contact_phone', 'text', '联系电话', 'their telephone number', ({ form }) => form?.contact?.phone?.value],
  ['filled_on', 'text', '填报日期', 'when the form was filled', ({ form }) => form?.filledOn?.value],
  ['source', 'text', '位置', 'where its name is printed', ({ project }) => placesOf(project.name?.source)],
])

function factsOf({ file, fiscalYear, projects }: Report) {
  return projects.map((project) => {
    const { form, narrative } = project
    const period = form?.period?.value ?? narrative?.period?.value
    return { file, year: fiscalYear?.value, project, form, narrative, period }
  })
}
