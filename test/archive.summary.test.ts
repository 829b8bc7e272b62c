import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collect } from '../src/archive/summary/collect.ts'
import { page } from '../src/archive/summary/page.ts'
import type { Summary } from '../src/archive/summary/summary.ts'
import { archiveOf } from './archive.exports.archive.ts'
import { disclose } from './command.ts'

// Two streets have projects of the same names and budgets, and their documents do not print whose they are; one of them
// is there twice, and has lost a row of its table; a bureau states its budget, and once more in its self-evaluation.
let folder: string
let summary: Summary
let listed: Record<string, unknown>[]

const civil = readFileSync('fixtures/archive/清河市民政局-2021.txt', 'utf8')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-summary-'))
  const evaluation = civil.replace('专项资金信息公开', '项目支出绩效自评')
  const documents = [
    made('a.txt', formsOf('甲街道办事处')),
    made('a-again.txt', formsOf('甲街道办事处').replace(/^.*补贴发放时间.*\n/mu, '')),
    made('b.txt', formsOf('乙街道办事处')),
    made('c.txt', formsOf('')),
    made('d.txt', `\n${formsOf('')}\n`),
    made('budget.txt', civil),
    made('evaluation.txt', evaluation),
  ]
  const { archive } = await archiveOf(folder, documents, [])
  summary = await collect(archive.all)
  listed = await archive.all('SELECT * FROM editions')
  await archive.close()
})

afterAll(() => rmSync(folder, { recursive: true }))

test('one disclosure in two files is counted once, and two of different units, or of nobody knows whom, twice', () => {
  expect(summary.editions).toEqual([{ file: join(folder, 'a-again.txt'), first: join(folder, 'a.txt') }])
  expect(listed).toEqual(summary.editions)
  const unknown = summary.money.find(({ body }) => body === undefined)
  expect(unknown).toMatchObject({ kind: 'special-fund-disclosure', documents: 4, projects: 8, annual: 4 * 780_000 })
})

test('what a budget and a self-evaluation state is not added up', () => {
  const money = summary.money.filter(({ body }) => body === '清河市民政局')
  expect(money.map(({ kind, annual }) => [kind, annual])).toEqual([
    ['self-evaluation', 780_000],
    ['special-fund-disclosure', 780_000],
  ])
})

test('the name of a file turns nothing round in the page', () => {
  const named = { ...summary, look: [{ file: 'a\u202Efdp.txt', why: [] }] }
  const html = page(named, { language: 'en', linkTo: (file) => file })
  expect(html).toContain('>a\uFFFDfdp.txt</a>')
})

test('diff takes two documents of different units for two, and the same one for one', () => {
  const { stdout } = disclose(['diff', 'a*.txt', '*.txt', '-f', 'json', '-q'], { cwd: folder })
  const [{ before, after }] = JSON.parse(stdout).comparisons
  expect([before.reports, after.reports]).toEqual([1, 6])
})

function made(name: string, contents: string): string {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}

function formsOf(unit: string): string {
  const [, , , ...forms] = civil.split('\n')
  return forms.join('\n').replaceAll('清河市民政局', unit)
}
