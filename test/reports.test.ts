import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, test } from 'vitest'
import { extract } from '../src/extract.ts'
import { namesOf, type Validated, type Validation, validate } from '../src/validate.ts'
import { columns, excerpt } from '../src/writers/validation/columns.ts'
import { contextOf } from '../src/writers/validation/context.ts'
import { fileUri } from '../src/writers/validation/escapes.ts'
import { placeOf } from '../src/writers/validation/place.ts'
import { validatedOf } from '../src/writers/validation/words.ts'
import { reportsOn, validationsIn } from './reports.ts'

// Every report is read back with the schema of its format, or with a program that has not written it.

const folder = 'fixtures/writers/validation'
const cases: Record<string, Validation[]> = Object.fromEntries(
  readdirSync(folder).map((name) => [name, validationsIn(readFileSync(`${folder}/${name}/input.json`, 'utf8'))]),
)
for (const file of ['report.pdf', 'report.docx', 'restored.txt']) cases[file] = [await validated(file)]

async function validated(file: string): Promise<Validated> {
  const disclosure = await extract(new Uint8Array(readFileSync(`fixtures/yangquan-2021/${file}`)), file)
  const { sha256, projects } = disclosure
  return { file, sha256, names: namesOf(projects), disclosure, ...validate(disclosure) }
}

describe.each(Object.entries(cases))('%s', (_, validations) => {
  const read = validatedOf(validations)
  const findings = read.flatMap(({ findings }) => findings)
  const suppressed = read.flatMap(({ suppressed = [] }) => suppressed)
  let reports: Record<string, string>

  beforeAll(() => {
    reports = reportsOn(validations)
  })

  test('sarif is valid by the schema of SARIF 2.1.0', () => {
    isLog(JSON.parse(reports.sarif ?? ''))
    expect(isLog.errors ?? []).toEqual([])
  })

  test('sarif has what code scanning asks for', () => {
    const [{ tool, results }] = JSON.parse(reports.sarif ?? '').runs
    expect(results.length).toBe(findings.length + suppressed.length)
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of results) {
      const rule = tool.driver.rules[ruleIndex]
      expect(rule.id).toBe(ruleId)
      for (const text of [rule.shortDescription.text, rule.fullDescription.text, rule.help.text, message.text]) {
        expect(text).not.toBe('')
      }
      expect(['error', 'warning', 'note']).toContain(level)
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0)
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w.~!$&'()*+,;=:@%/-]+$/u)
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}$/u)
    }
  })

  test('junit is well-formed, and its counts are those of its tests', () => {
    const root = xml(reports.junit ?? '')
    expect(elements(root, 'testsuite').length).toBe(validations.length)
    for (const suite of [root, ...elements(root, 'testsuite')]) {
      const counted = ['testcase', 'failure', 'error'].map((name) => elements(suite, name).length)
      expect(['tests', 'failures', 'errors'].map((name) => Number(suite.getAttribute(name)))).toEqual(counted)
    }
    const rules = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule))
    expect(new Set(elements(root, 'failure').map(({ parentNode }) => parentNode.getAttribute('name')))).toEqual(rules)
  })

  test('junit has only elements and attributes of the format', () => {
    const walk = (element: Element): void => {
      const { children = [], attributes } = format[element.tagName] ?? { attributes: [] }
      expect([...attributes, 'name', 'time']).toEqual(
        expect.arrayContaining(Array.from(element.attributes, ({ name }) => name)),
      )
      for (const child of Array.from(element.childNodes).filter(isElement)) {
        expect(children).toContain(child.tagName)
        walk(child)
      }
    }
    walk(xml(reports.junit ?? ''))
  })

  test('github has one command for every finding, which a runner reads as it was meant', () => {
    const commands = (reports.github ?? '').trimEnd().split('\n').filter(Boolean).map(command)
    const refused = validations.flatMap((validation) => ('error' in validation ? [validation.error.en] : []))
    expect(commands.length).toBe(findings.length + refused.length)
    for (const { name, properties, message } of commands) {
      expect(['error', 'warning', 'notice']).toContain(name)
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(['file']))
      expect(message).not.toBe('')
    }
    const files = commands.map(({ properties }) => properties.file)
    expect(new Set(files)).toEqual(new Set(read.flatMap(filesOf).concat(validations.flatMap(refusedFile))))
  })

  test('gitlab has what Code Quality asks for, and no fingerprint twice', () => {
    const issues = JSON.parse(reports.gitlab ?? '')
    isCodeQuality(issues)
    expect(isCodeQuality.errors ?? []).toEqual([])
    const fingerprints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)
    expect(new Set(fingerprints).size).toBe(fingerprints.length)
  })

  test('markdown has no markup but its own', () => {
    const own = /<\/?details(?: open)?>|<\/?summary>|<!-- -->/gu
    const text = (reports.markdown ?? '').replace(own, '').replace(/`[\w-]+`/gu, '')
    expect(text.match(/(?<!\\)[<>[\]`|]/gu)?.filter((character) => character !== '|') ?? []).toEqual([])
    const rows = text.split('\n').filter((line) => line.startsWith('|'))
    for (const row of rows) expect(row.match(/(?<!\\)\|/gu)?.length).toBe(7)
  })

  test('html is well-formed, and loads and runs nothing', () => {
    const page = (reports.html ?? '').replace('<!doctype html>', '').replace(/<meta [^>]*>/gu, '')
    const root = xml(page)
    const attributes = elements(root, '*').flatMap((element) => Array.from(element.attributes))
    expect(attributes.filter(({ name }) => name === 'src' || name.startsWith('on'))).toEqual([])
    const links = attributes.filter(({ name }) => name === 'href').map(({ value }) => value)
    expect(links.filter((link) => !/^(?:#|\.\.\/|file:\/\/)/u.test(link))).toEqual([])
    const ids = new Set(attributes.filter(({ name }) => name === 'id').map(({ value }) => `#${value}`))
    expect(links.filter((link) => link.startsWith('#') && !ids.has(link))).toEqual([])
    expect(elements(root, 'script').length).toBe(0)
    expect(reports.html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`)
  })

  test('text and annotations hold nothing that moves the cursor', () => {
    for (const name of ['text', 'github'] as const) {
      expect(reports[name]?.match(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu) ?? []).toEqual([])
    }
  })
})

const browser = '/usr/bin/chromium'

test.skipIf(!existsSync(browser))('a browser shows the page', () => {
  const home = mkdtempSync(join(tmpdir(), 'disclose-'))
  for (const name of ['hostile-text', 'report.pdf']) {
    const { html = '' } = reportsOn(cases[name] ?? [], 'zh')
    writeFileSync(join(home, 'report.html'), html)
    const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${home}/profile`, '--dump-dom']
    const page = execFileSync(browser, [...options, `file://${home}/report.html`], { encoding: 'utf8', stdio: 'pipe' })
    expect(page.match(/<article/gu)?.length).toBe(validatedOf(cases[name] ?? []).flatMap((one) => one.findings).length)
    expect(page).not.toContain('<script')
    expect(page).toContain('<h1>校验报告</h1>')
  }
  rmSync(home, { recursive: true, force: true })
})

describe('a file', () => {
  test.each([
    ['report.pdf', 'report.pdf'],
    ['./a b/报告.pdf', 'a%20b/%E6%8A%A5%E5%91%8A.pdf'],
    ['50%#?.pdf', '50%25%23%3F.pdf'],
    ['a:b.pdf', 'a%3Ab.pdf'],
    ['/tmp/x.pdf', 'file:///tmp/x.pdf'],
    ['C:/x y.pdf', 'file:///C:/x%20y.pdf'],
    ['//server/share/x.pdf', 'file://server/share/x.pdf'],
    ['../x.pdf', '../x.pdf'],
    ['-', '-'],
    ['\uD800.pdf', '%EF%BF%BD.pdf'],
  ])('%s is the URI %s', (file, uri) => {
    expect(fileUri(file)).toBe(uri)
  })
})

describe('a place', () => {
  test.each([
    ['a.pdf#page=3&viewrect=1,2.5,3,4', { page: 3, viewrect: [1, 2.5, 3, 4] }],
    ['a.txt#line=3,5', { line: 3, lastLine: 5 }],
    ['a.docx#table=2&cell=3,4', { table: 2, row: 3, column: 4 }],
    ['a.docx#paragraph=7', { paragraph: 7 }],
    ['a.pdf#page=0&viewrect=1,x,3,4', {}],
    ['a.txt#line=1.5', {}],
    ['a.pdf', {}],
  ])('%s', (location, place) => {
    expect(placeOf(location)).toEqual(place)
  })
})

describe('columns', () => {
  test.each([
    ['abc', 3],
    ['万元', 4],
    ['（empty）', 9],
    ['é', 1],
    ['ｱ', 1],
    ['ア', 2],
    ['😀', 2],
  ])('%s takes %i', (text, width) => {
    expect(columns(text)).toBe(width)
  })

  test('an excerpt keeps the figure and fits', () => {
    for (const room of [11, 20, 41]) {
      const { before, figure, after } = excerpt(`${'前'.repeat(5000)}24.9 万元${'後'.repeat(5000)}`, 5000, 5007, room)
      expect(figure).toBe('24.9 万元')
      expect(columns(before + figure + after)).toBeLessThanOrEqual(room)
      expect([before[0], after.at(-1)]).toEqual(['…', '…'])
    }
  })

  test('a figure that does not fit is cut itself', () => {
    expect(excerpt('一二三四五六七八', 0, 8, 9)).toEqual({ before: '', figure: '一二三四…', after: '' })
  })
})

describe('the figure that is meant', () => {
  const figure = (text: string, message: string, formula = '') => {
    const evidence = { text, source: ['a.txt#line=1'] }
    const finding = { ...blank, message: { zh: message, en: '' }, formula, evidence: [evidence] }
    const { row, start, end } = contextOf(evidence, finding, [])
    return row.slice(start, end)
  }
  const blank = { rule: 'x', severity: 'error', fingerprint: '' } as const

  test.each([
    ['2021 年批复该项目预算 6 万元，共 12 个月。', '', '6 + 4.5 = 10.5 万元', '6'],
    ['资金总额为 154,369,326 元，其中财政拨款。', '', '154369326 ≠ 154369329 元', '154,369,326'],
    ['第二部分上海市普陀区XX局2024年度部门决算表', '此处留有模板占位内容“XX”。', '', 'XX'],
    ['按某发[2019]26号和某发[2015]80号文件执行，并', '某发[2015]80号：年份应使用〔〕。', '', '某发[2015]80号'],
    [
      '没有任何可以标出的内容，因此整句都是所指的',
      '另一句话。',
      '1 + 1 = 2',
      '没有任何可以标出的内容，因此整句都是所指的',
    ],
    ['9.5 万元', '', '9.5 ≠ 10', '9.5 万元'],
  ])('of %s', (text, message, formula, expected) => {
    expect(figure(text, message, formula)).toBe(expected)
  })
})

// The schema is of draft 4, which differs from draft 7 in nothing that it uses; one pattern in it is no Unicode pattern.
const { $schema: _, id: __, ...log } = schema as Record<string, unknown>
const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
const isLog = ajv.compile(log)

// Of the format of Code Climate, what GitLab documents as required.
const isCodeQuality = ajv.compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
})

// What the schema of Jenkins allows, as far as it is used.
const format: Record<string, { children?: string[]; attributes: string[] }> = {
  testsuites: { children: ['testsuite'], attributes: ['tests', 'failures', 'errors', 'disabled'] },
  testsuite: { children: ['testcase'], attributes: ['tests', 'failures', 'errors', 'skipped', 'timestamp'] },
  testcase: { children: ['failure', 'error', 'skipped', 'system-out'], attributes: ['classname', 'status'] },
  failure: { attributes: ['message', 'type'] },
  error: { attributes: ['message', 'type'] },
  skipped: { attributes: ['message', 'type'] },
  'system-out': { attributes: [] },
}

// The types of the parser would bring all types of a browser with them.
interface Element {
  nodeType: number
  tagName: string
  parentNode: Element
  childNodes: ArrayLike<Element>
  attributes: ArrayLike<{ name: string; value: string }>
  getAttribute(name: string): string
  getElementsByTagName(name: string): ArrayLike<Element>
}

interface Parser {
  parseFromString(content: string, type: string): { documentElement: Element }
}

const require = createRequire(import.meta.url)
const { DOMParser }: { DOMParser: new (options: object) => Parser } = require('@xmldom/xmldom')

function xml(content: string): Element {
  const refuse = (message: string) => {
    throw new Error(message)
  }
  const parser = new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } })
  return parser.parseFromString(content, 'text/xml').documentElement
}

function elements(root: Element, name: string): Element[] {
  return Array.from(root.getElementsByTagName(name))
}

function isElement({ nodeType }: Element): boolean {
  return nodeType === 1
}

function filesOf({ file, findings }: Validated): string[] {
  return findings.length > 0 ? [file.replace('./', '')] : []
}

function refusedFile(validation: Validation): string[] {
  return 'error' in validation ? [validation.file] : []
}

// As the runner of GitHub reads a line: the command, its properties, its data.
function command(line: string): { name: string; properties: Record<string, string>; message: string } {
  const [, name = '', list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/u.exec(line) ?? []
  const pairs = list.split(',').map((pair) => {
    const [key = '', ...value] = pair.split('=')
    return [key, unescaped(value.join('='))]
  })
  return { name, properties: Object.fromEntries(pairs), message: unescaped(data) }
}

function unescaped(text: string): string {
  const codes: Record<string, string> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }
  return text.replace(/%(?:0D|0A|3A|2C|25)/gu, (code) => codes[code] ?? code)
}
