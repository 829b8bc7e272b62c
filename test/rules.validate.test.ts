import { describe, expect, test } from 'vitest'
import { type Finding, Report } from '../src/model.ts'
import { catalogue, validate } from '../src/validate.ts'
import { complete } from './partial.ts'

const blank = { value: null, text: '' }
const project = (id: string, name: string) => ({
  id,
  name: { text: name },
  form: {
    name: { text: name },
    indicators: [
      { horizon: 'annual', name: { text: '培训次数' }, target: blank },
      { horizon: 'annual', name: { text: '培训次数' }, target: blank },
    ],
  },
})
const input = {
  projects: [project('1.1', '业务培训经费'), project('1.2', '法律顾问费')],
  unread: [{ what: 'cell', text: '其他' }],
}
const disclosure = Report.parse(complete(input))
const { findings, outcomes } = validate(disclosure)
const fingerprints = (list: Finding[]) => list.map(({ fingerprint }) => fingerprint)

describe('findings', () => {
  test('come in the order of the document, then of its projects', () => {
    expect([...new Set(findings.map((finding) => finding.project))]).toEqual([undefined, '1.1', '1.2'])
  })

  test('have fingerprints of their own', () => {
    expect(new Set(fingerprints(findings)).size).toBe(findings.length)
  })

  test('keep their fingerprints when the places, the spaces and the ids change', () => {
    const moved = JSON.parse(JSON.stringify(disclosure).replaceAll('report.txt#line=', 'other.pdf#page=')) as Report
    const spaced = { ...moved, projects: moved.projects.map((one) => ({ ...one, id: `${one.id}0` })) }
    expect(fingerprints(validate(spaced).findings)).toEqual(fingerprints(findings))
  })

  test('always show where to look', () => {
    for (const { evidence } of findings) expect(evidence.every(({ source }) => source.length > 0)).toBe(true)
  })
})

describe('outcomes', () => {
  test('there is one for every rule and project', () => {
    const checks = catalogue.map((rule) => (rule.checkDocument ? 1 : 0) + (rule.checkProject ? 2 : 0))
    expect(outcomes.length).toBe(checks.reduce((sum, count) => sum + count, 0))
    expect(new Set(outcomes.map(({ rule, project }) => `${rule} ${project}`)).size).toBe(outcomes.length)
  })

  test('say what is missing when undetermined, and only then', () => {
    for (const { outcome, missing } of outcomes) expect(missing !== undefined).toBe(outcome === 'undetermined')
  })
})
