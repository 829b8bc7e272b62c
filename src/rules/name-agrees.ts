import { fails, holds, type Problem, type Rule } from './rule.ts'
import { likeness } from './shared/names.ts'
import { evidence } from './shared/states.ts'
import { foldedOf } from './shared/texts.ts'

/** The name of a project in its narrative against the name in its form. */
const rule: Rule = {
  name: 'name-agrees',
  chapter: 'agreement',
  severity: 'warning',
  title: {
    zh: '文字说明与绩效目标表的项目名称一致',
    en: 'The narrative and the form give the project the same name',
  },
  why: {
    zh: '名称不一致时，读者无法确认表和说明是否属于同一项目，也无法跨年查找。请按预算批复的名称统一。',
    en: 'With two names nobody can be sure that form and narrative belong together. Use the name of the approved budget in both.',
  },
  *checkProject({ narrative, form }) {
    const [name, other] = [narrative?.name, form?.name]
    if (!name?.text || !other?.text) return
    const kind = likeness(foldedOf(name), foldedOf(other))
    if (kind === 'equal') return yield holds()
    const problem: Problem = {
      message: {
        zh: `文字说明中为“${name.text}”，绩效目标表中为“${other.text}”。`,
        en: `The narrative says “${name.text}”, the form says “${other.text}”.`,
      },
      evidence: evidence(other, name),
      expected: name.text,
    }
    if (kind === 'short') return yield holds(problem)
    yield fails(kind === 'similar' ? { ...problem, severity: 'info' } : problem)
  },
}

export default rule
