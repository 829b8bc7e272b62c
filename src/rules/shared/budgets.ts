import type { Amount, Project, Sourced } from '../../model.ts'
import { isRead } from './states.ts'

/** What a project is to cost this year: by its narrative, else by its form. */
export function budgetOf({ narrative, form }: Project): Sourced<Amount> | undefined {
  const stated = [narrative?.budget, form?.funding.annual]
  return stated.find(isRead) ?? stated.find((amount) => amount !== undefined)
}

/** The projects whose budget cannot be told, by their ids. */
export function withoutBudget(projects: Project[]): string {
  return projects.flatMap((project) => (isRead(budgetOf(project)) ? [] : [project.id])).join(', ')
}
