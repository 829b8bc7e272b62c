import type { NarrativePart, Placed } from './forms/form.ts'
import type { Form, Project } from './model.ts'
import { foldName } from './values/normalise.ts'

type Statement = Placed<NarrativePart>
type Table = Placed<Form>

/**
 * Join the narratives and the forms that speak of the same project, in printed order: by name, of equal names the
 * nearest; a form left over joins the narrative it directly follows if that has none.
 */
export function join(narratives: Statement[], forms: Table[]): Project[] {
  const partner = new Map<Statement, Table>()
  const free = new Set(forms)
  const pair = (narrative: Statement, form: Table) => {
    partner.set(narrative, form)
    free.delete(form)
  }
  for (const form of forms) {
    const narrative = sameName(
      form,
      narratives.filter((narrative) => !partner.has(narrative)),
    )
    if (narrative) pair(narrative, form)
  }
  for (const form of [...free]) {
    const before = narratives.filter(({ last }) => last < form.first).at(-1)
    if (before && !partner.has(before) && isNext(before, form, [...narratives, ...forms])) pair(before, form)
  }
  const parts = [...narratives, ...free].sort((a, b) => a.first - b.first)
  return identify(
    parts.map((part) => ('narrative' in part.found ? told(part as Statement, partner) : alone(part as Table))),
  )
}

// Of narratives of one name, the nearest before the form; else the nearest after it.
function sameName({ found, first }: Table, narratives: Statement[]): Statement | undefined {
  const name = foldName(found.name?.text ?? '')
  const named = narratives.filter(({ found }) => name !== '' && foldName(found.narrative.name?.text ?? '') === name)
  return named.filter(({ last }) => last < first).at(-1) ?? named[0]
}

function isNext(before: Statement, form: Table, others: (Statement | Table)[]): boolean {
  return !others.some(({ first }) => first > before.first && first < form.first)
}

interface Numbered {
  section?: string
  project: Omit<Project, 'id'>
}

function told(narrative: Statement, partner: Map<Statement, Table>): Numbered {
  const { found, ordinal, code } = narrative
  const form = partner.get(narrative)
  const name = found.narrative.name ?? form?.found.name
  return {
    ...(found.section && { section: found.section }),
    project: {
      ...(ordinal && { ordinal }),
      ...(found.category && { category: found.category }),
      ...(name && { name }),
      ...((form?.code ?? code) && { code: form?.code ?? code }),
      narrative: found.narrative,
      ...(form && { form: form.found }),
    },
  }
}

function alone({ found, ordinal, code }: Table): Numbered {
  return {
    project: {
      ...(ordinal && { ordinal }),
      ...(found.name && { name: found.name }),
      ...(code && { code }),
      form: found,
    },
  }
}

// category.ordinal as printed, also when one is skipped; a number that is printed again gets -2, -3 …
function identify(parts: Numbered[]): Project[] {
  const seen = new Map<string, number>()
  const isNumbered = parts.every(({ project }) => project.ordinal?.value != null)
  return parts.map(({ section, project }, index) => {
    const number = isNumbered || section ? (project.ordinal?.value ?? index + 1) : index + 1
    const id = section ? `${section}.${number}` : String(number)
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    return { id: times === 1 ? id : `${id}-${times}`, ...project }
  })
}
