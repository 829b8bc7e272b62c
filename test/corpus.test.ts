import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Project, parse, type Report, read, rules } from '../src/index.ts'

// Documents with known contents, too large or not free to ship. DISCLOSE_CORPUS names the folder they are in.
const corpus = process.env.DISCLOSE_CORPUS
if (!corpus) process.stderr.write('DISCLOSE_CORPUS is not set: the tests on the corpus are skipped.\n')

interface Truth {
  projects?: { name: string; table?: TrueForm }[]
  forms?: (TrueForm & { header: { 项目名称: string } })[]
}

interface TrueForm {
  funding: { unit: string; annualTotal?: string; midtermTotal?: string; projectTotal?: string; rows?: TrueLine[] }
  indicators: { horizon?: string; level3: string | null; valueRaw?: string | null; target?: string }[]
}

interface TrueLine {
  label: string
  amount: string
}

describe.skipIf(!corpus)('the corpus', () => {
  test.each(documentsWithTruth())('%s is read as it is printed', async (file, truth) => {
    const report = await reportOf(file)
    const { characters, read, furniture, unread } = report.coverage
    expect(characters).toBe(read + furniture + unread)
    expect(factsOf(report)).toEqual(trueFacts(jsonOf(truth)))
    const ids = (jsonOf(truth).projects ?? report.projects).map(({ id }: { id: string }) => id)
    expect(report.projects.map(({ id }) => id)).toEqual(ids)
  })

  test('the reference document as it was received is read as it is printed, but for one word that its truth corrects', async () => {
    const right = trueFacts(jsonOf('yangquan-2021/truth.json'))
    const facts = factsOf(await reportOf('yangquan-2021/report.txt'))
    const printed = right.map((fact) => fact.replace('站点布局和新建道路', '站点布局and新建道路'))
    expect(facts).toEqual(printed.sort())
  })

  test.each(filesIn('putuo', 'pdf'))('%s has whole figures in the cells of its tables', async (file) => {
    const { blocks } = await read(bytesOf(file), basename(file))
    const cells = blocks.flatMap((block) => (block.type === 'table' ? block.cells : []))
    const figures = cells.flatMap(({ text }) => (/^[\d,.\s]+[.,][\d,.\s]+$/u.test(text) ? [text] : []))
    expect(figures.length).toBeGreaterThan(100)
    expect(figures.filter((text) => !/^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u.test(text))).toEqual([])
  })

  test.each(generated('clean'))('%s gives no error', async (file) => {
    const { findings } = await reportOf(file)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test.each(generated('error'))('the error in %s is found', async (file) => {
    const error = jsonOf(`${dirname(file)}/error.json`)
    const { findings } = await reportOf(file)
    const isOurs = rules.some(({ name }) => name === error.rule)
    const found = findings.filter(
      ({ rule, project }) => rule === error.rule && (!error.project || project === error.project),
    )
    expect(isOurs ? found.length : 1).toBeGreaterThan(0)
  })
})

function documentsWithTruth(): [file: string, truth: string][] {
  const makings = ['report', 'report.chromium', 'report.furniture', 'report.rotated', 'report.thinrect']
  const restored = [...makings.map((making) => `${making}.pdf`), 'report.docx', 'restored.txt']
  const own = [...generated('clean'), ...generated('error'), 'swu-2024/report.pdf']
  return [
    ...restored.map((name): [string, string] => [`yangquan-2021/${name}`, 'yangquan-2021/restored.truth.json']),
    ...own.map((file): [string, string] => [file, `${dirname(file)}/truth.json`]),
  ]
}

function generated(kind: string): string[] {
  const files = filesIn('generated-1', '')
  return files.filter((file) => file.split('/')[1]?.startsWith(kind) && basename(file).startsWith('report.'))
}

function filesIn(name: string, ending: string): string[] {
  const folder = join(corpus ?? '', name)
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return files.flatMap((file) => (file.endsWith(ending) ? [join(name, file)] : [])).sort()
}

function reportOf(file: string): Promise<Report> {
  return parse(bytesOf(file), basename(file))
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(corpus ?? '', file)))
}

function jsonOf(file: string) {
  return JSON.parse(new TextDecoder().decode(bytesOf(file)))
}

// A fact is one line; texts without white space.

function factsOf({ projects }: Report): string[] {
  return projects.flatMap(projectFacts).sort()
}

function projectFacts({ name, form }: Project): string[] {
  const facts = (form?.indicators ?? []).map(
    ({ horizon, name, target }) => `${horizon} ${bare(name?.text)} ${bare(target?.text)}`,
  )
  const amounts = [form?.funding.annual?.value?.yuan, form?.funding.mediumTerm?.value?.yuan]
  return ['', ...facts, ...amounts.map(String)].map((fact) => `${bare(name?.text)} ${fact}`)
}

function trueFacts({ projects = [], forms = [] }: Truth): string[] {
  const named = [
    ...projects.map(({ name, table }) => ({ name, table })),
    ...forms.map((table) => ({ name: table.header.项目名称, table })),
  ]
  return named.flatMap(({ name, table }) => trueProjectFacts(name, table)).sort()
}

function trueProjectFacts(name: string, table: TrueForm | undefined): string[] {
  const printed = (table?.indicators ?? []).filter(({ level3, valueRaw, target }) => level3 ?? valueRaw ?? target)
  const facts = printed.map(
    ({ horizon = 'annual', level3, valueRaw, target }) =>
      `${horizon === 'midterm' ? 'mediumTerm' : horizon} ${bare(level3)} ${bare(valueRaw ?? target)}`,
  )
  return ['', ...facts, ...trueAmounts(table).map(String)].map((fact) => `${bare(name)} ${fact}`)
}

function trueAmounts(table: TrueForm | undefined): (number | undefined)[] {
  if (!table) return [undefined, undefined]
  const { unit, annualTotal, midtermTotal, projectTotal, rows = [] } = table.funding
  const row = (label: RegExp) => rows.find((row) => label.test(bare(row.label)))?.amount
  const annual = annualTotal ?? row(/^年度资金(?:申请)?总额/u)
  return [annual, midtermTotal ?? projectTotal ?? row(/^项目资金总额/u)].map((amount) => yuan(amount, unit))
}

function yuan(amount: string | undefined, unit: string): number | undefined {
  const number = Number(amount?.replaceAll(',', ''))
  return Number.isNaN(number) ? undefined : Math.round(number * (unit === '万元' ? 10_000 : 1) * 100) / 100
}

function bare(text: string | null | undefined): string {
  return (text ?? '').replace(/\s/gu, '')
}
