import type { Evidence, Project } from '../model.ts'
import { fails, holds, type Result, type Rule, undetermined } from './rule.ts'
import { type Group, groupsOf, saysWithheld } from './shared/groups.ts'
import { evidence, isRead } from './shared/states.ts'
import { foldedOf } from './shared/texts.ts'

/** How many projects the summary counts in a category against how many are listed. */
const rule: Rule = {
  name: 'category-count',
  chapter: 'totals',
  severity: 'error',
  title: {
    zh: '分类项目个数等于所列项目个数',
    en: 'The stated number of projects of a category equals the number listed',
  },
  why: {
    zh: '个数不符说明有项目漏列、多列，或汇总句没有随项目调整而更新。',
    en: 'A different number means that a project was left out or added, or that the summary was not updated.',
  },
  *checkDocument(disclosure) {
    const isWithheld = saysWithheld(disclosure)
    for (const group of groupsOf(disclosure)) {
      if (group.category.count) yield check(group, isWithheld)
    }
  },
}

export default rule

function check({ category, projects }: Group, isWithheld: boolean): Result {
  const { name, count } = category
  if (!isRead(count)) return undetermined(`${name.text}的个数无法识别`, `the number of ${name.text} cannot be read`)
  if (!projects) {
    return undetermined(`无法确定哪些项目属于${name.text}`, `it cannot be told which projects belong to ${name.text}`)
  }
  // A project whose form fills two sheets is listed twice and counted once.
  const different = new Set(projects.map((project) => foldedOf(project.name) || project.id)).size
  if (count.value === projects.length || count.value === different) return holds()
  if (isWithheld && projects.length < count.value) {
    return undetermined(`${name.text}的项目没有全部公开`, `not all projects of ${name.text} are published`)
  }
  return differs(name, count, projects)
}

function differs(name: Evidence, count: Evidence & { value: number }, projects: Project[]): Result {
  return fails({
    message: {
      zh: `${name.text}写明 ${count.value} 个，实际列出 ${projects.length} 个。`,
      en: `${name.text} is said to have ${count.value}; listed: ${projects.length}.`,
    },
    evidence: evidence(count, name, ...projects.map((project) => project.name ?? project.ordinal)),
    expected: String(projects.length),
    difference: String(Math.abs(count.value - projects.length)),
  })
}
