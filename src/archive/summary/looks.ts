import type { Message } from '../../model.ts'
import type { Ask } from './ask.ts'
import type { Look } from './summary.ts'

/** The files that need a look, worst first: what could not be read, what holds no project, errors, much unread text, warnings. */
export async function looks(ask: Ask): Promise<Look[]> {
  return (await ask(suspects)).map((row) => ({ file: String(row.file), why: reasonsOf(row) }))
}

// Below this share of characters that were read, something on the page was probably missed.
const enough = 0.8

const suspects = `
  with counts as (
    select file, count(*) filter (severity = 'error') as errors, count(*) filter (severity = 'warning') as warnings
    from findings group by file
  )
  select f.file, f.state, f.reason_zh, f.reason_en, d.format, d.projects, d.coverage,
    coalesce(c.errors, 0) as errors, coalesce(c.warnings, 0) as warnings
  from files f left join documents d using (file) left join counts c using (file)
  where f.state = 'failed'
    or f.state = 'document' and (d.projects = 0 or d.coverage < ${enough} or c.errors > 0 or c.warnings > 0)
  order by f.state = 'failed' desc, coalesce(d.projects, 0) = 0 desc, errors desc, coalesce(d.coverage, 0) < ${enough} desc,
    warnings desc, f.position`

type Row = Record<string, unknown>

function reasonsOf(row: Row): Message[] {
  if (row.state === 'failed') return [{ zh: String(row.reason_zh), en: String(row.reason_en) }]
  return [...projectless(row), ...counted(row, 'errors'), ...unread(row), ...counted(row, 'warnings')]
}

function projectless({ projects, coverage, format }: Row): Message[] {
  if (Number(projects) > 0) return []
  if (coverage !== null) return [{ zh: '没有找到已知的表单', en: 'no known form was found' }]
  return [
    format === 'text'
      ? { zh: '没有文字', en: 'no text' }
      : { zh: '没有文字，可能是扫描件', en: 'no text, perhaps a scan' },
  ]
}

function unread({ projects, coverage }: Row): Message[] {
  if (Number(projects) === 0 || coverage === null || Number(coverage) >= enough) return []
  const percent = Math.floor((1 - Number(coverage)) * 100)
  return [{ zh: `${percent}% 的文字未读`, en: `${percent} % of the text is unread` }]
}

function counted(row: Row, name: 'errors' | 'warnings'): Message[] {
  const number = Number(row[name])
  if (number === 0) return []
  const noun = { errors: { zh: '错误', en: 'error' }, warnings: { zh: '警告', en: 'warning' } }[name]
  return [{ zh: `${number} 个${noun.zh}`, en: `${number} ${noun.en}${number === 1 ? '' : 's'}` }]
}
