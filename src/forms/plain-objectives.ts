import type { Form } from './form.ts'
import { readObjectives } from './table/objectives.ts'

/** 财政项目支出绩效目标申报表 as Shanghai prints it: one target a row, no weights; totals of project and year side by side. */
const form: Form = {
  name: 'plain-objectives',
  title: { zh: '财政项目支出绩效目标申报表（年度，无分值）', en: 'Project objectives of the year, without weights' },
  read: (document) => readObjectives(document, 'plain'),
}

export default form
