import { catalogue, type Outcome, type Validated } from '../../../validate.ts'
import { element, markup } from '../markup.ts'
import { type Language, words } from '../words.ts'
import { table } from './table.ts'

const outcomes = ['holds', 'fails', 'undetermined', 'not-applicable'] as const

/** What each rule asks for and why, and how often it held. */
export function rulesOf(validations: Validated[], language: Language): string {
  const say = words[language]
  const byRule = Map.groupBy(
    validations.flatMap(({ outcomes }) => outcomes),
    ({ rule }) => rule,
  )
  const rows = catalogue
    .filter(({ name }) => byRule.has(name))
    .map(({ name, title, why, basis }) => {
      const words = [why[language], ...(basis ? [`${say.basis}${basis[language]}`] : [])].map(markup)
      const asked = [element('b', {}, markup(title[language])), ...words].join('<br/>')
      return [element('code', { id: `rule-${name}` }, markup(name)), asked, ...counts(byRule.get(name) ?? [])]
    })
  const head = [say.rule, say.requirement, ...outcomes.map((name) => say.outcomes[name])]
  return element('section', { class: 'rules' }, [element('h2', {}, markup(say.rules)), table(head, rows)])
}

function counts(list: Outcome[]): string[] {
  return outcomes.map((name) => String(list.filter(({ outcome }) => outcome === name).length))
}
