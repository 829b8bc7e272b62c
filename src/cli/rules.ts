import { catalogue } from '../validate.ts'
import { language, type Options, type Status } from './options.ts'
import { deliver } from './outputs.ts'

interface RulesOptions extends Options {
  format: string
}

/** Lists the rules, one a line. */
export async function run(_: string[], options: RulesOptions): Promise<Status> {
  const listed = catalogue.map(({ name, chapter, severity, title, why, basis }) => ({
    name,
    chapter,
    severity,
    title,
    why,
    ...(basis && { basis }),
  }))
  const width = Math.max(...listed.map(({ name }) => name.length))
  const lines = listed.map(
    ({ name, severity, title }) => `${name.padEnd(width)}  ${severity.padEnd(7)}  ${title[language(options)]}\n`,
  )
  await deliver(options.format === 'json' ? `${JSON.stringify(listed, null, 2)}\n` : lines.join(''))
  return 0
}
