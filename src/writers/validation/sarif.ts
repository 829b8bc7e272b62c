import type { Evidence, Finding, Severity } from '../../model.ts'
import type { Rule } from '../../rules/rule.ts'
import { catalogue, type Suppressed, type Validated, type Validation } from '../../validate.ts'
import { cut } from './columns.ts'
import { fieldOf, type Quotation, quotationsOf } from './context.ts'
import { fileUri, line } from './escapes.ts'
import { placeName, placeOf } from './place.ts'
import { type Language, type Wording, words } from './words.ts'

/** SARIF 2.1.0, the Static Analysis Results Interchange Format: one run over all inputs. */
export function sarif(validations: Validation[], { language, version = '0.0.0' }: Wording): string {
  const driver = { name: 'disclose', version, semanticVersion: version, rules: catalogue.map(descriptor) }
  const run = {
    tool: { driver: { ...driver, language: tags[language] } },
    invocations: [invocation(validations, language)],
    artifacts: validations.map(artifact),
    results: validations.flatMap((validation) => ('error' in validation ? [] : results(validation, language))),
    columnKind: 'utf16CodeUnits',
  }
  const log = { $schema: schema, version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, null, 2)}\n`
}

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'
const tags: Record<Language, string> = { en: 'en', zh: 'zh-CN' }
const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }
const problems: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'recommendation' }

function descriptor({ name, chapter, severity, title, why, basis }: Rule): object {
  const parts = (['zh', 'en'] as const).map((language) => ({
    title: title[language],
    body: [why[language], ...(basis ? [`${words[language].basis}${basis[language]}`] : [])],
  }))
  return {
    id: name,
    shortDescription: { text: both(title) },
    fullDescription: { text: both(why) },
    defaultConfiguration: { level: levels[severity] },
    help: {
      text: parts.map(({ title, body }) => [title, ...body].join('\n\n')).join('\n\n'),
      markdown: parts.map(({ title, body }) => [`**${title}**`, ...body].join('\n\n')).join('\n\n'),
    },
    properties: { tags: [chapter], precision: 'high', 'problem.severity': problems[severity] },
  }
}

function both({ zh, en }: { zh: string; en: string }): string {
  return `${zh} / ${en}`
}

function invocation(validations: Validation[], language: Language): object {
  const refused = validations.flatMap((validation) => ('error' in validation ? [validation] : []))
  return {
    executionSuccessful: refused.length === 0,
    toolExecutionNotifications: refused.map(({ file, error }) => ({
      level: 'error',
      message: { text: literal(error[language]) },
      locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) } } }],
    })),
  }
}

function artifact(validation: Validation): object {
  const hashes = 'error' in validation ? {} : { hashes: { 'sha-256': validation.sha256 } }
  return { location: { uri: fileUri(validation.file) }, ...hashes }
}

function results(validation: Validated, language: Language): object[] {
  const quotations = quotationsOf(validation.disclosure)
  const open = validation.findings.map((finding) => result(finding, validation, quotations, language))
  const accepted = (validation.suppressed ?? []).map(({ finding, ...decision }) => ({
    ...result(finding, validation, quotations, language),
    suppressions: [suppression(decision, language)],
  }))
  return [...open, ...accepted]
}

function suppression({ reason }: Omit<Suppressed, 'finding'>, language: Language): object {
  return { kind: 'external', status: 'accepted', justification: reason[language] }
}

function result(finding: Finding, validation: Validated, quotations: Quotation[], language: Language): object {
  const { rule, severity, message, fingerprint, evidence, formula, expected, difference } = finding
  const locations = evidence.map((piece) => location(piece, finding, validation, quotations, language))
  const related = locations.slice(1).map((place, index) => ({ id: index + 1, ...place }))
  return {
    ruleId: rule,
    ruleIndex: catalogue.findIndex(({ name }) => name === rule),
    level: levels[severity],
    message: { text: literal([message[language], formula].filter(Boolean).join('\n')) },
    locations: locations.slice(0, 1),
    ...(related.length > 0 && { relatedLocations: related }),
    // Code scanning goes by the first name only, whatever it is the hash of.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'disclose/v1': fingerprint },
    properties: { zh: message.zh, en: message.en, formula, expected, difference },
  }
}

function location(
  evidence: Evidence,
  { project }: Finding,
  validation: Validated,
  quotations: Quotation[],
  language: Language,
): object {
  const place = placeOf(evidence.source[0])
  const { line: startLine = 1, lastLine } = place
  const logical = logicalLocations(project, fieldOf(evidence, quotations), validation)
  const name = placeName(evidence, language)
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(validation.file) },
      // There is no region of a page; code scanning shows nothing without a line.
      region: { startLine, ...(lastLine && { endLine: lastLine }) },
    },
    ...(logical.length > 0 && { logicalLocations: logical }),
    message: {
      text: literal([name, cut(line(evidence.text), 1000) || words[language].empty].filter(Boolean).join('  ')),
    },
    properties: { ...place, source: evidence.source },
  }
}

function logicalLocations(project: string | undefined, field: string | undefined, { names }: Validated): object[] {
  const own =
    project === undefined ? [] : [{ name: names?.[project] || project, fullyQualifiedName: project, kind: 'project' }]
  return [
    ...own,
    ...(field === undefined ? [] : [{ name: field.split('.').at(-1), fullyQualifiedName: field, kind: 'field' }]),
  ]
}

// Braces are placeholders in a message, and brackets before a parenthesis a link (sections 3.11.5 and 3.11.6).
function literal(text: string): string {
  return text.toWellFormed().replace(/[{}]/gu, '$&$&').replaceAll('](', '\\](')
}
