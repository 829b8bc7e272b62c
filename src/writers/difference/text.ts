import type {
  Candidate,
  Comparison,
  Difference,
  Differences,
  Extent,
  GoneProject,
  History,
  MatchedProject,
  NewProject,
  Place,
  ProjectComparison,
} from '../../difference.ts'
import type { Finding } from '../../model.ts'
import { line, plain } from '../validation/escapes.ts'
import type { Language } from '../validation/words.ts'
import { placeIn } from './place.ts'
import { shared, words } from './words.ts'

/** What differs, for people to read: edition by edition the changed, new and gone projects, then the rules across the years. */
export function text({ comparisons, histories }: Differences, language: Language): string {
  const parts = comparisons.map((comparison) => section(comparison, language))
  return plain(`${[...parts, across(histories, language)].join('\n\n')}\n`)
}

function section(comparison: Comparison, language: Language): string {
  const { before, after, projects, isLimited } = comparison
  const say = words[language]
  const changed = projects.filter(isChanged)
  const added = projects.filter((one) => one.state === 'new')
  const gone = projects.filter((one) => one.state === 'gone')
  const isSame = changed.length + added.length + gone.length === 0
  return [
    line(`${before.name} → ${after.name}`),
    `${extent(before, language)} → ${extent(after, language)}\n${counts(comparison, language)}`,
    ...(isSame ? [say.same] : []),
    ...(isLimited ? [say.limited] : []),
    ...changed.map((one) => matched(one, language)),
    ...list(say.states.new, '+', added, language),
    ...list(say.states.gone, '-', gone, language),
  ].join('\n\n')
}

function isChanged(project: ProjectComparison): project is MatchedProject {
  return project.state === 'changed'
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
  const [was, is] = [heading(before), heading(after)]
  return [
    was === is ? is : `${was} → ${is}`,
    `  ${line(match.message[language])}`,
    ...differences.flatMap((difference) => statement(difference, language)),
  ].join('\n')
}

function heading({ project, name }: Place): string {
  return line(`${project} ${name.text}`)
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

function list(title: string, sign: string, projects: (NewProject | GoneProject)[], language: Language): string[] {
  if (projects.length === 0) return []
  const say = words[language]
  const items = projects.flatMap((project) => {
    const place = project.state === 'new' ? project.after : project.before
    return [
      `  ${sign} ${heading(place)}`,
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

function across(histories: History[], language: Language): string {
  const { outcomes, comma, colon, stop } = shared[language]
  const found = histories.flatMap((history) => {
    const findings = history.findings.map((finding) => paragraph(finding, language))
    return findings.length > 0 ? [`${heading(history)}\n${findings.join('\n')}`] : []
  })
  const all = histories.flatMap((history) => history.outcomes.map(({ outcome }) => outcome))
  const numbers = (['holds', 'fails', 'undetermined', 'not-applicable'] as const).map(
    (name) => `${outcomes[name]} ${all.filter((outcome) => outcome === name).length}`,
  )
  const total = `${words[language].across}${colon}${numbers.join(comma)}${stop}`
  return [...found, [total, ...lacking(histories, language)].join('\n')].join('\n\n')
}

// What the undetermined checks lack, each once, with the projects that lack it.
function lacking(histories: History[], language: Language): string[] {
  const missing = histories.flatMap((history) =>
    history.outcomes.flatMap(({ rule, missing }) =>
      missing ? [{ history, what: `${rule}  ${missing[language]}` }] : [],
    ),
  )
  return [...Map.groupBy(missing, ({ what }) => what)].map(
    ([what, lacks]) =>
      `  ? ${line(what)}${shared[language].colon}${lacks.map(({ history }) => heading(history)).join(shared[language].comma)}`,
  )
}

function paragraph({ severity, rule, message, formula, evidence }: Finding, language: Language): string {
  const say = shared[language]
  return [
    `  ${say.severities[severity]}  ${rule}  ${line(message[language])}`,
    ...(formula ? [`    ${line(formula)}`] : []),
    ...evidence.map(({ text, source }) => `    ${placeIn(source, language)}  ${line(text) || say.empty}`),
  ].join('\n')
}
