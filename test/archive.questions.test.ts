import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askArchive } from '../src/archive/store.ts'
import { archiveOf } from './archive.exports.archive.ts'

// What the documents of the page on the database do not have: a disclosure in two files, a notice without a form, a file
// that is damaged, and a deadline on the 12th of a month that is not December.
let folder: string

const culture = 'fixtures/archive/清河市文化局-2022.txt'
const civil = 'fixtures/archive/清河市民政局-2021.txt'
const reason = { zh: '文件已损坏。', en: 'the file is damaged.' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-questions-'))
  const edition = made('edition.txt', `${textOf(culture)}\n`)
  const twelfth = made('twelfth.txt', textOf(civil).replace('2021年10月31日前', '2021年10月12日前'))
  const notice = made('notice.txt', '关于召开会议的通知\n\n请各单位按时参加。\n')
  const damaged = { file: 'damaged.pdf', sha256: '0'.repeat(64), state: 'failed' as const, reason }
  const { archive } = await archiveOf(folder, [culture, edition, twelfth, notice], [damaged])
  await archive.close()
})

afterAll(() => rmSync(folder, { recursive: true }))

test('what could not be read comes first, then what holds no project, then errors', async () => {
  const [first, second, third, fourth, last] = await answersTo('documents-to-look-at')
  expect(first?.slice(0, 3)).toEqual(['damaged.pdf', 'failed', undefined])
  expect(second?.slice(0, 3)).toEqual([join(folder, 'notice.txt'), 'document', '0'])
  expect([third?.[0], fourth?.[0]].sort()).toEqual([join(folder, 'edition.txt'), culture].sort())
  expect(last?.[0]).toBe(join(folder, 'twelfth.txt'))
})

test('a disclosure in two files has its money once', async () => {
  expect(await answersTo('money-by-body-and-year')).toEqual([
    ['清河市文化局', '2022', '4', '3165000'],
    ['清河市民政局', '2021', '2', '780000'],
  ])
})

test('the 12th of a month is not December', async () => {
  const deadlines = (await answersTo('deadlines-in-december')).find(([body]) => body === '清河市民政局')
  expect(deadlines).toEqual(['清河市民政局', '2021', '2', '0'])
  const twelfth = `SELECT count(*) FROM indicators WHERE "by" = '2021-10-12'`
  expect(await rowsOf(twelfth)).toEqual([['1']])
})

function made(name: string, contents: string): string {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}

function textOf(path: string): string {
  return readFileSync(path, 'utf8')
}

function answersTo(name: string) {
  const [file = ''] = readdirSync('docs/questions').filter((file) => file.endsWith(`-${name}.sql`))
  return rowsOf(textOf(`docs/questions/${file}`))
}

async function rowsOf(sql: string): Promise<(string | undefined)[][]> {
  const { answer, close } = await askArchive(folder, sql)
  const rows: (string | undefined)[][] = []
  for await (const some of answer.rows) rows.push(...some.map((row) => row.map(({ text }) => text)))
  close()
  return rows
}
