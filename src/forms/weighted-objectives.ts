import type { Form } from './form.ts'
import { readObjectives } from './table/objectives.ts'

/** 项目支出绩效目标表（××年度）of central and provincial departments: one target a row, with its weight (分值). */
const form: Form = {
  name: 'weighted-objectives',
  title: { zh: '项目支出绩效目标表（年度，带分值）', en: 'Project objectives of the year, with weights' },
  read: (document) => readObjectives(document, 'weighted'),
}

export default form
