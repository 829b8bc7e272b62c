import type { Form } from './form.ts'
import { readObjectives } from './table/objectives.ts'

/** 项目支出绩效自评表 (财预〔2020〕10号): what was spent of the money, and what was reached of each target. */
const form: Form = {
  name: 'self-evaluation',
  title: { zh: '项目支出绩效自评表', en: 'Self-evaluation of a project' },
  read: (document) => readObjectives(document, 'self-evaluation'),
}

export default form
