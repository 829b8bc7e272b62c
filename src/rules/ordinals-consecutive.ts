import type { Project } from '../model.ts'
import { fails, holds, type Rule, undetermined } from './rule.ts'
import { evidence, isRead, valueIn } from './shared/states.ts'

/** The ordinals of the projects under one heading run from 1 without gap or repeat. */
const rule: Rule = {
  name: 'ordinals-consecutive',
  chapter: 'totals',
  severity: 'warning',
  title: {
    zh: '同一类下项目序号从 1 起连续',
    en: 'The ordinals of the projects under one heading run from 1 without gap or repeat',
  },
  why: {
    zh: '序号跳号或重号，往往是删了项目没有重排，或者漏列了项目。请核对项目是否齐全。',
    en: 'A gap or a repeat often means that a project was removed or left out. Check that all projects are there.',
  },
  *checkProject(project, { projects }) {
    const { ordinal } = project
    if (!ordinal) return
    if (!isRead(ordinal)) return yield undetermined('序号无法识别', 'the ordinal cannot be read')
    const section = projects.filter(({ category }) => category?.text === project.category?.text)
    const place = section.indexOf(project)
    const previous = section[place - 1]
    const before = valueIn(previous?.ordinal)
    const isRestart = !project.category && ordinal.value === 1
    if (ordinal.value === place + 1 || ordinal.value === (before ?? 0) + 1 || isRestart) return yield holds()
    yield fails({
      message: messageOf(ordinal, previous),
      evidence: evidence(ordinal, previous?.ordinal, project.category, project.name),
      expected: `(${(before ?? 0) + 1})`,
    })
  },
}

export default rule

function messageOf({ text }: { text: string }, previous: Project | undefined) {
  if (!previous?.ordinal)
    return {
      zh: `第一个项目的序号是${text}，应从 1 开始。`,
      en: `The first project is numbered ${text}; ordinals begin with 1.`,
    }
  const expected = (valueIn(previous.ordinal) ?? 0) + 1
  return {
    zh: `序号${text}排在${previous.ordinal.text}之后，此处应为 ${expected}。`,
    en: `Ordinal ${text} follows ${previous.ordinal.text}; ${expected} was expected.`,
  }
}
