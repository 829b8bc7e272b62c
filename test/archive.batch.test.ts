import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Summary } from '../src/archive/summary/summary.ts'
import { disclose } from './command.ts'
import { madePdf } from './made.ts'
import { gbk, madeZip } from './zip.ts'

// An archive as people have it: the same document under several names, a ZIP from a Chinese Windows, damaged files,
// and what systems leave behind.
let folder: string

const jobs = availableParallelism()
const bin = join(import.meta.dirname, '../bin/disclose.js')
const report = readFileSync('fixtures/forms/two-horizon-objectives/aligned/input.txt')
const word = 'fixtures/forms/wide-sheet/two-projects/input.docx'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-batch-'))
  for (const name of ['archive/商务局/2021', 'archive/教育局']) mkdirSync(join(folder, name), { recursive: true })
  cpSync(word, join(folder, 'archive/商务局/2021/公开.docx'))
  cpSync(word, join(folder, 'archive/商务局/2021/公开（副本）.docx'))
  writeFileSync(join(folder, 'archive/商务局/Thumbs.db'), 'thumbnails')
  writeFileSync(join(folder, 'archive/教育局/damaged.pdf'), '%PDF-1.7\nnothing follows')
  writeFileSync(
    join(folder, 'archive/教育局/表.pdf'),
    madeZip([
      { name: 'xl/workbook.xml', contents: '<workbook/>' },
      { name: '[Content_Types].xml', contents: '<Types/>' },
    ]),
  )
  writeFileSync(join(folder, 'archive/教育局/all.zip'), madeZip([{ name: gbk('公开/文本.txt'), contents: report }]))
})

afterAll(() => rmSync(folder, { recursive: true }))

function run(args: string[], env: Record<string, string> = {}) {
  return disclose(['batch', ...args], { cwd: folder, env })
}

function summaryOf(out: string): Summary {
  return JSON.parse(readFileSync(join(folder, out, 'summary.json'), 'utf8'))
}

describe('an archive', () => {
  test('is read whole: duplicates once, damaged files named, the rest as data', () => {
    const { status, stdout, stderr } = run(['archive', '-o', 'out', '-f', 'csv', '-f', 'ndjson'])
    expect(stdout).toBe('')
    expect(stderr).toContain('documents 2, duplicates 1, skipped 1, not read 2')
    expect(stderr).toMatch(/^Annual budgets of the projects \(yuan\)\n( +[\d,]+ {2}.*\n)+Findings by rule\n/u)
    expect(stderr).toMatch(/\nFiles that need a look\n {2}archive\/教育局\/damaged.pdf: the file is a damaged PDF/u)
    expect(status).toBe(2)
    const { files, look, duplicates, skipped, projects } = summaryOf('out')
    expect(files).toEqual({ documents: 2, duplicates: 1, skipped: 1, failed: 2 })
    expect(projects).toBe(3)
    expect(look.slice(0, 2).map(({ file }) => file)).toEqual(['archive/教育局/damaged.pdf', 'archive/教育局/表.pdf'])
    expect(skipped.map(({ file }) => file)).toEqual(['archive/商务局/Thumbs.db'])
    expect(duplicates).toEqual([
      { file: 'archive/商务局/2021/公开（副本）.docx', first: 'archive/商务局/2021/公开.docx' },
    ])
  })

  test('says what parse says of the same documents', () => {
    const names = ['archive/商务局/2021/公开.docx']
    const parsed = disclose(['parse', ...names, '-f', 'ndjson'], { cwd: folder }).stdout
    expect(readFileSync(join(folder, 'out/reports.ndjson'), 'utf8').split('\n')).toContain(parsed.trim())
  })

  test('is the same whatever the number of jobs', () => {
    run(['archive', '-o', 'other', '-f', 'csv', '-f', 'ndjson', '--jobs', jobs === 1 ? '3' : '1'])
    for (const name of ['summary.json', 'reports.ndjson', 'csv/indicators.csv', 'csv/files.csv', 'csv/findings.csv']) {
      expect(readFileSync(join(folder, 'other', name), 'utf8')).toBe(readFileSync(join(folder, 'out', name), 'utf8'))
    }
  })

  test('is not begun again over an earlier one, and not gone on with for other inputs', () => {
    expect(run(['archive', '-o', 'out'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--resume') })
    const { status, stderr } = run(['archive/商务局', '-o', 'out', '--resume'])
    expect(stderr).toContain('other inputs, too (archive)')
    expect(status).toBe(2)
  })

  test('that is gone on with reads only what is new or changed, forgets what is gone, and renews what it exported', () => {
    rmSync(join(folder, 'archive/教育局/damaged.pdf'))
    writeFileSync(join(folder, 'archive/教育局/另.txt'), Buffer.concat([report, Buffer.from('\n另一份\n')]))
    const { stderr } = run(['archive', '-o', 'out', '--resume', '--progress', 'json'])
    run(['archive', '-o', 'anew'])
    expect(summaryOf('out')).toEqual(summaryOf('anew'))
    expect(summaryOf('out').files).toEqual({ documents: 3, duplicates: 1, skipped: 1, failed: 1 })
    const last = JSON.parse(stderr.split('\n').findLast((line) => line.startsWith('{')) ?? '')
    expect(last).toMatchObject({ total: 6, done: 6 })
    expect(readFileSync(join(folder, 'out/reports.ndjson'), 'utf8').trim().split('\n')).toHaveLength(4)
    expect(readFileSync(join(folder, 'out/csv/documents.csv'), 'utf8')).toContain('另.txt')
    expect(existsSync(join(folder, 'out/archive.xlsx'))).toBe(false)
  })
})

test('an archive grows by an input, and says the same as one that had it from the start', () => {
  run(['archive/商务局/', '-o', 'grown', '-f', 'csv'])
  run(['./archive/商务局', 'archive/教育局', '-o', 'grown', '--resume'])
  run(['archive/商务局', 'archive/教育局', '-o', 'whole'])
  expect(summaryOf('grown')).toEqual(summaryOf('whole'))
  expect(readFileSync(join(folder, 'grown/csv/documents.csv'), 'utf8')).toContain('archive/教育局')
})

test('a disk that is not mounted takes nothing out of a dataset', () => {
  mkdirSync(join(folder, 'drive'))
  writeFileSync(join(folder, 'drive/a.txt'), report)
  run(['drive', '-o', 'of-drive'])
  rmSync(join(folder, 'drive/a.txt'))
  const { status, stderr } = run(['drive', '-o', 'of-drive', '--resume'])
  expect(stderr).toContain('none of the documents in of-drive (1) is there any more')
  expect(status).toBe(2)
  expect(disclose(['query', 'of-drive', 'SELECT file FROM documents'], { cwd: folder }).stdout).toContain('drive/a.txt')
})

test('a drive that is not there takes nothing out of a dataset with others, and fails by its name', () => {
  for (const name of ['near', 'far']) mkdirSync(join(folder, name))
  const again = Buffer.concat([report, Buffer.from('\n另一份\n')])
  writeFileSync(join(folder, 'near/a.txt'), report)
  writeFileSync(join(folder, 'far/a.txt'), report)
  writeFileSync(join(folder, 'far/b.txt'), again)
  expect(run(['near', 'far', '-o', 'of-drives', '-f', 'ndjson', '-f', 'csv']).status).toBe(0)
  const before = readFileSync(join(folder, 'of-drives/csv/indicators.csv'), 'utf8')
  rmSync(join(folder, 'far'), { recursive: true })
  const { status, stderr } = run(['near', 'far', '-o', 'of-drives', '--resume'])
  expect(stderr).toContain('\n  far: there is no such file; check the path.\n')
  expect(status).toBe(2)
  expect(readFileSync(join(folder, 'of-drives/csv/indicators.csv'), 'utf8')).toBe(before)
  const states = () => disclose(['query', 'of-drives', statesOf, '-f', 'csv'], { cwd: folder }).stdout.split('\n')
  const statesOf = `SELECT state, file, "first" FROM files ORDER BY position`
  const failed = ['state,file,first', 'document,near/a.txt,', 'failed,far,']
  expect(states()).toEqual([...failed, 'duplicate,far/a.txt,near/a.txt', 'document,far/b.txt,', ''])
  // Meanwhile what is out of reach is published near by, and what is near goes.
  writeFileSync(join(folder, 'near/a.txt'), again)
  run(['near', 'far', '-o', 'of-drives', '--resume'])
  expect(states()).toEqual([...failed, 'failed,far/a.txt,', 'duplicate,far/b.txt,near/a.txt', ''])
  expect(run(['near', '-o', 'of-drives', '--resume']).stderr).toContain('other inputs, too (far)')
})

test('an input that was mistyped is not asked for', () => {
  expect(run(['archive/商务局/Thumbs.db', 'achive', '-o', 'mended']).status).toBe(2)
  expect(run(['archive/商务局/Thumbs.db', '-o', 'mended', '--resume']).status).toBe(0)
  expect(summaryOf('mended').files).toEqual({ documents: 0, duplicates: 0, skipped: 1, failed: 0 })
})

test('what was written for spreadsheets stays so, unless it is asked for otherwise', () => {
  const csv = () => readFileSync(join(folder, 'sheets/csv/files.csv'), 'utf8')
  expect(run(['archive/商务局/Thumbs.db', '-o', 'sheets', '--excel'])).toMatchObject({
    status: 2,
    stderr: 'disclose: --excel is for CSV only; add --format csv.\n',
  })
  run(['archive/商务局/Thumbs.db', '-o', 'sheets', '-f', 'csv', '--excel'])
  expect(csv()).toMatch(/^\ufeffposition,/u)
  run(['archive/商务局/Thumbs.db', '-o', 'sheets', '--resume'])
  expect(csv()).toMatch(/^\ufeffposition,/u)
  run(['archive/商务局/Thumbs.db', '-o', 'sheets', '--resume', '-f', 'csv'])
  expect(csv()).toMatch(/^position,/u)
})

test('a run that is to be quiet says in a sentence that something failed, and nothing otherwise', () => {
  mkdirSync(join(folder, 'quiet'))
  writeFileSync(join(folder, 'quiet/blank.txt'), ' \r\n\t\r\n')
  expect(run(['quiet', '-o', 'hushed', '-q'])).toEqual({ status: 0, stdout: '', stderr: '' })
  expect(summaryOf('hushed').look).toEqual([{ file: 'quiet/blank.txt', why: [{ zh: '没有文字', en: 'no text' }] }])
  writeFileSync(join(folder, 'quiet/damaged.pdf'), '%PDF-1.7\nnothing follows')
  expect(run(['quiet', '-o', 'hushed', '-q', '--resume'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'hushed: 1 file could not be read; index.html in it says which, and why.\n',
  })
  const { stderr } = run(['quiet', '-o', 'hushed', '-q', '--resume', '--progress', 'json'])
  for (const line of stderr.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ total: 2 })
})

test('a dataset is not written into a folder with inputs, where a later run would not look for documents', () => {
  for (const [input, output] of [
    ['archive/商务局/2021/公开.docx', 'archive'],
    ['*/教育局/*', '.'],
  ] as const) {
    const { status, stderr } = run([input, '-o', output])
    expect(stderr).toContain(`(${input}), and a dataset wants a folder of its own`)
    expect(status).toBe(2)
  }
  expect(existsSync(join(folder, 'archive.duckdb'))).toBe(false)
})

test('inputs come from a list, too, and the folder of output may be called like a service', () => {
  const list = 'archive/商务局/2021/公开.docx\r\n\r\narchive/教育局/all.zip\r\n'
  const { status } = disclose(['batch', '--files-from', '-', '-o', 'md:listed'], { cwd: folder, input: list })
  expect(status).toBe(0)
  expect(summaryOf('md:listed').files.documents).toBe(2)
})

// Alone it takes much longer than a test waits for it.
const slow = Buffer.concat(Array.from({ length: 4000 }, () => report))

test('a document that takes too long is given up, and the others are read', () => {
  mkdirSync(join(folder, 'slow'))
  writeFileSync(join(folder, 'slow/a.txt'), slow)
  writeFileSync(join(folder, 'slow/b.txt'), report)
  const { status, stderr } = run(['slow', '-o', 'given-up', '--timeout', '3', '--jobs', '1'])
  expect(stderr).toContain('--timeout')
  expect(summaryOf('given-up').files).toMatchObject({ documents: 1, failed: 1 })
  expect(status).toBe(2)
})

test('a document that wants a password is read when the archive is gone on with and the password is given', () => {
  mkdirSync(join(folder, 'locked'))
  writeFileSync(join(folder, 'locked/a.pdf'), madePdf(['公开'], { user: 'secret', owner: 'owner' }))
  expect(run(['locked', '-o', 'opened']).stderr).toContain('locked/a.pdf: the file is encrypted')
  expect(run(['locked', '-o', 'opened', '--resume', '--password', 'secret']).status).toBe(0)
  expect(summaryOf('opened').files).toMatchObject({ documents: 1, failed: 0 })
})

test('the name of a file forges no line and moves no cursor', () => {
  const contents = '%PDF-1.7\nnothing follows'
  writeFileSync(join(folder, 'forging.zip'), madeZip([{ name: 'a\u001B[2K\r\ndisclose: all is well.pdf', contents }]))
  const { stderr } = run(['forging.zip', '-o', 'forged'])
  expect(stderr).toMatch(
    /^Files.*\n {2}forging\.zip\/a\uFFFD\[2K↵disclose: all is well\.pdf: the file is a damaged PDF.*\ndisclose: .*\n$/u,
  )
})

test('a full disk is answered with how to go on', () => {
  symlinkSync('/dev/full', join(folder, 'out/summary.json.part'))
  const { status, stderr } = run(['archive', '-o', 'out', '--resume'])
  expect(stderr).toBe(
    'disclose: out/summary.json cannot be written: the disk is full; make room and run it again; disclose batch goes on with --resume.\n',
  )
  expect(status).toBe(2)
  expect(run(['archive', '-o', 'out', '--resume', '-q']).stderr).not.toContain('cannot be written')
})

test('a disk without room for an empty database is left as it was', () => {
  const command = `ulimit -f 64 && exec '${process.execPath}' '${bin}' batch archive -o crowded --lang en`
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toContain('crowded/archive.duckdb cannot be written: the disk is full')
  expect(status).toBe(2)
  expect(readdirSync(join(folder, 'crowded'))).toEqual([])
})

test('Ctrl-C ends a run that writes what it has read', async () => {
  mkdirSync(join(folder, 'halted/csv'), { recursive: true })
  // A pipe that nobody reads holds the writing up for ever.
  execFileSync('mkfifo', [join(folder, 'halted/csv/projects.csv.part')])
  const args = [bin, 'batch', 'archive/商务局', '-o', 'halted', '-f', 'csv', '-q']
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' })
  while (!existsSync(join(folder, 'halted/csv/documents.csv'))) await pause(10)
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT'])
})

test.each([
  [['archive'], 'the option -o, --output <folder> is missing; write it after the command.'],
  [['-o', 'nothing'], '--files-from'],
  [['--files-from', 'no.txt', '-o', 'nothing'], '--files-from no.txt: there is no such file; check the path.'],
  [['nothing', '-o', './nothing/'], './nothing/ holds files that are to be read (nothing)'],
  [['archive', '-o', 'nothing', '--jobs', '0'], '--jobs cannot be 0'],
  [['archive', '-o', 'nothing', '--max-memory', '64'], 'write a whole number from 128 to 1000000'],
  [['archive', '-o', 'nothing', '-f', 'pdf'], 'there is no format pdf'],
])('a wrong command line is answered in a sentence: %j', (args, says) => {
  const { status, stderr } = run(args)
  expect(stderr).toContain(says)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(status).toBe(2)
  expect(existsSync(join(folder, 'nothing/archive.duckdb'))).toBe(false)
})

test('Ctrl-C keeps what is read and says how to go on', async () => {
  mkdirSync(join(folder, 'long'))
  for (const number of [1, 2, 3]) writeFileSync(join(folder, `long/${number}.txt`), `${report}\n第 ${number} 份\n`)
  writeFileSync(join(folder, 'long/4.txt'), slow)
  const args = [bin, 'batch', 'long', '-o', 'stopped', '--progress', 'json', '--lang', 'en', '--jobs', '1']
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.on('data', (data) => {
    if (/"done":[1-9]/u.test(String(data)) && !child.killed) child.kill('SIGINT')
  })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  const [, done = '0'] =
    /interrupted after (\d+) of 4 files, which are kept; run the same command with --resume/u.exec(said) ?? []
  expect(Number(done)).toBeGreaterThan(0)
  expect(code).toBe(130)
  rmSync(join(folder, 'long/4.txt'))
  expect(run(['long', '-o', 'stopped', '--resume']).status).toBe(0)
  expect(summaryOf('stopped').files).toEqual({ documents: 3, duplicates: 0, skipped: 0, failed: 0 })
})
