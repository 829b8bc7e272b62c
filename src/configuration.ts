import { z } from 'zod'
import { Failure } from './failure.ts'
import type { Message } from './model.ts'
import { catalogue, projectRules } from './validate.ts'

const rule = z
  .enum(catalogue.map(({ name }) => name))
  .meta({ id: 'RuleName', description: 'The name of a rule; disclose rules lists them' })
const projectRule = z
  .enum(projectRules.map(({ name }) => name))
  .meta({ id: 'ProjectRuleName', description: 'The name of a rule that looks at one project at a time' })
const level = z.enum(['off', 'error', 'warning', 'info'])

/** What `disclose.config.json` may say about the findings of a validation. */
export const Configuration = z
  .strictObject({
    $schema: z.string().optional().describe('Where the JSON Schema of this file is; for editors'),
    rules: z
      .partialRecord(rule, level)
      .optional()
      .describe('How severe the findings of a rule are; off: the rule is not run'),
    projects: z
      .record(
        z.string().min(1),
        z.strictObject({
          rules: z.partialRecord(projectRule, level).describe('As for all projects, and going before it'),
        }),
      )
      .optional()
      .describe('What is different for one project, by its id or its name'),
    suppressions: z
      .array(
        z.strictObject({
          rule,
          project: z.string().min(1).optional().describe('The id or the name of a project; left out: any'),
          fingerprint: z.string().min(1).optional().describe('The fingerprint of one finding; left out: any'),
          file: z.string().min(1).optional().describe('A document, from the folder of this file; left out: any'),
          reason: z.string().trim().min(1).describe('Why the findings do not count'),
        }),
      )
      .optional()
      .describe('Findings that do not count'),
  })
  .meta({
    id: 'Configuration',
    title: 'disclose.config.json',
    description: 'Which rules of disclose are run, how severe their findings are, and which findings do not count',
  })

export type Configuration = z.infer<typeof Configuration>

/** The JSON Schema of a configuration (draft 2020-12). */
export function configurationSchema(): object {
  return z.toJSONSchema(Configuration)
}

/** The configuration that a JSON text states; a Failure says what is wrong with it. */
export function configurationIn(text: string): Configuration {
  const { data, error } = Configuration.safeParse(parsed(text))
  if (data) return data
  throw new Failure(sentence(error.issues[0]))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (error) {
    const [what = ''] = String(error instanceof Error ? error.message : error).split('\n')
    throw new Failure({
      zh: `不是有效的 JSON（${what}）；请改正。`,
      en: `it is no valid JSON (${what}); correct it.`,
    })
  }
}

type Issue = z.core.$ZodIssue | undefined

function sentence(issue: Issue): Message {
  const path = issue?.path.join('.') ?? ''
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : []
  if (path === 'rules' && keys[0] !== undefined) return noRule(keys[0])
  if (isOfProject.test(path) && keys[0] !== undefined) return noProjectRule(keys[0])
  if (/^suppressions\.\d+\.rule$/u.test(path)) return noRule(path)
  if (keys.length > 0) return noKey(path, keys.join(', '))
  const wanted = wants.find(([pattern]) => pattern.test(path))?.[1] ?? { zh: '一个文本', en: 'a text' }
  return {
    zh: `${path || '文件'} 应为${wanted.zh}；请改正。`,
    en: `${path || 'the file'} must be ${wanted.en}; correct it.`,
  }
}

// The id of a project has dots of its own.
const isOfProject = /^projects\..+\.rules$/su

const wants: [path: RegExp, wanted: Message][] = [
  [/^$/u, { zh: '一个 JSON 对象', en: 'a JSON object' }],
  [/^rules\.|^projects\..+\.rules\./su, { zh: ' off、error、warning 或 info', en: 'off, error, warning or info' }],
  [/^rules$|^projects\..+\.rules$/su, { zh: '一个以规则名称为键的对象', en: 'an object with names of rules as keys' }],
  [/^projects$/u, { zh: '一个以项目编号或名称为键的对象', en: 'an object with ids or names of projects as keys' }],
  [/^projects\./su, { zh: '一个对象', en: 'an object' }],
  [/\.reason$/u, { zh: '一个写明理由的文本', en: 'a text that gives the reason' }],
  [/^suppressions$/u, { zh: '一个列表', en: 'a list' }],
  [/^suppressions\.\d+$/u, { zh: '一个对象', en: 'an object' }],
]

function noRule(name: string): Message {
  return {
    zh: `${name} 不是规则的名称；disclose rules 列出全部规则。`,
    en: `${name} is not the name of a rule; disclose rules lists them.`,
  }
}

function noProjectRule(name: string): Message {
  if (!catalogue.some((rule) => rule.name === name)) return noRule(name)
  return {
    zh: `${name} 检查的是整个文件，不能按项目设置；请写在最外层的 rules 中。`,
    en: `${name} is about whole documents and cannot be set for a project; set it in the outer rules.`,
  }
}

function noKey(path: string, keys: string): Message {
  return {
    zh: `${path && `${path} `}不能有 ${keys} 这一项；请删去或改正。`,
    en: `there is no key ${keys}${path && ` in ${path}`}; remove or correct it.`,
  }
}
