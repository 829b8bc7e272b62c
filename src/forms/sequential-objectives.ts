import type { Form } from './form.ts'
import { readObjectives } from './table/objectives.ts'

/** 财政支出项目绩效目标申报表 with 长期绩效指标 first and 年度绩效指标 after it, or one target column for each. */
const form: Form = {
  name: 'sequential-objectives',
  title: {
    zh: '项目绩效目标表（长期、年度先后排列）',
    en: 'Project objectives, long term and year one after the other',
  },
  read: (document) => readObjectives(document, 'sequential'),
}

export default form
