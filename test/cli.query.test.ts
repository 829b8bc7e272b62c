import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askArchive } from '../src/archive/store.ts'
import { archiveOf } from './archive.exports.archive.ts'
import { disclose } from './command.ts'

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-query-'))
  const { archive } = await archiveOf(folder, ['fixtures/archive/清河市民政局-2021.txt'], [])
  await archive.close()
})

afterAll(() => rmSync(folder, { recursive: true }))

test('a question may begin with a comment', () => {
  for (const question of ['-- how many?\nSELECT 1 AS x', '--how many?\nSELECT 1 AS x']) {
    expect(disclose(['query', folder, question, '-f', 'csv'])).toEqual({ status: 0, stdout: 'x\n1\n', stderr: '' })
  }
})

test.each(['', ' ; ', '-- nothing', '/* nothing\n */;'])('%j is no question', async (question) => {
  await expect(askArchive(folder, question)).rejects.toThrow('there is no question; write one in SQL')
})

test.each(['SELECT 1; SELECT 2', 'BEGIN; SELECT 1', 'SELECT count(*) FROM files; DROP TABLE files'])(
  '%j is more than one question',
  async (question) => {
    await expect(askArchive(folder, question)).rejects.toThrow('several questions in it; ask them one at a time')
  },
)

test('a question that DuckDB answers in steps is one', () => {
  const question = "PIVOT (SELECT 'a;b' AS k, 1 AS n) ON k USING sum(n); -- done;"
  expect(disclose(['query', folder, question, '-f', 'csv'])).toEqual({ status: 0, stdout: 'a;b\n1\n', stderr: '' })
})

test.each(['table.json', 'table.csv', 'table.parquet', 'table.db'])('%s is no archive', async (name) => {
  const path = join(folder, name)
  writeFileSync(path, name.endsWith('.db') ? 'SQLite format 3\0'.padEnd(4096, '\0') : '{"a": 1}\n')
  await expect(askArchive(path, 'SELECT 1')).rejects.toThrow(`${path} is no database that disclose batch made`)
})

test('JSON has all columns, also those of one name, and every digit', () => {
  const sum = '170141183460469231731687303715884105727'
  const question = `SELECT 1 AS a, 2 AS a, sum(n) AS sum, list(n) AS list, 0.10 AS "decimal" FROM (SELECT ${sum}::HUGEINT AS n)`
  const { stdout } = disclose(['query', folder, question, '-f', 'ndjson'])
  expect(stdout).toBe(`{"a":1,"a (2)":2,"sum":${sum},"list":[${sum}],"decimal":0.1}\n`)
})

test('an archive that is not there is named', async () => {
  const path = join(folder, 'none')
  await expect(askArchive(path, 'SELECT 1')).rejects.toThrow(`there is no ${path}; name the folder`)
})

test('the database is not overwritten by an answer', () => {
  const path = join(folder, 'archive.duckdb')
  const before = readFileSync(path)
  for (const archive of [folder, path]) {
    const { status, stderr } = disclose(['query', archive, 'SELECT 1', '-o', path])
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `disclose: ${path} is an input and is not overwritten; give --output another name.\n`,
    })
  }
  expect(disclose(['diff', folder, folder, '-o', path]).status).toBe(2)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('an answer without end ends with its reader', async () => {
  const args = ['bin/disclose.js', 'query', folder, 'SELECT * FROM range(1000000000000)', '-f', 'csv']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(child.stdout, 'data')
  child.stdout.destroy()
  expect(await once(child, 'exit')).toEqual([0, null])
})
