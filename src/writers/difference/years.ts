import type { History } from '../../difference.ts'
import type { Finding } from '../../model.ts'
import { line } from '../validation/escapes.ts'
import type { Language } from '../validation/words.ts'
import { heading, ownersIn, placeIn } from './place.ts'
import { shared, words } from './words.ts'

/** What the rules say of projects through the years: the findings, the count of outcomes, and what is lacking. */
export function across(histories: History[], language: Language): string {
  const { outcomes, comma, colon, stop } = shared[language]
  const ownerOf = ownersIn(histories)
  const headed = (history: History) => ownerOf(history) + heading(history)
  const found = histories.flatMap((history) => {
    const findings = history.findings.map((finding) => paragraph(finding, language))
    return findings.length > 0 ? [`${headed(history)}\n${findings.join('\n')}`] : []
  })
  const all = histories.flatMap((history) => history.outcomes.map(({ outcome }) => outcome))
  const numbers = (['holds', 'fails', 'undetermined', 'not-applicable'] as const).map(
    (name) => `${outcomes[name]} ${all.filter((outcome) => outcome === name).length}`,
  )
  const total = `${words[language].across}${colon}${numbers.join(comma)}${stop}`
  return [...found, [total, ...lacking(histories, headed, language)].join('\n')].join('\n\n')
}

// What the undetermined checks lack, each once, with the projects that lack it.
function lacking(histories: History[], headed: (history: History) => string, language: Language): string[] {
  const missing = histories.flatMap((history) =>
    history.outcomes.flatMap(({ rule, missing }) =>
      missing ? [{ history, what: `${rule}  ${missing[language]}` }] : [],
    ),
  )
  return [...Map.groupBy(missing, ({ what }) => what)].map(
    ([what, lacks]) =>
      `  ? ${line(what)}${shared[language].colon}${lacks.map(({ history }) => headed(history)).join(shared[language].comma)}`,
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
