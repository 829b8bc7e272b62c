import { extract } from '../extract.ts'
import type { Disclosure } from '../rules/rule.ts'
import { type Validated, type Validation, validate } from '../validate.ts'
import { json } from '../writers/validation/json.ts'
import { text } from '../writers/validation/text.ts'
import { choice } from './choice.ts'
import { hasColor, paint } from './color.ts'
import { entriesOf } from './entries.ts'
import { expand } from './inputs.ts'
import { type FailOn, language, type Options, type Status } from './options.ts'
import { deliver, protect } from './outputs.ts'
import { savedEntries } from './saved.ts'
import { statusOf } from './status.ts'
import { note } from './summary.ts'

interface ValidateOptions extends Options {
  format: string
  output?: string
  failOn: FailOn
}

const formats: Record<string, (validations: Validation[], options: ValidateOptions) => string> = {
  text: (validations, options) => {
    const written = text(validations, { language: language(options) })
    return options.output === undefined && hasColor(process.stdout, options) ? paint(written) : written
  },
  json,
}

/** Checks documents, or the JSON that `parse` wrote. */
export async function run(names: string[], options: ValidateOptions): Promise<Status> {
  const written = choice(formats, options.format)
  const inputs = await expand(names)
  protect(inputs, options.output)

  const validations = await entriesOf(inputs, options, async (bytes, file) => {
    const disclosures = (await savedEntries(bytes)) ?? [await extract(bytes, file, options)]
    return disclosures.map((entry) => ('error' in entry ? entry : validated(entry, options)))
  })
  await deliver(written(validations, options), options.output)
  return statusOf(validations, validatedOf(validations), options.failOn)
}

function validated(disclosure: Disclosure, options: Options): Validated {
  note(disclosure, options)
  const { file, sha256, projects } = disclosure
  const names = Object.fromEntries(projects.map(({ id, name }) => [id, name?.text ?? '']))
  return { file, sha256, names, ...validate(disclosure) }
}

function validatedOf(validations: Validation[]): Validated[] {
  return validations.flatMap((validation) => ('error' in validation ? [] : [validation]))
}
