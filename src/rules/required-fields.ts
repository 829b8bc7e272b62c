import type { Form, Severity, Sourced } from '../model.ts'
import { fails, holds, type Result, type Rule } from './rule.ts'
import { evidence, stateOf } from './shared/states.ts'

/** The cells that a form asks for are filled in. */
const rule: Rule = {
  name: 'required-fields',
  chapter: 'form',
  severity: 'warning',
  title: { zh: '绩效目标表的应填栏目都已填写', en: 'The cells of a form are filled in' },
  why: {
    zh: '名称、资金总额、单位和指标是一张表的根本，缺了就无法使用；填报日期、联系人等空白也请补齐。',
    en: 'Without name, total, unit and indicators a form is of no use. Dates and contacts should be filled in as well.',
  },
  *checkProject({ form }) {
    if (!form) return
    const fields = [...essential(form), ...minor(form)]
    const blank = fields.filter(({ value }) => stateOf(value) === 'empty')
    const lacking = blank.filter(({ isEssential }) => isEssential)
    const others = blank.filter(({ isEssential }) => !isEssential)
    if (blank.length === 0) return yield holds()
    yield* report(lacking, form, 'warning')
    yield* report(others, form, 'info')
  },
}

export default rule

interface Cell {
  zh: string
  en: string
  value: Sourced<unknown> | undefined
  isEssential: boolean
}

function essential({ name, funding, implementingEntity, competentDepartment }: Form): Cell[] {
  const unit = stateOf(competentDepartment) === 'read' ? undefined : (implementingEntity ?? competentDepartment)
  return [
    { zh: '项目名称', en: 'name', value: name, isEssential: true },
    { zh: '年度资金总额', en: 'annual total', value: funding.annual, isEssential: true },
    { zh: '实施单位', en: 'implementing entity', value: unit, isEssential: true },
  ]
}

function minor(form: Form): Cell[] {
  const cells: [string, string, Sourced<unknown> | undefined][] = [
    ['主管部门', 'competent department', form.competentDepartment],
    ['项目属性', 'attribute', form.nature],
    ['项目类别', 'type', form.type],
    ['项目期限', 'term', form.term],
    ['起止时间', 'period', form.period],
    ['中期资金总额', 'medium-term total', form.funding.mediumTerm],
    ['项目概况', 'overview', form.overview],
    ['立项依据', 'legal basis', form.legalBasis],
    ['项目设立必要性', 'necessity', form.necessity],
    ['保证项目实施的制度、措施', 'safeguards', form.safeguards],
    ['项目实施计划', 'implementation plan', form.implementationPlan],
    ['中期总体目标', 'medium-term objective', form.mediumTermObjective],
    ['年度总体目标', 'annual objective', form.annualObjective],
    ['负责人', 'person in charge', form.contact?.name],
    ['联系电话', 'telephone', form.contact?.phone],
    ['填报日期', 'date of filling in', form.filledOn],
  ]
  const known = cells.map(([zh, en, value]) => ({ zh, en, value, isEssential: false }))
  return [...known, ...form.other.map(({ label, value }) => ({ zh: label, en: label, value, isEssential: false }))]
}

function* report(cells: Cell[], { title }: Form, severity: Severity): Iterable<Result> {
  const [first, ...others] = cells.flatMap(({ value }) => (value ? [value] : []))
  if (!first) return
  const [zh, en] = [cells.map((cell) => cell.zh).join('、'), cells.map((cell) => cell.en).join(', ')]
  yield fails({
    message: { zh: `表中未填写：${zh}。`, en: `Not filled in: ${en}.` },
    evidence: evidence(first, ...others, title),
    severity,
  })
}
