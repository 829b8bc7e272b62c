import { access, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Configuration } from '../configuration.ts'
import { Failure } from '../failure.ts'
import type { Message } from '../model.ts'
import { sentence } from '../sentence.ts'
import { type Suppression, suppress, unknownProjects } from '../suppress.ts'
import type { Validation } from '../validate.ts'
import type { Options } from './options.ts'
import { remark } from './speech.ts'

const name = 'disclose.config.json'

/** The configuration that a path names, or that is found upwards from the working folder; an empty one when there is none. */
export async function configurationAt(path: string | undefined): Promise<Configuration & { path?: string }> {
  const found = path ?? (await search('.'))
  if (found === undefined) return {}
  try {
    const text = await readFile(found, 'utf8')
    // zod is loaded here, so that documents are validated without it.
    const { configurationIn } = await import('../configuration.ts')
    return { ...withPlaces(configurationIn(text), dirname(resolve(found))), path: found }
  } catch (error) {
    const { zh, en } = sentence(error)
    throw new Failure({ zh: `${found}: ${zh}`, en: `${found}: ${en}` })
  }
}

/** What is left when the suppressions of a configuration are applied; says what in it was of no use. */
export function withoutSuppressed(
  validations: Validation[],
  { path = '', projects = {}, suppressions = [] }: Configuration & { path?: string },
  options: Options,
): Validation[] {
  const { validations: remaining, unused } = suppress(validations, suppressions, (file) => resolve(file))
  for (const project of unknownProjects(validations, Object.keys(projects))) remark(path, unknown(project), options)
  for (const suppression of unused) remark(path, useless(suppression, suppressions.indexOf(suppression)), options)
  return remaining
}

function useless({ rule, reason }: Suppression, index: number): Message {
  return {
    zh: `suppressions.${index}（${rule}：${reason}）没有抑制任何问题；请删去或改正。`,
    en: `suppressions.${index} (${rule}: ${reason}) suppresses nothing; remove or correct it.`,
  }
}

function unknown(project: string): Message {
  return {
    zh: `projects.${project} 不是任何项目的编号或名称；请删去或改正。`,
    en: `projects.${project} is the id or name of no project; remove or correct it.`,
  }
}

async function search(folder: string): Promise<string | undefined> {
  const path = join(folder, name)
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (isThere) return path
  const parent = join(folder, '..')
  return resolve(parent) === resolve(folder) ? undefined : search(parent)
}

// Files are named from the folder of the configuration, wherever the command is run.
function withPlaces({ suppressions, ...configuration }: Configuration, folder: string): Configuration {
  const placed = suppressions?.map((suppression) => ({
    ...suppression,
    ...(suppression.file !== undefined && { file: resolve(folder, suppression.file) }),
  }))
  return { ...configuration, ...(placed && { suppressions: placed }) }
}
