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

/** A project and everywhere it is printed. */
interface Area {
  id: string
  places: Place[]
}

function factsOf({ file, projects, references }: Report): Citation[] {
  const areas = projects.map((project) => ({ id: project.id, places: placesIn(project).map(placeOf) }))
  return references.flatMap((reference) =>
    citations(reference, areas).map(([id, places]) => ({ file, id, reference, places })),
  )
}

function citations({ source }: Reference, areas: Area[]): [string | undefined, Location[]][] {
  const byProject = Map.groupBy(source, (location) => {
    const inner = placeOf(location)
    return areas.find(({ places }) => places.some((place) => holds(place, inner)))?.id
  })
  return Array.from(byProject)
}

function placesIn(value: Project | object): Location[] {
  if ('source' in value && Array.isArray(value.source)) return value.source
  return Object.values(value).flatMap((part) => (typeof part === 'object' && part !== null ? placesIn(part) : []))
}
