import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue, namesOf, type Validated } from '../src/validate.ts'
import { text } from '../src/writers/validation/text.ts'
import { judgementOn } from './judgement.ts'

// fixtures/rules/<rule>/<case>/input.json: the part of a report that matters to the case, completed by
// test/partial.ts; for a rule across the years, the parts of several reports.
describe.each(catalogue.map(({ name }) => name))('%s', (rule) => {
  const folder = `fixtures/rules/${rule}`
  const cases = existsSync(folder) ? readdirSync(folder).sort() : []
  const validations = cases.map((name) => judge(rule, `${folder}/${name}/input.json`))

  for (const [index, validation] of validations.entries()) {
    test(`${cases[index]}`, async () => {
      await expect(print(validation)).toMatchFileSnapshot(`../${folder}/${cases[index]}/output.txt`)
    })
  }

  test('has a case that fails and a case that stays silent', () => {
    const counts = validations.map(({ findings }) => findings.length)
    expect(counts.some((count) => count > 0)).toBe(true)
    expect(counts.some((count) => count === 0)).toBe(true)
  })
})

function judge(rule: string, path: string): Validated {
  const { findings, outcomes, reports } = judgementOn(JSON.parse(readFileSync(path, 'utf8')))
  const [{ file, sha256, projects } = { file: '', sha256: '', projects: [] }] = reports
  return {
    file,
    sha256,
    names: namesOf(projects),
    findings: findings.filter((finding) => finding.rule === rule),
    outcomes: outcomes.filter((outcome) => outcome.rule === rule && outcome.outcome !== 'not-applicable'),
  }
}

function print(validation: Validated): string {
  const { findings, outcomes } = validation
  const said = outcomes.map(({ project, outcome, missing }) =>
    [project ?? 'document', outcome, missing?.en, missing?.zh].filter((part) => part !== undefined).join('  '),
  )
  const language = ['en', 'zh'] as const
  const reports = findings.length > 0 ? language.map((name) => text([validation], { language: name })) : []
  return [...reports, ...(said.length > 0 ? said : ['not-applicable']), ''].join('\n')
}
