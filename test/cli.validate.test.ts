import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { configurationIn } from '../src/configuration.ts'
import type { Finding } from '../src/model.ts'
import { type Ran, disclose as run } from './command.ts'

let folder: string
const at = (name: string) => join(folder, name)
const disclose = (...args: string[]): Ran => run(['validate', ...args], { cwd: folder })
const found = ({
  stdout,
}: Ran): { findings: Finding[]; suppressed?: object[]; outcomes: { rule: string; project?: string }[] } =>
  JSON.parse(stdout)[0]
const write = (name: string, content: unknown) =>
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content))

// Its sum and a period are wrong, the ordinal of its second project is odd, and no implementing entity is named there.
const document = `2021 年某市水务局专项资金信息公开

某市水务局 2021 年项目支出预算共计 24.9 万元，其中特定目标类项目 2 个计 24.9 万元。

1、特定目标类专项资金

（1）项目名称：河道整治

立项依据：《某市水务局关于河道整治的通知》（某水发〔2020〕14 号）

实施主体：某市水务局

实施周期：2021 年 10-3 月

本年度预算安排：2021 年市财政局文件批复该项目预算 15.7 万元。

（3）项目名称：水文监测

立项依据：《某市水务局关于水文监测的通知》（某水发〔2020〕15 号）

实施周期：2021 年 1-10 月

本年度预算安排：2021 年市财政局文件批复该项目预算 8 万元。
`

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-'))
  write('a.txt', document)
})

afterEach(() => rmSync(folder, { recursive: true }))

test('the document of these tests has findings of all severities', () => {
  const severities = found(disclose('a.txt', '-f', 'json')).findings.map(({ severity }) => severity)
  expect(new Set(severities)).toEqual(new Set(['error', 'warning', 'info']))
})

describe('-f', () => {
  test('writes several reports at once, one of them to standard output', () => {
    const { status, stdout, stderr } = disclose('a.txt', '-f', 'text', '-f', 'sarif=out.sarif', '-f', 'html=out.html')
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toBe(disclose('a.txt').stdout)
    expect(JSON.parse(readFileSync(at('out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
    expect(readFileSync(at('out.html'), 'utf8')).toMatch(/^<!doctype html>/u)
  })

  test('writes nothing to standard output when every report has a file', () => {
    expect(disclose('a.txt', '-f', 'junit=out.xml')).toMatchObject({ status: 1, stdout: '', stderr: '' })
  })

  test('-o names the file of the report that has none', () => {
    disclose('a.txt', '-f', 'gitlab', '-f', 'json=out.json', '-o', 'quality.json')
    expect(JSON.parse(readFileSync(at('quality.json'), 'utf8'))[0]).toHaveProperty('check_name')
  })

  test('links in a page lead from its folder to the document', () => {
    mkdirSync(at('out'))
    disclose('a.txt', '-f', 'html=out/report.html')
    expect(readFileSync(at('out/report.html'), 'utf8')).toContain('href="../a.txt#line=')
  })

  test.each([
    [['-f', 'text', '-f', 'json'], 'only one format can go to standard output'],
    [['-f', 'json=x', '-f', 'sarif=./x'], 'two formats would go to the same file'],
    [['-f', 'json=x', '-o', 'y'], 'every format names its file; leave out --output.'],
    [['-f', 'json='], 'there is no file after json=; write its name.'],
    [['-f', 'xml=x'], 'there is no format xml; the formats are text, json, sarif'],
    [['-f', 'json=a.txt'], 'a.txt is an input and is not overwritten'],
    [['--max-warnings', '-1'], '--max-warnings cannot be -1'],
  ])('%j is refused', (args, sentence) => {
    const { status, stdout, stderr } = disclose('a.txt', ...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(sentence)
  })

  test('an input that cannot be read is in every report', () => {
    const names = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html']
    const formats = names.flatMap((name) => ['-f', `${name}=out.${name}`])
    expect(disclose('a.txt', 'none.pdf', ...formats).status).toBe(2)
    for (const name of names) expect(readFileSync(at(`out.${name}`), 'utf8')).toContain('none.pdf')
  })
})

describe('disclose.config.json', () => {
  const configure = (configuration: unknown) => write('disclose.config.json', configuration)
  let before: ReturnType<typeof found>

  beforeEach(() => {
    before ??= found(disclose('a.txt', '-f', 'json'))
  })

  test('changes how severe findings are, and switches rules off', () => {
    configure({ rules: { 'period-order': 'info', 'total-equals-projects': 'off' } })
    const after = found(disclose('a.txt', '-f', 'json'))
    const severity = (rule: string, { findings }: typeof after) => findings.find((one) => one.rule === rule)?.severity
    expect([severity('period-order', before), severity('period-order', after)]).toEqual(['error', 'info'])
    expect(severity('total-equals-projects', before)).toBe('error')
    expect(after.outcomes.filter(({ rule }) => rule === 'total-equals-projects')).toEqual([])
  })

  test.each(['1.1', '河道整治'])('changes severities and switches rules off for project %s alone', (project) => {
    const of = (id: string, { outcomes, findings }: typeof before) => ({
      rules: outcomes.filter((outcome) => outcome.project === id).map(({ rule }) => rule),
      severities: findings.filter((one) => one.project === id).map(({ rule, severity }) => `${rule} ${severity}`),
    })
    configure({
      rules: { 'period-order': 'warning', 'basis-has-document': 'off' },
      projects: {
        [project]: { rules: { 'period-order': 'info', 'name-agrees': 'off', 'basis-has-document': 'error' } },
      },
    })
    const result = disclose('a.txt', '-f', 'json')
    const after = found(result)
    expect(result.stderr).toBe('')
    expect(of('1.1', before).severities).toContain('period-order error')
    expect(of('1.1', after).severities).toContain('period-order info')
    expect(of('1.1', after).rules).toEqual(of('1.1', before).rules.filter((rule) => rule !== 'name-agrees'))
    expect(of('1.2', after).rules).toEqual(of('1.2', before).rules.filter((rule) => rule !== 'basis-has-document'))
  })

  test('says which projects there are none of', () => {
    configure({ projects: { 1.1: { rules: {} }, 7.7: { rules: { 'period-order': 'off' } } } })
    expect(disclose('a.txt').stderr).toBe(
      'disclose.config.json: projects.7.7 is the id or name of no project; remove or correct it.\n',
    )
  })

  test('is found in a folder above, and its files are named from there', () => {
    mkdirSync(at('deep/er'), { recursive: true })
    cpSync(at('a.txt'), at('deep/er/b.txt'))
    const reason = '见情况说明'
    configure({ suppressions: [{ rule: 'period-order', file: 'deep/er/b.txt', reason }] })
    const inside = run(['validate', 'b.txt', '../../a.txt', '-f', 'json'], { cwd: at('deep/er') })
    const rules = JSON.parse(inside.stdout).map(({ findings }: { findings: Finding[] }) =>
      findings.map(({ rule }) => rule),
    )
    expect(rules[0]).not.toContain('period-order')
    expect(rules[1]).toContain('period-order')
  })

  test.each([
    ['a project by its id', { project: '1.1' }],
    ['a project by its name', { project: '河道整治' }],
    ['a rule', {}],
  ])('suppresses the findings of %s, and reports why', (_, place) => {
    configure({ suppressions: [{ rule: 'period-order', ...place, reason: '见情况说明' }] })
    const result = disclose('a.txt', '-f', 'json', '-f', 'text=out.txt')
    expect(result.stderr).toBe('')
    expect(found(result).findings.map(({ rule }) => rule)).not.toContain('period-order')
    const suppression = { by: 'configuration', reason: { zh: '见情况说明', en: '见情况说明' } }
    expect(found(result).suppressed).toMatchObject([{ rule: 'period-order', suppression }])
    expect(readFileSync(at('out.txt'), 'utf8')).toContain(', suppressed 1.\n')
  })

  test('suppresses one finding by its fingerprint', () => {
    const [first] = before.findings
    configure({ suppressions: [{ rule: first?.rule, fingerprint: first?.fingerprint, reason: 'x' }] })
    const { findings } = found(disclose('a.txt', '-f', 'json'))
    expect(findings.map(({ fingerprint }) => fingerprint)).not.toContain(first?.fingerprint)
  })

  test('says which suppressions found nothing, for documents that were there', () => {
    const rule = 'percent-range'
    configure({
      suppressions: [
        { rule, reason: 'x' },
        { rule, reason: 'y', file: 'other.txt' },
      ],
    })
    const { stderr } = disclose('a.txt')
    expect(stderr).toBe(
      'disclose.config.json: suppressions.0 (percent-range: x) suppresses nothing; remove or correct it.\n',
    )
    expect(disclose('a.txt', '--quiet').stderr).toBe('')
  })

  test('--config names another one', () => {
    configure({ nonsense: true })
    write('other.json', '\uFEFF{ "rules": { "period-order": "off" } }')
    const { findings } = found(disclose('a.txt', '-f', 'json', '--config', 'other.json'))
    expect(findings.map(({ rule }) => rule)).not.toContain('period-order')
    expect(disclose('a.txt', '--config', 'none.json')).toMatchObject({
      status: 2,
      stderr: 'disclose: none.json: there is no such file; check the path.\n',
    })
  })

  test.each([
    ['{ "rules": ', 'it is no valid JSON'],
    [[], 'the file must be a JSON object; correct it.'],
    [{ supressions: [] }, 'there is no key supressions; remove or correct it.'],
    [{ rules: { 'period-oder': 'off' } }, 'period-oder is not the name of a rule; disclose rules lists them.'],
    [{ rules: { 'period-order': 'fatal' } }, 'rules.period-order must be off, error, warning or info; correct it.'],
    [{ projects: [] }, 'projects must be an object with ids or names of projects as keys; correct it.'],
    [{ projects: { 1.1: 'off' } }, 'projects.1.1 must be an object; correct it.'],
    [{ projects: { 1.1: { rules: 'off' } } }, 'projects.1.1.rules must be an object with names of rules as keys'],
    [{ projects: { 1.1: { rules: { 'period-order': 'x' } } } }, 'projects.1.1.rules.period-order must be off, error,'],
    [{ projects: { 1.1: { rules: { 'period-oder': 'off' } } } }, 'period-oder is not the name of a rule'],
    [{ projects: { 1.1: { rules: { 'category-count': 'off' } } } }, 'category-count is about whole documents'],
    [{ projects: { 1.1: { rule: {}, rules: {} } } }, 'there is no key rule in projects.1.1; remove or correct it.'],
    [{ suppressions: [{ rule: 'period-order' }] }, 'suppressions.0.reason must be a text that gives the reason'],
    [{ suppressions: [{ rule: 'period-order', reason: ' ' }] }, 'suppressions.0.reason must be a text'],
    [{ suppressions: [{ rule: 'x', reason: 'x' }] }, 'suppressions.0.rule is not the name of a rule'],
    [{ suppressions: [{ rule: 'period-order', reason: 'x', line: 1 }] }, 'there is no key line in suppressions.0'],
    [{ suppressions: {} }, 'suppressions must be a list; correct it.'],
  ])('%j is refused with a sentence', (configuration, sentence) => {
    const text = typeof configuration === 'string' ? configuration : JSON.stringify(configuration)
    expect(() => configurationIn(text)).toThrow(sentence)
  })

  test.each([
    ['en', 'period-oder is not the name of a rule; disclose rules lists them.'],
    ['zh', 'period-oder 不是规则的名称；disclose rules 列出全部规则。'],
  ])('is refused in the language of the user: %s', (language, sentence) => {
    configure({ rules: { 'period-oder': 'off' } })
    const stderr = `disclose: disclose.config.json: ${sentence}\n`
    expect(disclose('a.txt', '--lang', language)).toEqual({ status: 2, stdout: '', stderr })
  })

  test('its schema accepts what the command accepts', () => {
    const isConfiguration = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync('schemas/configuration.schema.json', 'utf8')),
    )
    expect(isConfiguration({ $schema: 'x', rules: { 'period-order': 'off' }, suppressions: [] })).toBe(true)
    expect(isConfiguration({ suppressions: [{ rule: 'period-order', reason: 'x' }] })).toBe(true)
    expect(isConfiguration({ suppressions: [{ rule: 'period-order' }] })).toBe(false)
    expect(isConfiguration({ rules: { nonsense: 'off' } })).toBe(false)
    expect(isConfiguration({ projects: { 1.1: { rules: { 'period-order': 'info' } } } })).toBe(true)
    expect(isConfiguration({ projects: { 1.1: { rules: { 'category-count': 'info' } } } })).toBe(false)
    expect(isConfiguration({ nonsense: true })).toBe(false)
  })
})

describe('--baseline', () => {
  test('is written first, then only new findings count', () => {
    const first = disclose('a.txt', '--baseline', 'baseline.json')
    expect(first).toMatchObject({ status: 0 })
    expect(first.stderr).toMatch(/^baseline\.json: today's findings \(\d+\) were written to it as the baseline/u)
    const second = disclose('a.txt', '--baseline', 'baseline.json')
    expect(second).toEqual({ status: 0, stdout: first.stdout, stderr: '' })

    write('a.txt', document.replace('10-3 月', '9-3 月'))
    const third = disclose('a.txt', '--baseline', 'baseline.json', '-f', 'json')
    expect(third.status).toBe(1)
    expect(found(third).findings.map(({ rule }) => rule)).toEqual(['period-order'])
    expect(third.stderr).toMatch(/^baseline\.json: \d of its findings are gone/u)
  })

  test('follows a document to another name, and keeps two documents apart', () => {
    disclose('a.txt', '--baseline', 'baseline.json')
    cpSync(at('a.txt'), at('b.txt'))
    expect(disclose('b.txt', '--baseline', 'baseline.json').status).toBe(0)
    const both = JSON.parse(disclose('b.txt', 'a.txt', '--baseline', 'baseline.json', '-f', 'json').stdout)
    expect(both.map(({ findings }: { findings: Finding[] }) => findings.length > 0)).toEqual([true, false])
  })

  test('a file that is none is refused, and not overwritten', () => {
    write('baseline.json', '{ "mine": true }')
    expect(disclose('a.txt', '--baseline', 'baseline.json')).toMatchObject({
      status: 2,
      stderr: 'disclose: baseline.json: it is no baseline that disclose wrote; delete it and run the command again.\n',
    })
    expect(readFileSync(at('baseline.json'), 'utf8')).toBe('{ "mine": true }')
    expect(disclose('a.txt', '--baseline', 'a.txt').status).toBe(2)
    expect(existsSync(at('a.txt'))).toBe(true)
  })
})

describe('the exit status', () => {
  test.each([
    [['--fail-on', 'never'], 0],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'never', '--max-warnings', '0'], 1],
    [['--fail-on', 'never', '--max-warnings', '1000'], 0],
  ])('of %j is %i', (args, status) => {
    expect(disclose('a.txt', ...args).status).toBe(status)
  })
})
