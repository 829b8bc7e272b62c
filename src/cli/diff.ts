import { type Differences, differencesBetween, type Edition } from '../difference.ts'
import { Failure } from '../failure.ts'
import type { Message } from '../model.ts'
import { csv } from '../writers/difference/csv.ts'
import { json } from '../writers/difference/json.ts'
import { text } from '../writers/difference/text.ts'
import type { Refusal } from '../writers/writer.ts'
import { choice } from './choice.ts'
import { hasColor, paintDifferences } from './color.ts'
import { editionAt } from './editions.ts'
import { checkExcel } from './excel.ts'
import { language, type Options, type Status } from './options.ts'
import { deliver, protect } from './outputs.ts'
import { complain, remark } from './speech.ts'

interface DiffOptions extends Options {
  format: string
  output?: string
  excel?: boolean
  exitCode?: boolean
}

/** Says what sets of reports state otherwise than the ones before them. */
export async function run(names: string[], options: DiffOptions): Promise<Status> {
  const write = choice(formats, options.format)
  checkExcel(options.excel, options.format === 'csv')
  if (names.filter((name) => name === '-').length > 1) throw severalFromStandardInput
  protect(
    names.map((file) => ({ file })),
    options.output,
  )
  const editions = await editionsAt(names, options)
  if (editions.length < names.length) return 2
  const differences = differencesBetween(editions)
  await deliver(await write(differences, options), options.output)
  if (options.format !== 'text' || options.output !== undefined) remark('disclose', summary(differences), options)
  if (editions.some(({ refusals }) => refusals.length > 0)) return 2
  return options.exitCode && hasAny(differences) ? 1 : 0
}

const formats: Record<string, (differences: Differences, options: DiffOptions) => string | Promise<string>> = {
  text: (differences, options) => {
    const written = text(differences, language(options))
    const isPainted = options.output === undefined && hasColor(process.stdout, options)
    return isPainted ? paintDifferences(written) : written
  },
  json,
  csv: (differences, { excel }) => csv(differences, excel),
}

// An argument that cannot be used gets its sentence, and so does every input in it.
async function editionsAt(names: string[], options: DiffOptions): Promise<(Edition & { refusals: Refusal[] })[]> {
  const editions: (Edition & { refusals: Refusal[] })[] = []
  for (const name of names) {
    try {
      const edition = await editionAt(name, options)
      for (const { file, error } of edition.refusals) complain(file, new Failure(error), options)
      if (edition.reports.length === 0) throw withoutReports
      editions.push(edition)
    } catch (error) {
      complain(name, error, options)
    }
  }
  return editions
}

function hasAny({ comparisons, histories }: Differences): boolean {
  const isDifferent = comparisons.some(({ projects }) => projects.some(({ state }) => state !== 'unchanged'))
  return isDifferent || histories.some(({ outcomes }) => outcomes.some(({ outcome }) => outcome === 'fails'))
}

function summary({ comparisons, histories }: Differences): Message {
  const states = comparisons.flatMap(({ projects }) => projects.map(({ state }) => state))
  const count = (state: string) => states.filter((other) => other === state).length
  const failing = histories.filter(({ outcomes }) => outcomes.some(({ outcome }) => outcome === 'fails')).length
  return {
    zh: `有变化 ${count('changed')}，新增 ${count('new')}，不再列出 ${count('gone')}，无变化 ${count('unchanged')}；跨年校验：不符合 ${failing}。`,
    en: `changed ${count('changed')}, new ${count('new')}, gone ${count('gone')}, unchanged ${count('unchanged')}; through the years: fails ${failing}.`,
  }
}

const withoutReports = new Failure({
  zh: '其中没有可以比较的报告；请用 disclose parse 生成，或用 disclose batch --resume 完成中断的运行。',
  en: 'there is no report in it to compare; write one with disclose parse, or end a run that was broken off with disclose batch --resume.',
})

const severalFromStandardInput = new Failure({
  zh: '标准输入（-）只能作为一个参数；其余的请写成文件。',
  en: 'standard input (-) can be one argument only; name files for the others.',
})
