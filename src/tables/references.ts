import type { Location, Project, Reference, Report } from '../model.ts'
import { holds, type Place, placeOf } from './place.ts'
import { placesOf, table } from './table.ts'

/** One row a citation: a document number and a project that cites it, or none for the text around projects. */
export const references = table(
  'references',
  { zh: '每处引用的文号一行', en: 'one row a cited document number' },
  factsOf,
  [
    ['file', 'text', '文件名', 'the document', ({ file }) => file],
    ['project_id', 'text', '项目编号', 'the project that cites it; empty for the text around projects', ({ id }) => id],
    ['number', 'text', '文号', 'the document number, 阳政办发〔2018〕14号', ({ reference }) => reference.number],
    ['issuer_code', 'text', '发文机关代字', 'the issuer in it, 阳政办发', ({ reference }) => reference.issuerCode],
    ['year', 'integer', '年份', 'the year in it', ({ reference }) => reference.year],
    ['serial', 'integer', '序号', 'the serial number in it', ({ reference }) => reference.serial],
    ['title', 'text', '文件标题', 'the title that is cited with it', ({ reference }) => reference.title],
    ['source', 'text', '位置', 'where it is cited', ({ places }) => placesOf(places)],
  ],
)

interface Citation {
  file: string
  id: string | undefined
  reference: Reference
  places: Location[]
}

/** A place of a project. */
interface Spot {
  id: string
  place: Place
}

function factsOf({ file, projects, references }: Report): Citation[] {
  if (references.length === 0) return []
  const spots = projects.flatMap((project) =>
    placesIn(project).map((place) => ({ id: project.id, place: placeOf(place) })),
  )
  const nearby = Map.groupBy(spots, ({ place }) => place.where)
  return references.flatMap((reference) =>
    citations(reference, nearby).map(([id, places]) => ({ file, id, reference, places })),
  )
}

function citations({ source }: Reference, nearby: Map<string, Spot[]>): [string | undefined, Location[]][] {
  const byProject = Map.groupBy(source, (location) => {
    const inner = placeOf(location)
    return nearby.get(inner.where)?.find(({ place }) => holds(place, inner))?.id
  })
  return Array.from(byProject)
}

function placesIn(value: Project | object, places: Location[] = []): Location[] {
  if ('source' in value && Array.isArray(value.source)) for (const place of value.source) places.push(place)
  else for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) placesIn(part, places)
  return places
}
