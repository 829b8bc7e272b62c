import { explain } from '../explain.ts'
import { Failure } from '../failure.ts'
import { catalogue } from '../validate.ts'
import { language, type Options, type Status } from './options.ts'
import { deliver } from './outputs.ts'

/** Says what a rule checks, why, and with an example. */
export async function run([name = '']: string[], options: Options): Promise<Status> {
  const rule = catalogue.find((rule) => rule.name === name)
  if (!rule) throw unknown(name)
  await deliver(`${explain(rule, language(options))}\n`)
  return 0
}

function unknown(name: string): Failure {
  return new Failure({
    zh: `没有名为 ${name} 的规则；disclose rules 列出全部规则。`,
    en: `there is no rule ${name}; disclose rules lists them.`,
  })
}
