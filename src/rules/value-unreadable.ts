import { fails, holds, type Result, type Rule } from './rule.ts'
import { type Field, fieldsIn, labelOf } from './shared/fields.ts'
import { evidence, stateOf } from './shared/states.ts'

/** Every figure, date and target that is printed can be read, and no cell was lost. */
const rule: Rule = {
  name: 'value-unreadable',
  chapter: 'reading',
  severity: 'info',
  title: {
    zh: '印出的数字、日期和指标值都能识别，单元格没有丢失',
    en: 'Every printed figure, date and target can be read, and no cell was lost',
  },
  why: {
    zh: '无法识别的内容没有参与校验，也不会被猜测补填。请对照原文件查看；能改进原文件的，请重新导出。',
    en: 'What cannot be read was not checked and is never guessed. Look it up in the original, or export the document anew.',
  },
  *checkDocument({ fiscalYear, summary, damage }) {
    yield* check(fieldsIn({ fiscalYear, summary }))
    for (const { what, text, source } of damage) {
      if (what !== 'lost-cell') continue
      const message = { zh: `“${text}”后面的单元格内容丢失。`, en: `What followed “${text}” in its row was lost.` }
      yield fails({ message, evidence: evidence({ text, source }) })
    }
  },
  *checkProject(project) {
    yield* check(fieldsIn(project))
  },
}

export default rule

function* check(fields: Field[]): Iterable<Result> {
  if (fields.length > 0) yield holds()
  for (const field of fields) if (stateOf(field.value) === 'unreadable') yield unreadable(field)
}

function unreadable(field: Field): Result {
  const { text } = field.value
  const { zh, en } = labelOf(field)
  return fails({
    message: { zh: `${zh}“${text}”无法识别。`, en: `The ${en} “${text}” cannot be read.` },
    evidence: evidence(field.value),
  })
}
