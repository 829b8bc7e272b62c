import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { page as pageOf } from '../src/archive/summary/page.ts'
import type { Summary } from '../src/archive/summary/summary.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

// A document can be called and can say anything.
const hostile = '<img src=x onerror="document.title=1"></script><script>document.title=2</script>'

const summary: Summary = {
  version: 1,
  files: { documents: 4, duplicates: 1, skipped: 1, failed: 1 },
  projects: 12,
  indicators: 340,
  findings: { error: 3, warning: 10, info: 0 },
  coverage: 0.9876,
  money: [
    { body: '教育局', fiscalYear: 2021, kind: 'department-budget', documents: 1, projects: 2, annual: 9_500_000.5 },
    { body: '教育局', fiscalYear: 2022, kind: 'department-budget', documents: 1, projects: 2, annual: 12_000_000 },
    { body: hostile, fiscalYear: 2021, kind: 'other', documents: 1, projects: 8, stated: 100 },
    { kind: 'other', documents: 1, projects: 0 },
  ],
  rules: [
    { rule: 'placeholder', severity: 'error', findings: 3, documents: 2 },
    { rule: 'precision', severity: 'warning', findings: 10, documents: 4 },
  ],
  look: [
    { file: 'archive/坏.pdf', why: [{ zh: '文件已损坏。', en: 'the file is damaged.' }] },
    { file: hostile, why: [{ zh: hostile, en: hostile }] },
    { file: 'archive/十.pdf', why: [{ zh: '10 个错误', en: '10 errors' }] },
    { file: 'archive/二.pdf', why: [{ zh: '2 个警告', en: '2 warnings' }] },
  ],
  skipped: [{ file: 'archive/Thumbs.db', reason: { zh: '不是文件。', en: 'it is no document.' } }],
  duplicates: [{ file: 'archive/副本.pdf', first: 'archive/公开.pdf' }],
  editions: [],
}

describe.skipIf(!existsSync(executablePath))('the summary page in a browser', () => {
  let folder: string
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'disclose-page-'))
    const html = pageOf(summary, { language: 'zh', linkTo: (file) => (file.includes('/') ? `../${file}` : undefined) })
    writeFileSync(join(folder, 'index.html'), html)
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
    page = await browser.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('loads without a complaint, and nothing in it runs but its own script', async () => {
    expect(complaints).toEqual([])
    expect(await page.title()).toBe('批量读取汇总')
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.getByText(hostile).count()).toBeGreaterThan(0)
  })

  test('sorts a list by the head that is pressed: numbers as numbers, the empty ones last, both ways', async () => {
    const table = page.locator('section', { hasText: '各单位各年度金额' }).locator('table')
    const amounts = async () => (await table.locator('tbody tr td:last-child').allTextContents()).map((text) => text)
    await table.getByRole('button', { name: '项目年度预算合计（元）' }).click()
    expect(await amounts()).toEqual(['9,500,000.5', '12,000,000', '', ''])
    await table.getByRole('button', { name: '项目年度预算合计（元）' }).click()
    expect(await amounts()).toEqual(['12,000,000', '9,500,000.5', '', ''])
    expect(await table.locator('th[aria-sort=descending]').count()).toBe(1)
  })

  test('draws a bar for each body, year and kind, as long as its amount', async () => {
    const widths = await page
      .locator('svg rect')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width'))))
    expect(widths).toHaveLength(2)
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(9.5 / 12, 2)
  })

  test('fits a telephone, and leads to its parts', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.setViewportSize({ width: 1280, height: 720 })
    const targets = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(targets).toEqual(['#look', '#money', '#rules', '#duplicates', '#skipped'])
    for (const target of targets) expect(await page.locator(target ?? '').count()).toBe(1)
  })

  test('sorts figures in texts as figures', async () => {
    const table = page.locator('#look table')
    const reasons = async () => table.locator('tbody tr td:last-child').allTextContents()
    await table.getByRole('button', { name: '原因' }).click()
    expect(await reasons()).toEqual([hostile, '2 个警告', '10 个错误', '文件已损坏。'])
  })

  test('links to the documents, also to those with Chinese names', async () => {
    expect(await page.getByRole('link', { name: 'archive/坏.pdf' }).getAttribute('href')).toBe('../archive/坏.pdf')
    await page.locator('#duplicates summary').click()
    expect(await page.getByRole('link', { name: 'archive/公开.pdf' }).isVisible()).toBe(true)
  })
})
