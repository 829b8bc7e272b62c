import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ran, disclose as run, type Setting } from './command.ts'
import { madePdf } from './made.ts'

let folder: string
const disclose = (args: string[], setting: Setting = {}): Ran => run(args, { cwd: folder, ...setting })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-'))
  cpSync('fixtures/archive/清河市文化局-2022.txt', join(folder, 'report.txt'))
  cpSync('fixtures/readers/pdf/over-page-end/input.pdf', join(folder, 'report.pdf'))
  cpSync('fixtures/forms/wide-sheet/two-projects/input.docx', join(folder, 'report.docx'))
  writeFileSync(join(folder, 'letter.txt'), '关于放假的通知\n\n各单位：\n请做好值班工作。\n')
  writeFileSync(join(folder, 'empty.pdf'), '')
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('usage', () => {
  test('--version prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(disclose(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  })

  test('--help names every command and every format', () => {
    const { status, stdout } = disclose(['--help'])
    expect(status).toBe(0)
    for (const command of ['parse', 'validate', 'diff', 'layout', 'rules', 'explain', 'schema']) {
      expect(stdout).toContain(`\n  ${command} `)
    }
    expect(disclose(['parse', '--help']).stdout).toContain('json, ndjson or csv')
  })

  test.each([
    [['prase', 'report.pdf'], 'there is no command prase; to read a document, use disclose parse <file>.'],
    [['parse'], 'the argument <input> is missing; write it after the command.'],
    [['parse', '--colour', 'report.txt'], 'there is no option --colour; disclose --help lists commands and options.'],
    [['parse', 'report.txt', '--format', 'xml'], 'nothing can be written as xml; the formats are csv, json, ndjson.'],
    [
      ['validate', 'report.txt', '--format', 'xml'],
      'there is no format xml; the formats are text, json, sarif, junit, github, gitlab, markdown, html.',
    ],
    [['parse', 'report.txt', '--lang', 'fr'], 'the option --lang <language> cannot be fr; it can be zh, en.'],
    [
      ['parse', 'report.txt', '-f', 'csv'],
      'CSV is several tables; name a folder with --output, or one table with --table.',
    ],
    [['parse', 'report.txt', '--table', 'projects'], '--table and --excel are for CSV only; add --format csv.'],
    [
      ['parse', 'report.txt', '-f', 'csv', '--table', 'project'],
      'there is no table project; the tables are documents, projects, indicators, funding, references, findings, unread.',
    ],
    [['explain', 'no-such-rule'], /^there is no rule no-such-rule/u],
  ])('%j is refused with a sentence and exit status 2', (args, sentence) => {
    const { status, stdout, stderr } = disclose(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.replace('disclose: ', '').trimEnd()).toMatch(sentence)
  })

  test('without a command it shows its help on standard error', () => {
    const { status, stdout, stderr } = disclose([])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('Usage: disclose')
  })

  test.each([
    [{}, 'there is no such file'],
    [{ LANG: 'zh_CN.UTF-8' }, '没有这个文件'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'there is no such file'],
    [{ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, '没有这个文件'],
  ])('the locale %j gives the language of messages', (env: Record<string, string>, sentence) => {
    expect(disclose(['parse', 'none.pdf'], { env }).stderr).toContain(sentence)
  })

  test('--lang is stronger than the locale, before or after the command', () => {
    const env = { LC_ALL: 'zh_CN.UTF-8' }
    expect(disclose(['--lang', 'en', 'parse', 'none.pdf'], { env }).stderr).toContain('there is no such file')
    expect(disclose(['parse', 'none.pdf', '--lang', 'zh']).stderr).toContain('没有这个文件')
  })
})

describe('parse', () => {
  test('writes one object for one input and a one-line summary to standard error', () => {
    const { status, stdout, stderr } = disclose(['parse', 'report.txt'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, file: 'report.txt', format: 'text' })
    expect(stderr).toMatch(/^report\.txt: 4 projects, \d+ indicators; \d+ errors?, \d+ warnings?, \d+ info\.\n$/u)
    expect(disclose(['parse', 'report.txt', '--quiet'])).toEqual({ status: 0, stdout, stderr: '' })
  })

  test('reads standard input, and gives the same for the same input', () => {
    const input = readFileSync(join(folder, 'report.txt'))
    const [first, second] = [disclose(['parse', '-'], { input }), disclose(['parse', '-'], { input })]
    expect(JSON.parse(first.stdout).file).toBe('-')
    expect(first).toEqual(second)
  })

  test('writes an array for several inputs, without the bad one, and says why that is bad', () => {
    const { status, stdout, stderr } = disclose(['parse', 'report.txt', 'none.pdf', 'letter.txt'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout).map(({ file }: { file: string }) => file)).toEqual(['report.txt', 'letter.txt'])
    expect(stderr).toContain('none.pdf: there is no such file; check the path.\n')
  })

  test('writes nothing when its only input is bad', () => {
    expect(disclose(['parse', 'none.pdf'])).toMatchObject({ status: 2, stdout: '' })
  })

  test('ndjson has a line for every input, also for a bad one', () => {
    const { status, stdout } = disclose(['parse', '-f', 'ndjson', 'none.pdf', 'letter.txt'])
    const [bad, good] = stdout.trimEnd().split('\n')
    expect(status).toBe(2)
    expect(JSON.parse(bad ?? '')).toEqual({
      file: 'none.pdf',
      error: { zh: '没有这个文件；请检查路径。', en: 'there is no such file; check the path.' },
    })
    expect(JSON.parse(good ?? '')).toMatchObject({ file: 'letter.txt' })
  })

  test('takes a glob, and says when nothing matches', () => {
    const { stdout } = disclose(['parse', '-f', 'ndjson', '*.txt'])
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).file),
    ).toEqual(['letter.txt', 'report.txt'])
    expect(disclose(['parse', '*.ofd'])).toMatchObject({
      status: 2,
      stderr: '*.ofd: no file matches; check the path.\n',
    })
  })

  test('csv writes all tables into a folder, or one to standard output', () => {
    expect(disclose(['parse', 'report.txt', '-f', 'csv', '-o', 'out/tables'])).toMatchObject({ status: 0, stdout: '' })
    const tables = ['documents', 'findings', 'funding', 'indicators', 'projects', 'references', 'unread']
    expect(readdirSync(join(folder, 'out/tables'))).toEqual(tables.map((name) => `${name}.csv`))
    const { stdout } = disclose(['parse', 'report.txt', '-f', 'csv', '--table', 'funding'])
    expect(stdout).toBe(readFileSync(join(folder, 'out/tables/funding.csv'), 'utf8'))
    expect(stdout.split('\n')[0]).toBe('file,project_id,of,label,part_of,source_kind,amount_yuan,source')
  })

  test('--excel marks the encoding and runs no formula', () => {
    writeFileSync(join(folder, 'formula.txt'), '=1+1\n')
    const table = ['parse', 'formula.txt', '-f', 'csv', '--table', 'unread']
    expect(disclose(table).stdout).toContain(',=1+1,')
    const { stdout } = disclose([...table, '--excel'])
    expect(stdout.startsWith('\uFEFF')).toBe(true)
    expect(stdout).toContain(",'=1+1,")
  })

  test('-o writes a file, and says when it cannot', () => {
    expect(disclose(['parse', 'letter.txt', '-o', 'letter.json'])).toMatchObject({ status: 0, stdout: '' })
    expect(JSON.parse(readFileSync(join(folder, 'letter.json'), 'utf8'))).toMatchObject({ projects: [] })
    expect(disclose(['parse', 'letter.txt', '-o', 'no/letter.json'])).toMatchObject({
      status: 2,
      stderr:
        'disclose: no/letter.json cannot be written: its folder does not exist; choose another path with --output.\n',
    })
    expect(disclose(['parse', 'letter.txt', '-o', './letter.txt'])).toMatchObject({ status: 2 })
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toContain('关于放假的通知')
  })

  test('a document without a form is no error', () => {
    const { status, stdout, stderr } = disclose(['parse', 'letter.txt'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).projects).toEqual([])
    expect(stderr).toContain('letter.txt: no known form was found; all text is listed under unread.\n')
  })

  test('is quiet when the reader of its output goes away', () => {
    const script = `"${process.execPath}" "${join(process.cwd(), 'bin/disclose.js')}" parse long.txt -q | head -c 1`
    cpSync('fixtures/yangquan-2021/restored.txt', join(folder, 'long.txt'))
    expect(execFileSync('bash', ['-o', 'pipefail', '-c', `${script} 2>&1`], { cwd: folder, encoding: 'utf8' })).toBe(
      '{',
    )
  })
})

describe('validate', () => {
  test('says the same of a document and of its JSON', () => {
    disclose(['parse', 'report.docx', 'report.txt', '-o', 'saved.json'])
    disclose(['parse', 'report.docx', 'report.txt', '-f', 'ndjson', '-o', 'saved.ndjson'])
    const direct = disclose(['validate', '-f', 'json', 'report.docx', 'report.txt'])
    expect(disclose(['validate', '-f', 'json', 'saved.json'])).toEqual(direct)
    expect(disclose(['validate', '-f', 'json', 'saved.ndjson'])).toEqual(direct)
    const [first] = JSON.parse(direct.stdout)
    expect(Object.keys(first)).toEqual(['file', 'sha256', 'findings', 'outcomes'])
  })

  test.each([
    ['cut.json', '{ "version": 1, "file": "a.pdf", ', /^cut\.json: the JSON is cut off/u],
    [
      'other.json',
      '{ "projects": [] }',
      /^other\.json: it is JSON, but no report that disclose parse wrote \(version:/u,
    ],
  ])('refuses %s', (name, content, sentence) => {
    writeFileSync(join(folder, name), content)
    const { status, stderr } = disclose(['validate', name])
    expect(status).toBe(2)
    expect(stderr).toMatch(sentence)
  })

  test('writes colour only when asked for', () => {
    const colours = (env: Record<string, string>, ...args: string[]) =>
      disclose(['validate', 'report.txt', '--fail-on', 'never', ...args], { env }).stdout.includes('\u001B[')
    expect(colours({})).toBe(false)
    expect(colours({ FORCE_COLOR: '1' })).toBe(true)
    expect(colours({ FORCE_COLOR: '1' }, '--no-color')).toBe(false)
  })
})

describe('the others', () => {
  test('schema writes the published schema', () => {
    expect(disclose(['schema']).stdout).toBe(readFileSync('schemas/report.schema.json', 'utf8'))
  })

  test('rules lists one rule a line, and explain explains each', () => {
    const listed = JSON.parse(disclose(['rules', '-f', 'json']).stdout)
    const { stdout } = disclose(['rules'])
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(listed.map((rule: { name: string }) => rule.name))
    expect(disclose(['explain', listed[0].name])).toMatchObject({ status: 0, stderr: '' })
  })

  test('layout shows cells with their places', () => {
    const { status, stdout } = disclose(['layout', 'report.docx'])
    expect(status).toBe(0)
    expect(stdout).toContain('table=1&cell=1,1')
    const { tables, paragraphs } = JSON.parse(disclose(['layout', 'report.pdf', '-f', 'json']).stdout)
    expect(Object.keys(tables[0].cells[0])).toEqual(['row', 'column', 'rowSpan', 'colSpan', 'text', 'source'])
    expect(Object.keys(paragraphs[0])).toEqual(['text', 'source'])
  })
})

describe('bad input', () => {
  const appendix = Array.from({ length: 200 }, (_, page) => `附录 第 ${page + 1} 页\n本页没有任何表格。`)

  beforeAll(() => {
    const files: Record<string, Uint8Array> = {
      'truncated.pdf': readFileSync('fixtures/yangquan-2021/report.pdf').subarray(0, 100_000),
      'truncated.docx': readFileSync('fixtures/yangquan-2021/report.docx').subarray(0, 30_000),
      'locked.pdf': madePdf(['保密文件'], { user: 'secret', owner: 'owner' }),
      'restricted.pdf': madePdf(['公开文件'], { user: '', owner: 'owner' }),
      'scan.pdf': madePdf(['', '']),
      'photo.pdf': new Uint8Array(Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')),
      'appendix.pdf': madePdf(appendix),
      'archive.zip': new Uint8Array(Buffer.from('504b0506000000000000000000000000000000000000', 'hex')),
      'noise.pdf': Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    }
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    mkdirSync(join(folder, 'folder'))
  })

  const bad = [
    ['empty.pdf', 'the file is empty'],
    ['truncated.pdf', ''],
    ['truncated.docx', ''],
    ['locked.pdf', 'is encrypted; give its password with --password.'],
    ['photo.pdf', 'picture'],
    ['archive.zip', 'ZIP'],
    ['noise.pdf', ''],
    ['folder', 'it is a folder; read it with disclose batch, or name the files in it, for example folder/*.pdf.'],
    ['none.pdf', 'there is no such file; check the path.'],
  ] as const

  test.each([
    ['en', '.'],
    ['zh', '。'],
  ])('gets one sentence for each and exit status 2, and the other input goes on: %s', (language, stop) => {
    const names = bad.map(([name]) => name)
    const { status, stdout, stderr } = disclose(['parse', '--quiet', '--lang', language, ...names, 'letter.txt'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'letter.txt' }])
    const sentences = stderr.trimEnd().split('\n')
    expect(sentences).toEqual(names.map((name) => expect.stringMatching(`^${name}: .+\\${stop}$`)))
    if (language === 'en') for (const [index, [, words]] of bad.entries()) expect(sentences[index]).toContain(words)
  })

  test.skipIf(process.getuid?.() === 0)('a file without permission gets its sentence', () => {
    writeFileSync(join(folder, 'closed.txt'), 'x', { mode: 0o000 })
    expect(disclose(['parse', 'closed.txt'])).toMatchObject({
      status: 2,
      stderr: 'closed.txt: it may not be read; change its permissions.\n',
    })
  })

  test('--password opens a file, a wrong one does not, and the empty one is tried by itself', () => {
    const textOf = ({ stdout }: Ran) => JSON.parse(stdout).unread.map(({ text }: { text: string }) => text)
    expect(textOf(disclose(['parse', 'locked.pdf', '--password', 'secret']))).toEqual(['保密文件'])
    expect(textOf(disclose(['parse', 'restricted.pdf']))).toEqual(['公开文件'])
    const { status, stderr } = disclose(['parse', 'locked.pdf', '--password', 'wrong'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^locked\.pdf: .*password.*\.\n$/u)
  })

  test('a PDF without text is no error: its pages are pictures', () => {
    const { status, stdout, stderr } = disclose(['parse', 'scan.pdf'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ pages: 2, projects: [], unread: [{ what: 'image' }, { what: 'image' }] })
    expect(stderr).toContain('scan.pdf: there is no text in it')
  })

  test('a PDF of 200 pages without any form is all unread', () => {
    const { status, stdout, stderr } = disclose(['parse', 'appendix.pdf'])
    const { pages, projects, unread, coverage } = JSON.parse(stdout)
    expect({ status, pages, projects }).toEqual({ status: 0, pages: 200, projects: [] })
    const printed = appendix.join('').replace(/\s/gu, '').length
    expect(coverage.characters).toBe(printed)
    expect(
      unread
        .map(({ text }: { text: string }) => text)
        .join('')
        .replace(/\s/gu, ''),
    ).toHaveLength(coverage.unread)
    expect(stderr).toContain('appendix.pdf: no known form was found')
  })

  test('shows where an error comes from only when debugging', () => {
    expect(disclose(['parse', 'locked.pdf'], { env: { DEBUG: 'disclose' } }).stderr).toMatch(/\n {4}at /u)
  })
})
