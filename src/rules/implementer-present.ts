import { fails, holds, type Rule } from './rule.ts'
import { evidence } from './shared/states.ts'

/** A narrative says who carries the project out. */
const rule: Rule = {
  name: 'implementer-present',
  chapter: 'agreement',
  severity: 'info',
  title: { zh: '文字说明写明实施主体', en: 'The narrative names the implementing entity' },
  why: {
    zh: '没有实施主体，责任无从落实。请补写实施主体，即使与公开单位相同。',
    en: 'Without an implementing entity nobody answers for the project. Name it, even when it is the disclosing body.',
  },
  *checkProject({ narrative, form, name, ordinal }) {
    if (!narrative) return
    const { implementingEntity } = narrative
    if (implementingEntity?.text.trim()) return yield holds()
    const place = implementingEntity ?? narrative.name ?? name ?? ordinal
    if (!place) return
    yield fails({
      message: {
        zh: `文字说明没有写明实施主体${form?.implementingEntity ? `；绩效目标表填的是“${form.implementingEntity.text}”` : ''}。`,
        en: `The narrative names no implementing entity${form?.implementingEntity ? `; the form says “${form.implementingEntity.text}”` : ''}.`,
      },
      evidence: evidence(place, form?.implementingEntity),
    })
  },
}

export default rule
