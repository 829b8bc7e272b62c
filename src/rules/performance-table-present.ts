import { fails, holds, type Rule, undetermined } from './rule.ts'
import { evidence } from './shared/states.ts'

/** A project has a performance table, or its narrative says who reports its objectives. */
const rule: Rule = {
  name: 'performance-table-present',
  chapter: 'indicators',
  severity: 'warning',
  title: {
    zh: '每个项目都有绩效目标表，或说明由谁填报',
    en: 'Every project has a performance table or says who reports its objectives',
  },
  why: {
    zh: '没有绩效目标表，项目的产出和效益无从监督。请补附申报表，或写明由哪个单位统一填报。',
    en: 'Without a table nobody can see what the project is to reach. Add it, or say which body reports it.',
  },
  *checkProject({ narrative, form, name }, { projects }) {
    if (!narrative) return
    if (form) return yield holds()
    const objectives = narrative.objectives?.text ?? ''
    const isElsewhere = !/批复/u.test(objectives) && projects.every((project) => !project.form)
    if (handsOver.test(objectives)) return yield holds()
    if (/详见|见附件|另附|附后/u.test(objectives)) {
      return yield undetermined(
        '绩效目标表另附，不在此文件中',
        'the table is said to be elsewhere; it is not in this input',
      )
    }
    if (isElsewhere) {
      return yield undetermined(
        '文件中没有任何绩效目标表，可能另行公开',
        'the document holds no table at all; they may be published apart',
      )
    }
    const place = narrative.name ?? name ?? narrative.objectives
    if (place) yield fails({ message: missing, evidence: evidence(place, narrative.objectives) })
  },
}

export default rule

const missing = {
  zh: '项目没有绩效目标表，也没有说明由谁填报。',
  en: 'The project has no performance table, and nothing says who reports its objectives.',
}

const handsOver = /由[^，。；]{1,40}(?:填报|汇总|公开|编报)|统一(?:汇总|填报|公开)|不(?:需|再|单独)?填报|无需填报/u
