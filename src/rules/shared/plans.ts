import type { Project, Sourced } from '../../model.ts'
import { decimal, print, type Unit, unitOf } from '../../money.ts'
import { addsUp, type Item, type Plan, plan } from '../../values/plan.ts'
import type { Disclosure } from '../rule.ts'
import type { Figure } from './figures.ts'
import { Known } from './known.ts'
import { isRead, quote } from './states.ts'
import { copyOf } from './texts.ts'

/** A printed text and the sums that it plans. */
export interface Planned extends Plan {
  printed: Sourced<string>
}

/** The plan of a project, in its form, else in its narrative, when it states any sum. */
export function planOf(project: Project, disclosure: Disclosure): Planned | undefined {
  const { form, narrative } = project
  const year = yearOf(project, disclosure)
  // The narrative is not read where the form has a plan.
  for (const text of [form?.implementationPlan, narrative?.implementationPlan]) {
    const planned = read(text, year).find(({ roots }) => roots.length > 0)
    if (planned) return planned
  }
  return undefined
}

/** Every text of a project that may say what it costs, each once, with its sums. */
export function plansOf(project: Project, disclosure: Disclosure): Planned[] {
  const { form, narrative } = project
  const budget = narrative?.budget && { ...narrative.budget, value: narrative.budget.text }
  const texts = [form?.implementationPlan, narrative?.implementationPlan, form?.overview, narrative?.overview, budget]
  const different = texts.filter((text, index) => texts.findIndex((other) => other?.text === text?.text) === index)
  const year = yearOf(project, disclosure)
  return different.flatMap((text) => read(text, year))
}

/** The sums in one printed text of a project. */
export function sumsIn(printed: Sourced<string>, project: Project, disclosure: Disclosure): Planned[] {
  return read(printed, yearOf(project, disclosure))
}

/** The figure of a sum in a plan; its evidence is what the plan says of it. */
export function figureOf({ printed }: Planned, item: Item): Figure {
  return { ...quote(printed), text: item.phrase, amount: item.value, unit: unitIn(item) }
}

/** A sum with the sums it is made of, as a formula: (15 + 25 = 40) + 10 = 50. */
export function treeOf(item: Item): string {
  const { value, parts } = item
  const figure = print(decimal(value.yuan), unitIn(item))
  return parts.length > 0 ? `${branchesOf(item)} ${addsUp(value, parts) ? '=' : '≠'} ${figure}` : figure
}

/** The sums that a sum is made of, as the left side of a formula. */
export function branchesOf({ parts }: Item): string {
  return parts.map(branchOf).join(' + ')
}

// In prose the unit stands behind the figure.
function unitIn({ value, text }: Item): Unit {
  const [, unit] = /\d\s?(亿|万|千)?元?$/u.exec(text) ?? []
  return /\d\s?(?:[亿万千]|元)元?$/u.test(text) ? (`${unit ?? ''}元` as Unit) : unitOf(value, text)
}

function branchOf(item: Item): string {
  return item.parts.length > 0 ? `(${treeOf(item)})` : treeOf(item)
}

function yearOf({ form }: Project, { fiscalYear }: Disclosure): number | undefined {
  return fiscalYear?.value ?? form?.fiscalYear?.value ?? undefined
}

// Several rules ask for the same plan.
const known = new Known<object, Planned[]>()

function read(text: Sourced<string> | undefined, year: number | undefined): Planned[] {
  if (!isRead(text)) return []
  const before = known.get(text.source)
  if (before) return before
  const isCosted = /[\d十百千]\s?[万亿元百千]/u.test(text.text)
  const plans = isCosted ? [{ printed: text, ...plan(text.text, year, copyOf(text)) }] : []
  known.set(text.source, plans)
  return plans
}
