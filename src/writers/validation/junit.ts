import type { Outcome, Validated, Validation } from '../../validate.ts'
import { line } from './escapes.ts'
import { element, markup } from './markup.ts'
import { paragraph } from './text.ts'
import { heading, type Language, type Wording, words } from './words.ts'

/** JUnit XML: a test suite for every input, a test case for every rule. Findings of severity info fail no test. */
export function junit(validations: Validation[], { language }: Wording): string {
  const suites = validations.map((validation) => ({ file: validation.file, cases: casesOf(validation, language) }))
  const content = suites.map(({ file, cases }) =>
    element('testsuite', { name: file, ...totals(cases), skipped: count(cases, 'skipped') }, cases.map(testcase(file))),
  )
  const all = totals(suites.flatMap(({ cases }) => cases))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'disclose', ...all }, content)}\n`
}

interface Case {
  rule: string
  /** A test that has none of these has passed. */
  result?: { what: 'failure' | 'error' | 'skipped'; message: string; type?: string; text?: string }
  output?: string
}

function casesOf(validation: Validation, language: Language): Case[] {
  if ('error' in validation) {
    return [{ rule: 'readable', result: { what: 'error', message: validation.error[language], type: 'input' } }]
  }
  const rules = Map.groupBy(validation.outcomes, ({ rule }) => rule)
  return [...rules].map(([rule, outcomes]) => caseOf(rule, outcomes, validation, language))
}

// What a rule came to in a whole document is the worst of what it came to in its projects.
function caseOf(rule: string, outcomes: Outcome[], validation: Validated, language: Language): Case {
  const findings = validation.findings.filter((finding) => finding.rule === rule)
  const text = findings
    .map((finding) => `${line(heading(finding.project, validation, language))}\n${paragraph(finding, language)}`)
    .join('\n\n')
  const failing = findings.filter(({ severity }) => severity !== 'info')
  const worst = failing.find(({ severity }) => severity === 'error') ?? failing[0]
  if (worst) {
    return { rule, result: { what: 'failure', message: worst.message[language], type: worst.severity, text } }
  }
  const message = reasonToSkip(rule, outcomes, validation, language)
  return { rule, ...(message && { result: { what: 'skipped', message } }), ...(text && { output: text }) }
}

function reasonToSkip(rule: string, outcomes: Outcome[], { suppressed }: Validated, language: Language) {
  const say = words[language]
  const accepted = suppressed?.find(({ finding }) => finding.rule === rule)
  if (accepted) return `${say.suppressed}${say.colon}${accepted.reason[language]}`
  const lacking = outcomes.find(({ outcome }) => outcome === 'undetermined')
  if (lacking) {
    return [say.outcomes.undetermined, lacking.project, lacking.missing?.[language]].filter(Boolean).join(' ')
  }
  const isSilent = outcomes.every(({ outcome }) => outcome === 'not-applicable')
  return isSilent ? say.outcomes['not-applicable'] : undefined
}

function testcase(file: string) {
  return ({ rule, result, output }: Case): string => {
    const { what = '', text, ...attributes } = result ?? {}
    const content = [
      ...(result ? [element(what, attributes, markup(text ?? ''))] : []),
      ...(output ? [element('system-out', {}, markup(output))] : []),
    ]
    return element('testcase', { name: rule, classname: file, time: '0' }, content)
  }
}

function totals(cases: Case[]): Record<string, string> {
  return {
    tests: String(cases.length),
    failures: count(cases, 'failure'),
    errors: count(cases, 'error'),
    time: '0',
  }
}

function count(cases: Case[], what: string): string {
  return String(cases.filter(({ result }) => result?.what === what).length)
}
