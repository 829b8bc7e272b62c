import type {
  Candidate,
  Comparison,
  Difference,
  Differences,
  Extent,
  GoneProject,
  MatchedProject,
  NewProject,
  Place,
  ProjectComparison,
} from '../../difference.ts'
import { line, plain } from '../validation/escapes.ts'
import type { Language } from '../validation/words.ts'
import { heading, ownersIn, placeIn } from './place.ts'
import { shared, words } from './words.ts'
import { across } from './years.ts'

/** What differs, for people to read: edition by edition the changed, new and gone projects, then the rules across the years. */
export function text({ comparisons, histories }: Differences, language: Language): string {
  const parts = comparisons.map((comparison) => section(comparison, language))
  return plain(`${[...parts, across(histories, language)].join('\n\n')}\n`)
}

function section(comparison: Comparison, language: Language): string {
  const { before, after, projects, isLimited } = comparison
  const say = words[language]
  const ownerOf = ownersIn(projects.map(latest))
  const changed = projects.filter(isChanged)
  const added = projects.filter((one) => one.state === 'new')
  const gone = projects.filter((one) => one.state === 'gone')
  const isSame = changed.length + added.length + gone.length === 0
  return [
    line(`${before.name} → ${after.name}`),
    `${extent(before, language)} → ${extent(after, language)}\n${counts(comparison, language)}`,
    ...(isSame ? [say.same] : []),
    ...(isLimited ? [say.limited] : []),
    ...changed.map((one) => ownerOf(one.after) + matched(one, language)),
    ...renamed(projects.filter(isUnchanged), ownerOf, language),
    ...list(say.states.new, '+', added, ownerOf, language),
    ...list(say.states.gone, '-', gone, ownerOf, language),
  ].join('\n\n')
}

type OwnerOf = ReturnType<typeof ownersIn>

function latest(project: ProjectComparison): Place {
  return project.state === 'gone' ? project.before : project.after
}

function isChanged(project: ProjectComparison): project is MatchedProject {
  return project.state === 'changed'
}

// Projects that only have another name need no list of differences.
function renamed(unchanged: MatchedProject[], ownerOf: OwnerOf, language: Language): string[] {
  const items = unchanged
    .filter(({ before, after }) => before.name.text !== after.name.text)
    .map(
      ({ before, after, match }) =>
        `  = ${ownerOf(after)}${headings(before, after)}\n    ${line(match.message[language])}`,
    )
  return items.length > 0 ? [[words[language].states.unchanged, ...items].join('\n')] : []
}

function headings(before: Place, after: Place): string {
  const [was, is] = [heading(before), heading(after)]
  return was === is ? is : `${was} → ${is}`
}

function isUnchanged(project: ProjectComparison): project is MatchedProject {
  return project.state === 'unchanged'
}

function extent({ reports, projects, fiscalYears }: Extent, language: Language): string {
  const [first, last] = [fiscalYears.at(0), fiscalYears.at(-1)]
  const years = first === last ? `${first ?? ''}` : `${first}-${last}`
  return words[language].extent(reports, projects, years)
}

function counts({ projects }: Comparison, language: Language): string {
  const { comma, stop } = shared[language]
  const states = ['changed', 'new', 'gone', 'unchanged'] as const
  const numbers = states.map(
    (state) => `${words[language].states[state]} ${projects.filter((one) => one.state === state).length}`,
  )
  return `${numbers.join(comma)}${stop}`
}

function matched({ before, after, match, differences }: MatchedProject, language: Language): string {
  return [
    headings(before, after),
    `  ${line(match.message[language])}`,
    ...differences.flatMap((difference) => statement(difference, language)),
  ].join('\n')
}

const signs = { new: '+', gone: '-', changed: '~', undetermined: '?' }

function statement({ change, before, after, sentences, message }: Difference, language: Language): string[] {
  return [
    `  ${signs[change]} ${line(message[language])}`,
    ...(sentences?.gone ?? []).map((sentence) => `    - ${line(sentence)}`),
    ...(sentences?.new ?? []).map((sentence) => `    + ${line(sentence)}`),
    `    ${placeIn(before.source, language)} → ${placeIn(after.source, language)}`,
  ]
}

function list(
  title: string,
  sign: string,
  projects: (NewProject | GoneProject)[],
  ownerOf: OwnerOf,
  language: Language,
): string[] {
  if (projects.length === 0) return []
  const say = words[language]
  const items = projects.flatMap((project) => {
    const place = latest(project)
    return [
      `  ${sign} ${ownerOf(place)}${heading(place)}`,
      `    ${placeIn(place.name.source, language)} · ${say.notIn} ${line(project.lookedIn.join(', '))}`,
      ...project.candidates.map((candidate) => maybe(candidate, language)),
    ]
  })
  return [[title, ...items].join('\n')]
}

function maybe(candidate: Candidate, language: Language): string {
  const { perhaps } = words[language]
  const [place, why] = [placeIn(candidate.name.source, language), line(candidate.message[language])]
  return `    ${perhaps} ${heading(candidate)}${shared[language].colon}${why} · ${place}`
}
