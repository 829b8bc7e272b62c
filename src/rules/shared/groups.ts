import type { Project, Sourced, Summary } from '../../model.ts'
import type { Disclosure } from '../rule.ts'
import { foldedOf } from './texts.ts'

/** A category of the summary sentence and the projects that stand under its heading. */
export interface Group {
  category: Summary['categories'][number]
  /** Left out when no heading can be told to be this category's. */
  projects?: Project[]
}

/** The categories of the summary, each with its projects: by the stem that name and heading share, else by their order. */
export function groupsOf({ summary, projects }: Disclosure): Group[] {
  const categories = summary?.categories ?? []
  const headings = headingsOf(projects)
  if (headings.length === 0 && categories.length === 1) return categories.map((category) => ({ category, projects }))
  return categories.map((category, index) => {
    const alike = headings.filter((heading) => isAlike(heading, category.name))
    const ordered = headings.length === categories.length ? headings[index] : undefined
    const heading = alike.length === 1 ? alike[0] : ordered
    return heading === undefined ? { category } : { category, projects: under(heading, projects) }
  })
}

/** The headings that projects stand under, each once, in printed order. */
export function headingsOf(projects: Project[]): string[] {
  return [...new Set(projects.flatMap(({ category }) => (category ? [foldedOf(category)] : [])))]
}

/** Whether the document says that some of what it counts is not published, or not here. */
export function saysWithheld({ summary, unread }: Disclosure): boolean {
  return [summary?.text.text ?? '', ...unread.map(({ text }) => text)].some((text) => withheld.test(text))
}

const withheld = /涉密|不予公开|不公开|不在此公开|另行公开|单独公开/u

function under(heading: string, projects: Project[]): Project[] {
  return projects.filter(({ category }) => category && foldedOf(category) === heading)
}

// 特定目标类项目 in the sentence is 特定目标类专项资金 in the heading.
function isAlike(heading: string, name: Sourced<string>): boolean {
  return stem(heading) === stem(foldedOf(name))
}

function stem(name: string): string {
  return name
    .replace(/^[\d一二三四五六七八九十]{1,3}[、.．]/u, '')
    .replace(/(?:专项资金|专项|项目|资金|经费|支出)$/u, '')
}
