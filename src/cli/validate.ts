import type { Configuration } from '../configuration.ts'
import { extract } from '../extract.ts'
import { Failure } from '../failure.ts'
import type { Disclosure } from '../rules/rule.ts'
import { namesOf, type Validated, type Validation, validate } from '../validate.ts'
import { validatedOf } from '../writers/validation/words.ts'
import { baselineAt, withoutBaseline } from './baseline.ts'
import { configurationAt, withoutSuppressed } from './configuration.ts'
import { entriesOf } from './entries.ts'
import { expand, type Input } from './inputs.ts'
import type { FailOn, Options, Status } from './options.ts'
import { protect } from './outputs.ts'
import { deliverReports, reportsOf } from './reports.ts'
import { savedEntries } from './saved.ts'
import { statusOf } from './status.ts'
import { note } from './summary.ts'

interface ValidateOptions extends Options {
  format?: string[]
  output?: string
  config?: string
  baseline?: string
  maxWarnings?: string
  failOn: FailOn
}

/** Checks documents, or the JSON that `parse` wrote. */
export async function run(names: string[], options: ValidateOptions): Promise<Status> {
  const reports = reportsOf(options.format ?? ['text'], options.output)
  const maxWarnings = options.maxWarnings === undefined ? undefined : limit(options.maxWarnings)
  const configuration = await configurationAt(options.config)
  const baseline = options.baseline === undefined ? undefined : await baselineAt(options.baseline)
  const inputs = await expand(names)
  for (const path of [options.baseline, ...reports.map(({ path }) => path)]) protect(inputs, path)

  const found = await validationsOf(inputs, configuration, options)
  const counted = withoutSuppressed(found, configuration, options)
  const { baseline: path } = options
  const validations = path === undefined ? counted : await withoutBaseline(counted, baseline, path, options)
  await deliverReports(reports, validations, options)
  return statusOf(validations, validatedOf(validations), options.failOn, maxWarnings)
}

function validationsOf(inputs: Input[], configuration: Configuration, options: Options): Promise<Validation[]> {
  return entriesOf(inputs, options, async (bytes, file) => {
    const disclosures = (await savedEntries(bytes, file)) ?? [await extract(bytes, file, options)]
    return disclosures.map((entry) => ('error' in entry ? entry : validated(entry, configuration, options)))
  })
}

function validated(disclosure: Disclosure, configuration: Configuration, options: Options): Validated {
  note(disclosure, options)
  const { file, sha256, projects } = disclosure
  const entries = Object.entries(configuration.projects ?? {}).map(([project, { rules }]) => [project, rules] as const)
  const judgement = validate(disclosure, configuration.rules, Object.fromEntries(entries))
  return { file, sha256, names: namesOf(projects), disclosure, ...judgement }
}

function limit(number: string): number {
  if (/^\d{1,9}$/u.test(number)) return Number(number)
  throw new Failure({
    zh: `--max-warnings 不能是 ${number}；请写数目，例如 10。`,
    en: `--max-warnings cannot be ${number}; write a number, for example 10.`,
  })
}
