import { Report } from '../src/model.ts'
import type { Validation } from '../src/validate.ts'
import { github } from '../src/writers/validation/github.ts'
import { gitlab } from '../src/writers/validation/gitlab.ts'
import { html } from '../src/writers/validation/html.ts'
import { json } from '../src/writers/validation/json.ts'
import { junit } from '../src/writers/validation/junit.ts'
import { markdown } from '../src/writers/validation/markdown.ts'
import { sarif } from '../src/writers/validation/sarif.ts'
import { text } from '../src/writers/validation/text.ts'
import type { Language } from '../src/writers/validation/words.ts'
import { complete } from './partial.ts'

/** The validations that a case writes down: what a document says is completed. */
export function validationsIn(content: string): Validation[] {
  return JSON.parse(content).map(({ disclosure, ...validation }: { disclosure?: object }) => ({
    ...validation,
    ...(disclosure && { disclosure: Report.parse(complete(disclosure)) }),
  }))
}

/** Every report on some validations, by the name of its file. */
export function reportsOn(validations: Validation[], language: Language = 'en'): Record<string, string> {
  const wording = { language, version: '1.2.3', base: '../' }
  const writers = { github, gitlab, html, json, junit, markdown, sarif, text }
  const reports = Object.entries(writers).map(([name, write]) => [name, write(validations, wording)])
  return Object.fromEntries(reports)
}

/** A SARIF log without the rules, which are not part of any case. */
export function withoutRules(content: string): string {
  const log = JSON.parse(content, (key, value) => (key === 'rules' || key === 'ruleIndex' ? undefined : value))
  return `${JSON.stringify(log, null, 2)}\n`
}
