import type { Finding, Message, Report } from '../model.ts'
import type { Disclosure } from '../rules/rule.ts'
import { type Entry, reportsOf } from '../writers/writer.ts'
import type { Options } from './options.ts'
import { remark } from './speech.ts'

/** Says on standard error what was read, in one line, after a sentence for each document without text or form. */
export function summarize(entries: Entry[], options: Options & { output?: string }): void {
  const reports = reportsOf(entries)
  for (const report of reports) note(report, options)
  const [only] = reports
  if (!only) return
  remark(reports.length === 1 ? only.file : 'disclose', summary(reports, options.output), options)
}

/** Says on standard error when a document has no text or no known form, which is no error. */
export function note({ file, format, coverage, projects }: Disclosure, options: Options): void {
  if (coverage.characters === 0) remark(file, format === 'text' ? blank : withoutText, options)
  else if (projects.length === 0) remark(file, withoutForm, options)
}

const withoutText: Message = {
  zh: '文件中没有文字，可能是扫描件；请提供文字版文件，或先进行文字识别。',
  en: 'there is no text in it, perhaps it is a scan; use the original document or run text recognition first.',
}

const blank: Message = {
  zh: '文件中只有空白，没有文字；如应有内容，请重新取得该文件。',
  en: 'there is nothing but white space in it; if there should be more, get it again.',
}

const withoutForm: Message = {
  zh: '没有找到已知的表单；全部文字列在 unread 中。',
  en: 'no known form was found; all text is listed under unread.',
}

function summary(reports: Report[], output: string | undefined): Message {
  const projects = reports.flatMap(({ projects }) => projects)
  const indicators = projects.flatMap(({ form }) => form?.indicators ?? []).length
  const findings = tally(reports.flatMap(({ findings }) => findings))
  const documents = reports.length === 1 ? { zh: '', en: '' } : documentsOf(reports.length)
  const place = output === undefined ? { zh: '', en: '' } : { zh: `；已写入 ${output}`, en: `; written to ${output}` }
  return {
    zh: `${documents.zh}${projects.length} 个项目，${indicators} 条指标；${findings.zh}${place.zh}。`,
    en: `${documents.en}${count(projects.length, 'project')}, ${count(indicators, 'indicator')}; ${findings.en}${place.en}.`,
  }
}

function documentsOf(number: number): Message {
  return { zh: `${number} 份文件，`, en: `${count(number, 'document')}, ` }
}

function tally(findings: Finding[]): Message {
  const number = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  const [errors, warnings, infos] = [number('error'), number('warning'), number('info')]
  return {
    zh: `${errors} 个错误，${warnings} 个警告，${infos} 个提示`,
    en: `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${infos} info`,
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
