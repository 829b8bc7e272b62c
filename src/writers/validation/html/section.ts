import type { Finding } from '../../../model.ts'
import type { Validated, Validation } from '../../../validate.ts'
import { type Quotation, quotationsOf } from '../context.ts'
import { element, markup } from '../markup.ts'
import { heading, type Language, type Wording, words } from '../words.ts'
import { evidenceOf } from './evidence.ts'
import { table } from './table.ts'

/** What was found in one document, project by project, and what is left aside or undetermined. */
export function sectionOf(validation: Validation, id: string, wording: Wording): string {
  const { language } = wording
  const title = element('h2', { id }, markup(validation.file))
  if ('error' in validation)
    return element('section', {}, [title, element('p', {}, markup(validation.error[language]))])
  const quotations = quotationsOf(validation.disclosure)
  const groups = [...Map.groupBy(validation.findings, ({ project }) => project)]
  const found = groups.flatMap(([project, findings]) => [
    element('h3', {}, markup(heading(project, validation, language))),
    ...findings.map((finding) => article(finding, validation, quotations, wording)),
  ])
  const body = found.length > 0 ? found : [element('p', {}, markup(words[language].nothing))]
  return element('section', {}, [title, ...body, suppressed(validation, language), undetermined(validation, language)])
}

function article(finding: Finding, validation: Validated, quotations: Quotation[], wording: Wording): string {
  const { severity, message, formula, evidence } = finding
  const { language } = wording
  const sentence = [
    element('b', {}, markup(words[language].severities[severity])),
    link(finding.rule),
    markup(message[language]),
  ].join(' ')
  const pieces = evidence.map((piece) => element('li', {}, evidenceOf(piece, finding, validation, quotations, wording)))
  return element('article', { class: severity }, [
    element('p', {}, sentence),
    formula ? element('p', { class: 'formula' }, markup(formula)) : '',
    element('ul', {}, pieces),
  ])
}

function suppressed({ suppressed: accepted = [], ...validation }: Validated, language: Language): string {
  const say = words[language]
  if (accepted.length === 0) return ''
  const rows = accepted.map(({ finding, reason }) => [
    link(finding.rule),
    markup(heading(finding.project, validation, language)),
    markup(finding.message[language]),
    markup(reason[language]),
  ])
  return folded(`${say.suppressed} ${accepted.length}`, table([say.rule, say.project, say.finding, say.reason], rows))
}

function undetermined(validation: Validated, language: Language): string {
  const say = words[language]
  const open = validation.outcomes.filter(({ outcome }) => outcome === 'undetermined')
  if (open.length === 0) return ''
  const rows = open.map(({ rule, project, missing }) => [
    link(rule),
    markup(heading(project, validation, language)),
    markup(missing?.[language] ?? ''),
  ])
  return folded(`${say.outcomes.undetermined} ${open.length}`, table([say.rule, say.project, say.missing], rows))
}

// Open, since what is folded is not printed.
function folded(title: string, content: string): string {
  return element('details', { open: '' }, [element('summary', {}, markup(title)), content])
}

function link(rule: string): string {
  return element('a', { href: `#rule-${rule}` }, markup(rule))
}
