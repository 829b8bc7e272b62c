import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { Progress } from '../src/archive/progress.ts'
import { lineOf } from '../src/cli/batch/line.ts'
import { snapshotOf } from '../src/cli/batch/snapshot.ts'
import { columns } from '../src/writers/validation/columns.ts'

const progress: Progress = {
  total: 5000,
  done: 1234,
  failed: 2,
  duplicates: 30,
  skipped: 4,
  findings: { error: 310, warning: 1200, info: 7 },
  working: [
    { file: '2021年/城区/公安局/绩效目标公开.pdf', since: 99_000 },
    { file: '2021年/城区/财政局/部门整体支出绩效评价报告（附表）.pdf', since: 87_960 },
  ],
  started: 1000,
}

const snapshot = snapshotOf(progress, { at: 70_000, done: 1015 }, 100_000)

test('a snapshot has the pace of late, the time that is left, and the slowest document first', () => {
  expect(snapshot).toEqual({
    total: 5000,
    done: 1234,
    failed: 2,
    duplicates: 30,
    skipped: 4,
    findings: { error: 310, warning: 1200, info: 7 },
    seconds: 99,
    perSecond: 7.3,
    secondsLeft: 516,
    working: [
      { file: '2021年/城区/财政局/部门整体支出绩效评价报告（附表）.pdf', seconds: 12 },
      { file: '2021年/城区/公安局/绩效目标公开.pdf', seconds: 1 },
    ],
  })
})

test('a snapshot without a pace does not say how much time is left', () => {
  expect(snapshotOf(progress, { at: 70_000, done: 1234 }, 100_000)).toMatchObject({ perSecond: 0, secondsLeft: null })
  expect(snapshotOf(progress, { at: 100_000, done: 1015 }, 100_000)).toMatchObject({ perSecond: 0, secondsLeft: null })
})

test('a line says in both languages how far it is', () => {
  expect(lineOf(snapshot, 'en')).toBe(
    '1234/5000  failed 2  errors 310, warnings 1200, info 7  7.3/s  9 min left  12 s 2021年/城区/财政局/部门整体支出绩效评价报告（附表）.pdf',
  )
  expect(lineOf(snapshot, 'zh')).toBe(
    '1234/5000  失败 2  错误 310，警告 1200，提示 7  每秒 7.3 份  剩余 9 分钟  12 秒 2021年/城区/财政局/部门整体支出绩效评价报告（附表）.pdf',
  )
})

test('a line at the end is about what there is', () => {
  const last = { ...snapshot, done: 5000, failed: 0, secondsLeft: 0, working: [] }
  expect(lineOf(last, 'en')).toBe('5000/5000  errors 310, warnings 1200, info 7  7.3/s')
})

test.each([
  [59, '59 s left'],
  [60, '1 min left'],
  [3570, '1 h 0 min left'],
  [7500, '2 h 5 min left'],
])('%d seconds are said as %s', (secondsLeft, said) => {
  expect(lineOf({ ...snapshot, secondsLeft }, 'en')).toContain(said)
})

test('a line fits the terminal: Chinese takes two columns, and of a long name the end is shown', () => {
  expect(lineOf(snapshot, 'en', 100)).toBe(
    '1234/5000  failed 2  errors 310, warnings 1200, info 7  7.3/s  9 min left  12 s …价报告（附表）.pdf',
  )
  for (let room = 1; room < 160; room++) {
    expect(columns(lineOf(snapshot, 'en', room))).toBeLessThanOrEqual(room)
    expect(columns(lineOf(snapshot, 'zh', room))).toBeLessThanOrEqual(room)
  }
})

test('the name of a file cannot write to the terminal by itself', () => {
  const working = [{ file: 'all.zip/\u001B[31m\nred.pdf', seconds: 12 }]
  expect(lineOf({ ...snapshot, working }, 'en')).toMatch(/ 12 s all\.zip\/\uFFFD\[31m↵red\.pdf$/u)
})

test.each([
  ['json', { progress: 'json' }, 0, /^\{"total":3,.*"working":\[\{"file":"a.pdf","seconds":\d+(?:\.\d)?\}\]\}\n$/u],
  ['json though quiet', { progress: 'json', quiet: true }, 0, /^\{"total":3,.*\}\n$/u],
  ['quiet', { quiet: true }, 20_000, /^$/u],
  [
    'long',
    {},
    20_000,
    /^disclose: 1\/3 {2}errors 0, warnings 0, info 0 {2}(?:0\.1\/s {2})?4\d s left {2}1 s a\.pdf\n$/u,
  ],
  ['short', {}, 0, /^$/u],
])('where there is no terminal it writes whole lines: %s', async (_, options, past, written) => {
  const script = `
    import { progressOf } from './src/cli/batch/progress.ts'
    const display = progressOf(${JSON.stringify({ lang: 'en', ...options })})
    const now = performance.now()
    display.update({ total: 3, done: 1, failed: 0, duplicates: 0, skipped: 0, findings: { error: 0, warning: 0, info: 0 },
      working: [{ file: 'a.pdf', since: now - 1000 }], started: now - ${past} })
    display.end()
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', script])
  const [said] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect(said).toMatch(written)
})
