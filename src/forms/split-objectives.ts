import type { Form } from './form.ts'
import { readObjectives } from './table/objectives.ts'

/** Exports of the integrated budget systems: 指标性质, 指标值 and 计量单位 of a target in cells of their own. */
const form: Form = {
  name: 'split-objectives',
  title: {
    zh: '项目绩效目标申报表（指标性质、指标值、计量单位分列）',
    en: 'Project objectives with sign, figure and unit in cells of their own',
  },
  read: (document) => readObjectives(document, 'split'),
}

export default form
