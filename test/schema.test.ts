import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse, Report } from '../src/index.ts'

const schema = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'))
const isReport = new Ajv2020({ strict: false }).compile(schema)

const names = ['report.pdf', 'report.chromium.pdf', 'report.furniture.pdf', 'report.rotated.pdf', 'report.thinrect.pdf']
const files = [...names, 'report.docx', 'report.txt', 'restored.txt']

describe.each(files)('the report of %s', (file) => {
  let report: Report
  let json: string

  beforeAll(async () => {
    report = await parse(new Uint8Array(readFileSync(`fixtures/yangquan-2021/${file}`)), file)
    json = JSON.stringify(report)
  })

  test('is valid by the published schema', () => {
    isReport(JSON.parse(json))
    expect(isReport.errors ?? []).toEqual([])
  })

  test('has its fields in the order of the schema', () => {
    expect(json).toBe(JSON.stringify(Report.parse(JSON.parse(json))))
  })

  test('accounts for every character', () => {
    const { characters, read, furniture, unread } = report.coverage
    expect(read + furniture + unread).toBe(characters)
    const listed = report.unread.reduce((sum, { text }) => sum + [...text.replace(/\s/gu, '')].length, 0)
    expect(listed).toBe(unread)
  })
})

test('the schema refuses what is no report', () => {
  expect(isReport({ version: 2 })).toBe(false)
})
