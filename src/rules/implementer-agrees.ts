import { foldName } from '../values/normalise.ts'
import { fails, holds, type Problem, type Rule, undetermined } from './rule.ts'
import { likeness } from './shared/names.ts'
import { evidence } from './shared/states.ts'

/** The implementing entity of the narrative against the unit in the form. */
const rule: Rule = {
  name: 'implementer-agrees',
  chapter: 'agreement',
  severity: 'warning',
  title: {
    zh: '文字说明的实施主体与绩效目标表的实施单位一致',
    en: 'The narrative and the form name the same implementing entity',
  },
  why: {
    zh: '两处单位不一致时，责任主体不清。主管单位与下属单位分工的，请在说明中写清。',
    en: 'With two entities it is not clear who answers. Where a lead body and a subordinate unit share the work, say so.',
  },
  *checkProject({ narrative, form }) {
    const [entity, unit] = [narrative?.implementingEntity, form?.implementingEntity]
    if (!entity?.text.trim() || !unit?.text.trim()) return
    if (/本(?:局|委|办|单位|部门|院|校|中心)|我(?:局|委|办|单位|部门|院|校|中心)/u.test(entity.text)) {
      return yield undetermined('实施主体用“本单位”等代称', 'the narrative only says “this unit”')
    }
    const [long, short] = [plain(entity.text), plain(unit.text)]
    const problem: Problem = {
      message: {
        zh: `文字说明的实施主体为“${entity.text}”，绩效目标表的实施单位为“${unit.text}”。`,
        en: `The narrative names “${entity.text}”, the form “${unit.text}”.`,
      },
      evidence: evidence(entity, unit),
      expected: unit.text,
    }
    if (long === short) return yield holds()
    if (long.includes(short) || short.includes(long) || likeness(long, short) === 'short') return yield holds(problem)
    yield fails(problem)
  },
}

export default rule

function plain(name: string): string {
  return foldName(name)
    .replace(/\([^()]{1,10}\)/gu, '')
    .replace(/[。;,]$/u, '')
}
