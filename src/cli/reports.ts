import { dirname, relative, resolve, sep } from 'node:path'
import { Failure } from '../failure.ts'
import type { Validation } from '../validate.ts'
import { fileUri } from '../writers/validation/escapes.ts'
import { github } from '../writers/validation/github.ts'
import { gitlab } from '../writers/validation/gitlab.ts'
import { html } from '../writers/validation/html.ts'
import { json } from '../writers/validation/json.ts'
import { junit } from '../writers/validation/junit.ts'
import { markdown } from '../writers/validation/markdown.ts'
import { sarif } from '../writers/validation/sarif.ts'
import { text } from '../writers/validation/text.ts'
import type { Wording } from '../writers/validation/words.ts'
import { choice } from './choice.ts'
import { hasColor, paint } from './color.ts'
import { language, type Options } from './options.ts'
import { deliver } from './outputs.ts'
import { version } from './version.ts'

/** One report that was asked for, and the file that it goes to; standard output when there is none. */
export interface Report {
  write(validations: Validation[], wording: Wording): string
  isText: boolean
  path?: string | undefined
}

type Write = Report['write']

const formats: Record<string, Write> = { text, json, sarif, junit, github, gitlab, markdown, html }

/** The reports that `-f FORMAT` and `-f FORMAT=FILE` ask for; `-o` names the file of the one without. */
export function reportsOf(wanted: string[], output: string | undefined): Report[] {
  const reports = wanted.map((want) => reportOf(want))
  const pathless = reports.filter(({ path }) => path === undefined)
  if (pathless.length > 1) throw severalToStandardOutput
  if (pathless.length === 0 && output !== undefined) throw nothingForOutput
  const directed = reports.map((report) => ({ ...report, path: report.path ?? output }))
  const paths = directed.flatMap(({ path }) => (path === undefined ? [] : [resolve(path)]))
  if (new Set(paths).size < paths.length) throw severalToOneFile
  return directed
}

/** Writes reports, in the order in which they were asked for. */
export async function deliverReports(reports: Report[], validations: Validation[], options: Options): Promise<void> {
  for (const { write, isText, path } of reports) {
    const written = write(validations, { language: language(options), version: version(), base: baseOf(path) })
    const isPainted = isText && path === undefined && hasColor(process.stdout, options)
    await deliver(isPainted ? paint(written) : written, path)
  }
}

function reportOf(want: string): Report {
  const [name = '', ...rest] = want.split('=')
  const write = choice(formats, name)
  const path = rest.join('=')
  if (rest.length > 0 && path === '') throw noFile(name)
  return { write, isText: name === 'text', ...(path !== '' && { path }) }
}

// Names of documents start from the working folder, links in a report from the folder of the report.
function baseOf(path: string | undefined): string {
  const way = path === undefined ? '' : relative(dirname(resolve(path)), process.cwd()).replaceAll(sep, '/')
  return way === '' ? '' : `${fileUri(way)}/`
}

const severalToStandardOutput = new Failure({
  zh: '标准输出只能写一种格式；请为其余格式指定文件，例如 -f sarif=out.sarif。',
  en: 'only one format can go to standard output; name files for the others, for example -f sarif=out.sarif.',
})

const nothingForOutput = new Failure({
  zh: '每种格式都已指定文件；请去掉 --output。',
  en: 'every format names its file; leave out --output.',
})

const severalToOneFile = new Failure({
  zh: '两种格式写到同一个文件；请另取名字。',
  en: 'two formats would go to the same file; give one another name.',
})

function noFile(name: string): Failure {
  return new Failure({
    zh: `${name}= 之后缺少文件名；请写上。`,
    en: `there is no file after ${name}=; write its name.`,
  })
}
