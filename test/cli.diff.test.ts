import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disclose as run } from './command.ts'

const [before, after] = ['before', 'after'].map((name) => resolve(`fixtures/differences/two-years/${name}.json`))
const report = (name: string) => resolve(`fixtures/yangquan-2021/${name}`)
const disclose = (...args: (string | undefined)[]) =>
  run(
    args.flatMap((arg) => arg ?? []),
    { cwd: folder },
  )
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-'))
  const reports = [before, after].map((path) => JSON.stringify(JSON.parse(readFileSync(path ?? '', 'utf8'))))
  writeFileSync(join(folder, 'both.ndjson'), `${reports.join('\n')}\n`)
  writeFileSync(join(folder, 'refused.ndjson'), `${reports[0]}\n${JSON.stringify(refusal)}\n`)
  writeFileSync(join(folder, 'none.json'), '[]')
  writeFileSync(join(folder, 'cut.json'), '[1')
})

afterAll(() => rmSync(folder, { recursive: true }))

const refusal = { file: 'scan.pdf', error: { zh: '文件已损坏。', en: 'the file is damaged.' } }

describe('diff', () => {
  test('writes text in the language of the user, without colour', () => {
    const { status, stdout, stderr } = disclose('diff', before, after, '--exit-code')
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain('  ~ Annual total: 290 万元 → 315.5 万元, up by 25.5 万元 (8.79%).\n')
    expect(stdout).not.toContain('\u001B')
    const chinese = disclose('diff', before, after, '--lang', 'zh').stdout
    expect(chinese).toContain('  ~ 年度预算资金总额：290 万元 → 315.5 万元，增加 25.5 万元（8.79%）。\n')
  })

  test('writes the same in every format, to standard output or to a file', () => {
    const { projects } = JSON.parse(disclose('diff', before, after, '-f', 'json', '-q').stdout).comparisons[0]
    const rows = projects.flatMap(({ differences = [{}] }) => differences).length
    const written = disclose('diff', before, after, '-f', 'csv', '-o', 'rows.csv')
    expect(written).toEqual({
      status: 0,
      stdout: '',
      stderr: 'disclose: changed 3, new 1, gone 1, unchanged 0; through the years: fails 0.\n',
    })
    const csv = readFileSync(join(folder, 'rows.csv'), 'utf8')
    expect(csv.trimEnd().split('\n').length).toBe(rows + 1)
    expect(disclose('diff', before, after, '-f', 'csv', '-q', '--excel').stdout).toBe(`\uFEFF${csv}`)
  })

  test('takes documents, and exits with 0 when nothing differs', () => {
    const { status, stdout } = disclose('diff', report('report.pdf'), report('restored.txt'), '--exit-code')
    expect(stdout).toContain('Nothing differs.')
    expect(status).toBe(0)
  })

  test('takes what batch wrote, a disclosure in several formats once, and names what it could not read', () => {
    mkdirSync(join(folder, 'in'))
    for (const name of ['report.docx', 'restored.txt']) cpSync(report(name), join(folder, 'in', name))
    writeFileSync(join(folder, 'in/broken.pdf'), '%PDF-1.4')
    expect(disclose('batch', 'in', '-o', 'out', '-q').status).toBe(2)
    const { status, stdout, stderr } = disclose('diff', 'out', report('restored.txt'), 'out/archive.duckdb')
    const sentence = 'in/broken.pdf: the file is a damaged PDF: its end is missing; get it again.\n'
    expect({ status, stderr }).toEqual({ status: 2, stderr: sentence.repeat(2) })
    expect(stdout.match(/Nothing differs\./gu)?.length).toBe(2)
  })

  test('takes several reports as one edition', () => {
    const { comparisons } = JSON.parse(disclose('diff', 'both.ndjson', after, '-f', 'json', '-q').stdout)
    expect(comparisons[0].before).toEqual({ name: 'both.ndjson', reports: 2, projects: 8, fiscalYears: [2020, 2021] })
  })

  test('says what could not be read, compares the rest, and exits with 2', () => {
    const { status, stdout, stderr } = disclose('diff', 'refused.ndjson', after)
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'scan.pdf: the file is damaged.\n' })
    expect(stdout).toContain('Changed 3')
  })

  test('of several documents names the one that could not be read, and compares the others', () => {
    mkdirSync(join(folder, 'some'))
    cpSync(before ?? '', join(folder, 'some/2020.json'))
    writeFileSync(join(folder, 'some/broken.pdf'), '%PDF-1.4')
    const { status, stdout, stderr } = disclose('diff', 'some/*', after)
    const sentence = 'some/broken.pdf: the file is a damaged PDF: its end is missing; get it again.\n'
    expect({ status, stderr }).toEqual({ status: 2, stderr: sentence })
    expect(stdout).toContain('Changed 3')
    expect(disclose('diff', 'some/*.p?f', after).stderr).toBe(
      `${sentence}some/*.p?f: there is no report in it to compare; write one with disclose parse, or end a run that was broken off with disclose batch --resume.\n`,
    )
  })

  test.each([
    [[before], 'disclose: the argument <after> is missing; write it after the command.\n'],
    [[before, after, '-f', 'xml'], 'disclose: there is no format xml; the formats are text, json, csv.\n'],
    [[before, after, '--excel'], 'disclose: --excel is for CSV only; add --format csv.\n'],
    [['-', '-'], 'disclose: standard input (-) can be one argument only; name files for the others.\n'],
    [['cut.json', before], 'cut.json: the JSON is cut off or has a mistake; write it again with disclose parse.\n'],
    [
      ['no.json', 'none.json', before],
      'no.json: there is no such file; check the path.\nnone.json: there is no report in it to compare; write one with disclose parse, or end a run that was broken off with disclose batch --resume.\n',
    ],
    [
      [before, 'none.json', '-o', 'none.json'],
      'disclose: none.json is an input and is not overwritten; give --output another name.\n',
    ],
  ])('%j is refused', (args, stderr) => {
    expect(disclose('diff', ...args)).toEqual({ status: 2, stdout: '', stderr })
  })
})
