import type { Project, Report } from '../../model.ts'
import { placesOf, type Table, type Value } from './table.ts'

/** One row a project; what a form and a narrative both state is taken from the form. */
export const projects: Table = {
  name: 'projects',
  columns: [
    'file',
    'project_id',
    'category',
    'name',
    'code',
    'fiscal_year',
    'nature',
    'type',
    'term_years',
    'period_start',
    'period_end',
    'competent_department',
    'implementing_entity',
    'annual_yuan',
    'medium_term_yuan',
    'narrative_yuan',
    'funding_source',
    'overview',
    'legal_basis',
    'necessity',
    'safeguards',
    'implementation_plan',
    'medium_term_objective',
    'annual_objective',
    'contact_name',
    'contact_phone',
    'filled_on',
    'source',
  ],
  rows: (report) => report.projects.map((project) => row(project, report)),
}

function row(project: Project, { file, fiscalYear }: Report): Value[] {
  const { form, narrative } = project
  const period = form?.period?.value ?? narrative?.period?.value
  return [
    file,
    project.id,
    project.category?.value,
    project.name?.value,
    project.code?.value,
    form?.fiscalYear?.value ?? fiscalYear?.value,
    form?.nature?.value,
    form?.type?.value,
    form?.term?.value?.years,
    period?.start,
    period?.end,
    form?.competentDepartment?.value,
    form?.implementingEntity?.value ?? narrative?.implementingEntity?.value,
    form?.funding.annual?.value?.yuan,
    form?.funding.mediumTerm?.value?.yuan,
    narrative?.budget?.value?.yuan,
    narrative?.fundingSource?.value,
    form?.overview?.value ?? narrative?.overview?.value,
    form?.legalBasis?.value ?? narrative?.legalBasis?.value,
    form?.necessity?.value,
    form?.safeguards?.value,
    form?.implementationPlan?.value ?? narrative?.implementationPlan?.value,
    form?.mediumTermObjective?.value,
    form?.annualObjective?.value,
    form?.contact?.name?.value,
    form?.contact?.phone?.value,
    form?.filledOn?.value,
    placesOf(project.name?.source),
  ]
}
