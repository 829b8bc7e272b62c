import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { DuckDBInstance } from '@duckdb/node-api'
import { read, utils, type WorkBook } from '@e965/xlsx'
import { Package } from 'datapackage'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadableArchive } from '../src/archive/exports/export.ts'
import { partsOf } from '../src/archive/exports/xlsx/book.ts'
import { Links } from '../src/archive/exports/xlsx/links.ts'
import { zipped } from '../src/archive/exports/xlsx/zip.ts'
import { exports } from '../src/archive/exports.ts'
import type { Listing } from '../src/archive/listing.ts'
import type { Archive } from '../src/archive/store.ts'
import { Failure } from '../src/failure.ts'
import type { Report } from '../src/model.ts'
import { tables } from '../src/tables/index.ts'
import type { Value } from '../src/tables/table.ts'
import { write } from '../src/write.ts'
import { archiveOf } from './archive.exports.archive.ts'

let folder: string
let out: string
let archive: Archive
let reports: Report[]
let listings: Listing[]

const lost: Listing['reason'] = { zh: '文件已损坏；请重新获取。', en: 'the file is damaged; get it again.' }
const damaged = { state: 'failed', bytes: 3, sha256: '1'.repeat(64), reason: lost } as const
const system = { zh: '系统文件', en: 'a file of the system' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-'))
  out = join(folder, 'out')
  mkdirSync(join(folder, '市 商务局'))
  const named = (name: string) => join(folder, '市 商务局', name)
  cpSync('fixtures/yangquan-2021/report.pdf', named('报告 100%#1.pdf'))
  cpSync('fixtures/forms/two-horizon-objectives/aligned/input.txt', named('=1+1.txt'))
  cpSync('fixtures/forms/self-evaluation/annual/input.docx', named('自评.docx'))
  writeFileSync(named('很长.txt'), `=cmd|' /C calc'!A0 ${'字'.repeat(40_000)}\n\n_x0041_ & <b>\n\n\uFFFE\u0001\n`)
  const files = ['报告 100%#1.pdf', '=1+1.txt', '自评.docx', '很长.txt'].map(named)
  writeFileSync(join(folder, '全部.zip'), '')
  ;({ archive, reports, listings } = await archiveOf(out, files, [
    { ...damaged, file: join(folder, '全部.zip', '局/坏.pdf') },
    { ...damaged, file: '坏, "文件".pdf' },
    { file: 'Thumbs.db', state: 'skipped', reason: system },
  ]))
  for (const { write } of exports) await write(archive, out, {})
})

afterAll(() => {
  archive.close()
  rmSync(folder, { recursive: true })
})

test('csv has the bytes that parse writes for the same documents', async () => {
  for (const excel of [false, true]) {
    await exportOf('csv').write(archive, join(folder, `csv-${excel}`), { excel })
    for (const [name, text] of Object.entries(await write(reports, 'csv', { excel }))) {
      expect(readFileSync(join(folder, `csv-${excel}`, 'csv', name), 'utf8')).toBe(text)
    }
  }
})

test('csv lists the files', () => {
  const lines = readFileSync(join(out, 'csv/files.csv'), 'utf8').split('\n')
  expect(lines[0]).toBe('position,file,state,bytes,sha256,first,reason_zh,reason_en')
  expect(lines.slice(-3)).toEqual([
    `6,"坏, ""文件"".pdf",failed,3,${'1'.repeat(64)},,${lost.zh},${lost.en}`,
    '7,Thumbs.db,skipped,,,,系统文件,a file of the system',
    '',
  ])
})

test('ndjson has the bytes that parse writes, with a sentence for what could not be read', async () => {
  const failed = listings.flatMap(({ file, state }) => (state === 'failed' ? [{ file, error: lost }] : []))
  const { 'reports.ndjson': text } = await write([...reports, ...failed], 'ndjson')
  expect(readFileSync(join(out, 'reports.ndjson'), 'utf8')).toBe(text)
})

test('parquet has the rows in order, with the types of the database', async () => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const { name, columns, rows } of tables) {
    const path = join(out, 'parquet', `${name}.parquet`)
    const reader = await connection.runAndReadAll(`SELECT * FROM '${path}'`)
    expect(reader.columnNames()).toEqual(columns.map(({ name }) => name))
    expect(reader.columnTypes().map(String)).toEqual(columns.map(({ type }) => sqlTypes[type]))
    expect(reader.getRows().map((row) => row.map(plain))).toEqual(reports.flatMap(rows).map((row) => row.map(plain)))
  }
  instance.closeSync()
})

describe('xlsx', () => {
  let book: WorkBook

  beforeAll(() => {
    book = read(readFileSync(join(out, 'archive.xlsx')), { bookFiles: true })
  })

  test('has a sheet a table, with numbers as numbers and texts as texts', () => {
    expect(book.SheetNames).toEqual([...tables.map(({ name }) => name), 'files', 'columns', 'cut'])
    for (const { name, columns, rows } of tables) {
      const expected = reports.flatMap(rows).map((row) => row.map(plain))
      const [head, ...found] = valuesIn(book, name)
      expect(head).toEqual(columns.map(({ name }) => name))
      expect(found.map((row) => row.filter(fits))).toEqual(expected.map((row) => row.filter(fits)))
    }
  })

  test('shows amounts as amounts, and freezes the head', () => {
    const total = book.Sheets.documents?.J2
    expect(total).toMatchObject({ t: 'n', w: '6,264,000.00' })
    expect(xmlOf(book, 'xl/worksheets/sheet1.xml')).toContain('<pane ySplit="1" topLeftCell="A2"')
  })

  test('runs no text as a formula, also when it is edited', () => {
    const xml = book.SheetNames.map((_, index) => xmlOf(book, `xl/worksheets/sheet${index + 1}.xml`)).join('')
    expect(xml).not.toContain('<f>')
    const styles = Array.from(
      xml.matchAll(/ s="(\d)" t="inlineStr"><is><t xml:space="preserve">=/gu),
      ([, style]) => style,
    )
    const quoted = xmlOf(book, 'xl/styles.xml').match(/<xf [^>]*>(?=[\s\S]*<\/cellXfs>)/gu)
    expect(styles.length).toBeGreaterThan(0)
    for (const style of styles) expect(quoted?.slice(1)[Number(style)]).toContain('quotePrefix="1"')
  })

  test('cuts a text that no cell can hold, and lists it', () => {
    const [, ...cut] = valuesIn(book, 'cut')
    const [sheet, cell, length] = cut[0] ?? []
    const text = String(book.Sheets[String(sheet)]?.[String(cell)]?.v)
    expect(cut.map(([sheet]) => sheet)).toEqual(['findings', 'unread'])
    expect(text).toHaveLength(32_767)
    expect(text.endsWith(` … [${length}]`)).toBe(true)
  })

  test('leads to a document whose name looks like an escape of a workbook', () => {
    const links = new Links()
    links.add(1, 2, { target: '../a_x0041_&.pdf', location: '' })
    expect(links.text()).toContain('ref="A2"')
    expect(links.relations()).toContain('Target="../a_x0041_&#38;.pdf"')
  })

  test('leads to the documents, to their pages, and of a member of a ZIP to the ZIP', () => {
    const links = linksIn(book)
    for (const { target } of links) expect(existsSync(resolve(out, decodeURIComponent(target)))).toBe(true)
    const targets = new Set(links.map(({ target }) => decodeURIComponent(target)))
    const linked = [...reports.map(({ file }) => file), join(folder, '全部.zip')]
    expect([...targets].sort()).toEqual(linked.map((file) => relative(out, file)).sort())

    const sources = links.filter(({ text }) => text.includes('#page='))
    expect(sources.length).toBeGreaterThan(100)
    for (const { text, place } of sources) expect(place).toBe(/#(page=\d+)/u.exec(text)?.[1])
  })

  test.each([
    ['rows', { rows: 5, links: 1_000 }, [4, 4, 3]],
    ['links', { rows: 1_000, links: 7 }, [5, 5, 1]],
  ])('goes on in another sheet when one is full of %s', async (_, limits, counts) => {
    const rows = Array.from({ length: 11 }, (_, index) => unreadRow(index))
    const bytes = await buffer(zipped(partsOf(made({ unread: rows }), folder, limits)))
    const book = read(bytes)
    const names = book.SheetNames.filter((name) => name.startsWith('unread'))
    const sheets = names.map((name) => valuesIn(book, name).slice(1))
    expect(names).toEqual(['unread', 'unread (2)', 'unread (3)'])
    expect(sheets.map((sheet) => sheet.length)).toEqual(counts)
    expect(sheets.flat()).toEqual(rows)
    for (const name of names) expect(linksOn(book, name)).toBeLessThanOrEqual(limits.links)
  })
})

describe('datapackage', () => {
  test('is valid, its rows and what they refer to included', async () => {
    const { valid, errors, resources } = await Package.load(join(out, 'datapackage/datapackage.json'))
    expect(errors).toEqual([])
    expect(valid).toBe(true)
    const counts: Record<string, number> = {}
    for (const resource of resources) counts[resource.name] = (await resource.read(whole)).length
    const expected = tables.map(({ name, rows }) => [name, reports.flatMap(rows).length])
    const { projects, ...others } = Object.fromEntries(expected)
    expect(counts).toMatchObject({ ...others, 'project-details': projects, files: listings.length })
  })

  test.each([
    ['indicators', 'nowhere.pdf,1.1,甲,annual,,,,,,,,,,,,,,,1', 'Foreign key'],
    ['documents', `Thumbs.db,${'1'.repeat(64)},pdf,many,other,,,,,,0,0,`, 'type'],
    ['files', '7,Thumbs.db,skipped,,,,,', 'unique constraint'],
  ])('would not be valid with another row of %s', async (name, row, why) => {
    const broken = join(folder, `broken-${name}`)
    cpSync(join(out, 'datapackage'), broken, { recursive: true })
    writeFileSync(join(broken, `${name}.csv`), `${row}\n`, { flag: 'a' })
    const { resources } = await Package.load(join(broken, 'datapackage.json'))
    await expect(resources.find((resource) => resource.name === name)?.read(whole)).rejects.toThrow(why)
  })

  test('has one amount a row: by kind, and by phase where a self-evaluation prints them', async () => {
    const { resources } = await Package.load(join(out, 'datapackage/datapackage.json'))
    const facts = (await resources[0]?.read({ keyed: true })) ?? []
    const of = (id: string, format: string) =>
      facts
        .filter(({ file, project_id }) => String(file).endsWith(format) && project_id === id)
        .map(({ kind, phase, amount_yuan }) => [kind, phase, amount_yuan])
    expect(of('1.1', '.pdf')).toEqual([
      ['annual', 'approved', 2_900_000],
      ['midterm', 'approved', 8_700_000],
    ])
    expect(of('1', '.docx')).toEqual([
      ['annual', 'approved', 900_000],
      ['annual', 'adjusted', 1_000_000],
      ['annual', 'executed', 899_740],
    ])
  })

  test('says what its columns are in the taxonomy of budgets', () => {
    const { resources } = JSON.parse(readFileSync(join(out, 'datapackage/datapackage.json'), 'utf8'))
    const fields: { name: string; columnType?: string }[] = resources[0].schema.fields
    const plain = fields.filter(({ columnType }) => columnType === undefined).map(({ name }) => name)
    expect(plain).toEqual(['file', 'code', 'source'])
    expect(fields.find(({ name }) => name === 'amount_yuan')?.columnType).toBe('value')
    expect(resources[0].schema.extraFields).toContainEqual({
      name: 'currency',
      type: 'string',
      columnType: 'value-currency:code',
      constant: 'CNY',
    })
  })
})

test('the same archive gives the same bytes', async () => {
  const again = join(folder, 'again')
  for (const { write } of exports) await write(archive, again, {})
  const names = filesIn(again)
  expect(names).toHaveLength(28)
  for (const name of names) expect(readFileSync(join(again, name)).equals(readFileSync(join(out, name)))).toBe(true)
})

test('what cannot be written is a Failure that names the file', async () => {
  const taken = join(folder, 'taken')
  writeFileSync(taken, '')
  for (const { write } of exports) {
    const failure = await write(archive, taken, {}).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(String(failure)).toContain(`${taken}/`)
  }
})

test('what breaks off leaves the file that was there, and nothing beside it', async () => {
  const place = join(folder, 'broken')
  const names = ['archive.xlsx', 'reports.ndjson', 'csv/documents.csv', 'datapackage/projects.csv']
  for (const name of names) {
    mkdirSync(dirname(join(place, name)), { recursive: true })
    writeFileSync(join(place, name), 'as it was')
  }
  for (const { name, write } of exports) {
    if (name !== 'parquet') await expect(write(torn(), place, {})).rejects.toThrow('torn')
  }
  expect(filesIn(place)).toEqual(names.sort())
  for (const name of names) expect(readFileSync(join(place, name), 'utf8')).toBe('as it was')
})

const whole = { keyed: true, relations: true } as const

const sqlTypes = { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', amount: 'DECIMAL(28,6)' }

function exportOf(name: string) {
  const found = exports.find((each) => each.name === name)
  if (!found) throw new Error(`there is no export ${name}`)
  return found
}

/** A value without the differences of those who read it: nothing is null, and every figure a number. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : Number(String(value))
}

function fits(value: unknown): boolean {
  return typeof value !== 'string' || value.length < 32_767
}

function valuesIn(book: WorkBook, sheet: string): Value[][] {
  return utils.sheet_to_json<Value[]>(book.Sheets[sheet] ?? {}, { header: 1, defval: null })
}

function xmlOf(book: WorkBook, part: string): string {
  // `bookFiles` adds the parts, which the types do not know.
  const { files } = book as WorkBook & { files: Record<string, { content: Buffer }> }
  return String(files[part]?.content)
}

function linksIn(book: WorkBook): { text: string; target: string; place: string | undefined }[] {
  const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet))
  return cells.flatMap(({ v, l }) => {
    if (!l) return []
    // SheetJS takes the UTF-8 of relations for Latin 1.
    const [target = '', place] = Buffer.from(l.Target, 'latin1').toString().split('#')
    return [{ text: v, target, place }]
  })
}

function linksOn(book: WorkBook, sheet: string): number {
  return new Set(Object.values(book.Sheets[sheet] ?? {}).flatMap(({ l }) => (l ? [l.ref] : []))).size
}

function unreadRow(index: number): string[] {
  return ['package.json', 'paragraph', `${index}`, `package.json#page=${1 + (index % 2)}`]
}

/** An archive of some rows. */
function made(rows: Record<string, Value[][]>): ReadableArchive {
  return {
    rows: async function* (table) {
      yield rows[table] ?? []
    },
    entries: async function* () {},
    listings: async function* () {},
    all: async () => [],
  }
}

/** An archive that cannot be read to its end. */
function torn(): ReadableArchive {
  return {
    ...archive,
    rows: async function* (table) {
      yield* archive.rows(table)
      throw new Error('torn')
    },
    entries: async function* () {
      yield* archive.entries()
      throw new Error('torn')
    },
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}
