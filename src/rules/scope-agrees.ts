import type { Evidence, Project } from '../model.ts'
import { matchesOf } from '../values/matches.ts'
import { fails, holds, type Rule } from './rule.ts'
import { evidence, isRead } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** The objectives of a project speak of the same area as the rest of its text. */
const rule: Rule = {
  name: 'scope-agrees',
  chapter: 'agreement',
  severity: 'info',
  title: {
    zh: '目标所述地域范围与项目其他文字一致',
    en: 'The objectives speak of the same area as the rest of the project',
  },
  why: {
    zh: '必要性写“我市”、目标写“全省”，多为照抄上级文件。请确认项目的实际范围。',
    en: 'An objective for a whole province in a project of one city is usually copied from a higher level. Check the area.',
  },
  *checkProject(project) {
    const { form } = project
    const goals = [form?.annualObjective, form?.mediumTermObjective].filter(isRead)
    const own = textsOf(project).flatMap((text) => areasIn(text))
    const level = Math.max(...own.map((area) => area.level))
    if (own.length === 0) return
    for (const goal of goals) {
      for (const area of areasIn(goal)) yield area.level > level ? wider(area, own) : holds()
    }
  },
}

export default rule

interface Area {
  name: string
  level: number
  printed: Evidence
}

function textsOf({ form, narrative }: Project): Evidence[] {
  return [form?.necessity, form?.overview, narrative?.overview].filter(isRead)
}

const levels = ['乡镇街', '县区旗', '市州盟', '省']

function areasIn(printed: Evidence): Area[] {
  if (!/[我全本][省市州盟县区旗乡镇街]/u.test(printed.text)) return []
  // Titles of documents name areas of their own.
  const plain = plainOf(printed).replace(/《[^《》]{0,200}》/gu, '')
  return matchesOf(/[我全本]([省市州盟县区旗乡镇街])(?![委级直厅局府长])/gu, plain).map(([name, kind = '']) => ({
    name,
    level: levels.findIndex((kinds) => kinds.includes(kind)),
    printed,
  }))
}

function wider({ name, printed }: Area, own: Area[]) {
  const [other] = own
  return fails({
    message: {
      zh: `目标写“${name}”，项目其他文字写“${other?.name}”。`,
      en: `The objective speaks of ${name}, the rest of the project of ${other?.name}.`,
    },
    evidence: evidence(printed, other?.printed),
  })
}
