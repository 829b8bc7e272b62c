import type { Location, Project, Reference } from '../../model.ts'
import { holds } from './place.ts'
import { placesOf, type Table, type Value } from './table.ts'

/** One row for each citation: a document number and a project that cites it, or none for the text around projects. */
export const references: Table = {
  name: 'references',
  columns: ['file', 'project_id', 'number', 'issuer_code', 'year', 'serial', 'title', 'source'],
  rows: ({ file, projects, references }) => {
    const areas = projects.map((project) => ({ id: project.id, places: placesIn(project) }))
    return references.flatMap((reference) => citations(reference, areas).map((row) => [file, ...row]))
  },
}

/** A project and everywhere it is printed. */
interface Area {
  id: string
  places: Location[]
}

function citations({ number, issuerCode, year, serial, title, source }: Reference, areas: Area[]): Value[][] {
  const byProject = Map.groupBy(source, (place) => areas.find(({ places }) => places.some(holds(place)))?.id)
  return Array.from(byProject, ([id, places]) => [id, number, issuerCode, year, serial, title, placesOf(places)])
}

function placesIn(value: Project | object): Location[] {
  if ('source' in value && Array.isArray(value.source)) return value.source
  return Object.values(value).flatMap((part) => (typeof part === 'object' && part !== null ? placesIn(part) : []))
}
