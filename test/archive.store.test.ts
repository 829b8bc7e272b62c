import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Listing } from '../src/archive/listing.ts'
import { create } from '../src/archive/store/database.ts'
import { type Archive, openArchive, readArchive } from '../src/archive/store.ts'
import type { Failure } from '../src/failure.ts'
import type { Report } from '../src/model.ts'
import { parse } from '../src/parse.ts'
import { tables } from '../src/tables/index.ts'
import type { Value } from '../src/tables/table.ts'
import { listingOf, outcomeOf, sha256Of } from './archive.store.outcomes.ts'

const terms = { version: '1', inputs: ['archive'], resume: true }
const names = [
  'fixtures/yangquan-2021/report.txt',
  'fixtures/forms/two-horizon-objectives/aligned/input.txt',
  'fixtures/forms/labelled-narrative/two-categories/input.txt',
]
const documents = await Promise.all(names.map(async (name) => parse(readFileSync(name), name)))
const [large, form, narrative] = documents as [Report, Report, Report]

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-store-'))
  path = join(folder, 'out/archive.duckdb')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('gives back the rows of reports, the reports and the listings as they were', async () => {
  const archive = await filled([large, form, narrative])
  for (const { name, rows } of tables) {
    expect(await collect(archive.rows(name)), name).toEqual(documents.flatMap(rows).map(nulled))
  }
  expect(await all(archive.entries())).toEqual(documents)
  expect(await all(archive.listings())).toEqual(documents.map((report, index) => listingOf(report, index + 1)))
  await archive.close()
  for (const name of [path, join(folder, 'out')]) {
    const { archive, close } = await readArchive(name)
    expect(await all(archive.entries())).toEqual(documents)
    close()
  }
  expect(existsSync(`${path}.wal`)).toBe(false)
})

test('is read in the order of the input, whatever the order in which documents were done', async () => {
  const archive = await openArchive(path, terms)
  for (const report of [narrative, large, form]) await archive.commit(listingOf(report, 9), outcomeOf(report))
  await archive.settle([form, narrative, large].map((report, index) => listingOf(report, index + 1)))
  const files = (await collect(archive.rows('projects'))).map(([file]) => file)
  expect(Array.from(new Set(files))).toEqual([form, narrative, large].map(({ file }) => file))
  expect((await all(archive.entries())).map(({ file }) => file)).toEqual(
    [form, narrative, large].map(({ file }) => file),
  )
  await archive.close()
})

test('commits together what comes in at once', async () => {
  const archive = await openArchive(path, terms)
  await Promise.all(documents.map((report, index) => archive.commit(listingOf(report, index + 1), outcomeOf(report))))
  await archive.close()
  const { known, close } = await openArchive(path, terms)
  expect(Array.from(known.keys()).sort()).toEqual(names.toSorted())
  await close()
})

test('puts a document that is read again in the place of the earlier reading', async () => {
  await (await filled([large, form])).close()
  const archive = await openArchive(path, terms)
  const shorter = { ...large, sha256: '0'.repeat(64), findings: [], projects: large.projects.slice(0, 2) }
  await archive.commit(listingOf(shorter, 1), outcomeOf(shorter))
  await archive.commit({ ...listingOf(form, 2), state: 'failed' }, { error, isLimited: false })
  await archive.settle([listingOf(shorter, 1), { ...listingOf(form, 2), state: 'failed', reason: error }])
  for (const { name, rows } of tables) {
    expect(await collect(archive.rows(name)), name).toEqual(rows(shorter).map(nulled))
    expect(await archive.all(`SELECT count(*) AS count FROM "${name}"`)).toEqual([{ count: rows(shorter).length }])
  }
  expect(await all(archive.entries())).toEqual([shorter, { file: form.file, error }])
  await archive.close()
})

test('takes out the documents of files that are gone, or that are duplicates now', async () => {
  await (await filled(documents)).close()
  const archive = await openArchive(path, terms)
  const copy: Listing = { position: 2, file: form.file, state: 'duplicate', sha256: form.sha256, bytes: 1, first: 'a' }
  await archive.settle([listingOf(large, 1), copy])
  expect(await all(archive.entries())).toEqual([large])
  expect(await all(archive.listings())).toEqual([listingOf(large, 1), copy])
  expect(await collect(archive.rows('indicators'))).toEqual(tables[2]?.rows(large).map(nulled))
  await archive.close()
  const { known, close } = await openArchive(path, terms)
  expect(Array.from(known.keys())).toEqual([large.file])
  await close()
})

test('knows what this version read and what it could not read, but no limits and no other version', async () => {
  const archive = await openArchive(path, terms)
  const failed: Listing = { ...listingOf(form, 2), state: 'failed', reason: error }
  const limited: Listing = { ...listingOf(narrative, 3), state: 'failed', reason: error }
  await archive.commit(listingOf(large, 1), outcomeOf(large))
  await archive.commit(failed, { error, isLimited: false })
  await archive.commit(limited, { error, isLimited: true })
  await archive.settle([listingOf(large, 1), failed, limited])
  await archive.close()
  const again = await openArchive(path, terms)
  expect(Array.from(again.known.values(), (listing) => ({ ...listing, position: 1 }))).toEqual(
    [listingOf(large, 1), failed].map((listing) => ({ ...listing, position: 1 })),
  )
  await again.close()
  const newer = await openArchive(path, { ...terms, version: '2' })
  expect(newer.known.size).toBe(0)
  await newer.close()
})

test('knows no document whose facts were taken out while its file could not be reached', async () => {
  await (await filled([large])).close()
  const archive = await openArchive(path, terms)
  await archive.settle([{ position: 1, file: large.file, state: 'failed', reason: error }])
  await archive.close()
  const { known, close } = await openArchive(path, terms)
  expect(known.size).toBe(0)
  await close()
})

test('keeps money exactly', async () => {
  const amounts = [700, 0.07, 12345.678901, 371514655.01, 1e20, -0.5, 0]
  const archive = await filled(amounts.map((yuan, index) => ({ ...costing(yuan), file: `${index}.txt` })))
  const column = tables[0]?.columns.findIndex(({ name }) => name === 'total_yuan') ?? 0
  expect((await collect(archive.rows('documents'))).map((row) => row[column])).toEqual(amounts)
  const texts = await archive.all('SELECT total_yuan::VARCHAR AS text FROM documents ORDER BY file')
  expect(texts.map(({ text }) => text).slice(1, 5)).toEqual([
    '0.070000',
    '12345.678901',
    '371514655.010000',
    '100000000000000000000.000000',
  ])
  await archive.close()
})

test('refuses to round money', async () => {
  const archive = await openArchive(path, terms)
  for (const yuan of [0.0000001, 1.2345678, 1e22]) {
    await expect(archive.commit(listingOf(large, 1), outcomeOf(costing(yuan)))).rejects.toThrow(`the number ${yuan}`)
  }
  await archive.commit(listingOf(large, 1), outcomeOf(large))
  await archive.settle([listingOf(large, 1)])
  expect(await all(archive.entries())).toEqual([large])
  await archive.close()
})

test('adds up money without a rounding error', async () => {
  const archive = await filled(Array.from({ length: 10 }, (_, index) => ({ ...costing(0.1), file: `${index}.txt` })))
  expect(await archive.all('SELECT sum(total_yuan) AS sum FROM documents')).toEqual([{ sum: 1 }])
  await archive.close()
})

test('has keys, types and descriptions in both languages', async () => {
  const archive = await filled([form])
  const columns = await archive.all(
    "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE database_name = 'archive'",
  )
  expect(columns).toContainEqual({
    table_name: 'projects',
    column_name: 'annual_yuan',
    data_type: 'DECIMAL(28,6)',
    comment: '年度资金（元） — the annual budget in its form, in yuan',
  })
  const keys = await archive.all(
    "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY' ORDER BY ALL",
  )
  expect(keys.map(({ table_name }) => table_name)).toEqual(['documents', 'files', 'projects'])
  await archive.close()
})

test('finds all that was committed, and nothing else, after the process was killed', async () => {
  const files = Array.from({ length: 200 }, (_, index) => `${index}.txt`)
  const said: string[] = []
  for (const moment of [1, 45]) {
    const child = fork(join(import.meta.dirname, 'archive.store.writer.ts'))
    child.on('message', (file) => said.push(String(file)))
    child.send({ path, report: form, files: files.filter((file) => !said.includes(file)) })
    while (said.length < moment) await once(child, 'message')
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  expect(said.filter((file) => !files.includes(file))).toEqual([])
  const archive = await openArchive(path, terms)
  const kept = files.filter((file) => archive.known.has(file))
  expect(kept).toEqual(expect.arrayContaining(said))
  const reports = kept.map((file) => ({ ...form, file, sha256: sha256Of(file) }))
  await archive.settle(reports.map((report, index) => listingOf(report, index + 1)))
  for (const { name, rows } of tables) {
    expect(sha256Of(JSON.stringify(await collect(archive.rows(name)))), name).toBe(
      sha256Of(JSON.stringify(reports.flatMap(rows).map(nulled))),
    )
  }
  expect((await all(archive.entries())).length).toBe(kept.length)
  await archive.close()
})

test('says in a sentence why an archive cannot be opened', async () => {
  await (await filled([form])).close()
  expect(await refusal({ ...terms, resume: false })).toContain('--resume')
  expect(await refusal({ ...terms, inputs: ['other'] })).toContain('was made of other inputs')
  await sql(path, 'UPDATE archive SET format = 99')
  expect(await refusal(terms)).toContain('newer version')
  await sql(path, 'DROP TABLE archive')
  expect(await refusal(terms)).toContain('is no database that disclose batch made')
  writeFileSync(path, 'Thumbs.db')
  expect(await refusal(terms)).toContain('is no database that disclose batch made')
  await expect(readArchive(path)).rejects.toThrow('is no database that disclose batch made')
})

test('says that its folder may not be written', async () => {
  await (await filled([form])).close()
  chmodSync(dirname(path), 0o555)
  // The administrator may write everywhere, so somebody else tries.
  chmodSync(folder, 0o755)
  chmodSync(path, 0o666)
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  const said = await refusal(terms)
  if (isRoot) process.seteuid?.(0)
  chmodSync(dirname(path), 0o755)
  expect(said).toContain('may not be accessed; change its permissions')
})

test('gets the views that an earlier version did not make', async () => {
  await (await filled([form])).close()
  await sql(path, 'DROP VIEW editions')
  const archive = await openArchive(path, terms)
  expect(await archive.all('SELECT * FROM editions')).toEqual([])
  await archive.close()
})

test('is made by one process only, whichever is faster', async () => {
  await create(path, '["a"]')
  await expect(create(path, '["b"]')).rejects.toThrow('--resume')
  expect(readdirSync(dirname(path))).toEqual(['archive.duckdb'])
  const { close } = await openArchive(path, { ...terms, inputs: ['a'] })
  await close()
})

test('says that another process writes the archive', async () => {
  const child = fork(join(import.meta.dirname, 'archive.store.writer.ts'))
  child.send({ path, report: form, files: Array.from({ length: 20_000 }, (_, index) => `${index}.txt`) })
  await once(child, 'message')
  expect(await refusal(terms)).toContain('in use by another process')
  await expect(readArchive(path)).rejects.toThrow('in use by another process')
  child.kill('SIGKILL')
  await once(child, 'exit')
})

const error = { zh: '文件已损坏。', en: 'the file is damaged.' }

async function filled(reports: Report[]): Promise<Archive> {
  const archive = await openArchive(path, terms)
  const listings = reports.map((report, index) => listingOf(report, index + 1))
  for (const [index, listing] of listings.entries()) await archive.commit(listing, outcomeOf(reports[index] ?? large))
  await archive.settle(listings)
  return archive
}

function costing(yuan: number): Report {
  const text = { value: '合计', text: '合计', source: ['a.txt#line=1'] }
  return { ...large, summary: { text, total: { ...text, value: { yuan, step: 1 } }, categories: [] } }
}

async function refusal(of: typeof terms): Promise<string> {
  const failure: Failure = await openArchive(path, of).then(
    () => Promise.reject(new Error('the archive was opened')),
    (reason) => reason,
  )
  expect(failure.says.zh).toMatch(/[；。]$/u)
  return failure.says.en
}

async function sql(file: string, statement: string): Promise<void> {
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

async function collect(rows: AsyncIterable<Value[][]>): Promise<Value[][]> {
  return (await all(rows)).flat()
}

function nulled(row: Value[]): Value[] {
  return row.map((value) => value ?? null)
}
