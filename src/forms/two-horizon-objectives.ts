import type { Form } from './form.ts'
import { readObjectives } from './table/objectives.ts'

/**
 * 项目支出绩效目标申报表 with the medium term and the year side by side (财预〔2015〕88号 and its children): one level-1
 * column for both sides, then level 2, level 3 and target twice.
 */
const form: Form = {
  name: 'two-horizon-objectives',
  title: {
    zh: '项目支出绩效目标申报表（中期、年度并列）',
    en: 'Project objectives, medium term and year side by side',
  },
  read: (document) => readObjectives(document, 'two-horizon'),
}

export default form
