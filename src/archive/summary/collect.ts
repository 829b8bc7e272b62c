import type { Severity } from '../../model.ts'
import { editions } from '../store/editions.ts'
import type { Ask } from './ask.ts'
import { looks } from './looks.ts'
import type { Money, Pair, RuleCount, Summary } from './summary.ts'

/** The summary of an archive. It holds nothing of when or how fast the archive was read. */
export async function collect(ask: Ask): Promise<Summary> {
  const [counts = {}] = await ask(countsOf)
  const number = (name: string) => Number(counts[name] ?? 0)
  return {
    version: 1,
    files: {
      documents: number('documents'),
      duplicates: number('duplicates'),
      skipped: number('skipped'),
      failed: number('failed'),
    },
    projects: number('projects'),
    indicators: number('indicators'),
    findings: { error: number('error'), warning: number('warning'), info: number('info') },
    ...(typeof counts.coverage === 'number' && { coverage: Number(counts.coverage.toFixed(4)) }),
    money: (await ask(moneyOf)).map(moneyFrom),
    rules: (await ask(rulesOf)).map(ruleFrom),
    look: await looks(ask),
    skipped: (await ask(skippedOf)).map(({ file, zh, en }) => ({
      file: String(file),
      reason: { zh: String(zh), en: String(en) },
    })),
    duplicates: (await ask(duplicatesOf)).map(pairFrom),
    editions: (await ask(editionsOf)).map(pairFrom),
  }
}

const countsOf = `
  select
    (select count(*) from files where state = 'document') as documents,
    (select count(*) from files where state = 'duplicate') as duplicates,
    (select count(*) from files where state = 'skipped') as skipped,
    (select count(*) from files where state = 'failed') as failed,
    (select count(*) from projects) as projects,
    (select count(*) from indicators) as indicators,
    (select count(*) from findings where severity = 'error') as error,
    (select count(*) from findings where severity = 'warning') as warning,
    (select count(*) from findings where severity = 'info') as info,
    (select sum(coverage order by file) / count(coverage) from documents) as coverage`

const editionsOf = `select file, "first" from (${editions}) where file <> "first" order by position`

// Sums of DECIMAL are exact; as text they keep every digit on the way out. A self-evaluation states the budget of its
// year once more: what kinds of documents state is never added up.
const moneyOf = `
  with annual as (
    select file, count(*) as projects, sum(coalesce(annual_yuan, narrative_yuan)) as yuan from projects group by file
  )
  select d.body, d.fiscal_year, d.kind, count(*) as documents, coalesce(sum(a.projects), 0) as projects,
    cast(sum(d.total_yuan) as varchar) as stated, cast(sum(a.yuan) as varchar) as annual
  from documents d left join annual a using (file)
  where d.file not in (select file from (${editions}) where file <> "first")
  group by d.body, d.fiscal_year, d.kind
  order by d.body nulls last, d.fiscal_year nulls last, d.kind`

const rulesOf = `
  select rule, severity, count(*) as findings, count(distinct file) as documents
  from findings
  group by rule, severity
  order by case severity when 'error' then 1 when 'warning' then 2 else 3 end, findings desc, rule`

const skippedOf = `
  select file, reason_zh as zh, reason_en as en from files where state = 'skipped' order by position`

const duplicatesOf = `
  select file, "first" from files where state = 'duplicate' order by position`

function pairFrom({ file, first }: Record<string, unknown>): Pair {
  return { file: String(file), first: String(first) }
}

function moneyFrom({ body, fiscal_year, kind, documents, projects, stated, annual }: Record<string, unknown>): Money {
  return {
    ...(body !== null && { body: String(body) }),
    ...(fiscal_year !== null && { fiscalYear: Number(fiscal_year) }),
    kind: String(kind),
    documents: Number(documents),
    projects: Number(projects),
    ...(stated !== null && { stated: Number(stated) }),
    ...(annual !== null && { annual: Number(annual) }),
  }
}

function ruleFrom({ rule, severity, findings, documents }: Record<string, unknown>): RuleCount {
  const level: Severity = severity === 'error' || severity === 'warning' ? severity : 'info'
  return { rule: String(rule), severity: level, findings: Number(findings), documents: Number(documents) }
}
