import examples from './examples.json' with { type: 'json' }
import type { Message } from './model.ts'
import type { Rule } from './rules/rule.ts'

/** What a rule checks, why, what it rests on, and an example of what it finds, for people to read. */
export function explain(rule: Rule, language: 'zh' | 'en'): string {
  const { name, title, why, basis, severity } = rule
  const say = words[language]
  const example = (examples as Record<string, Message>)[name]?.[language]
  return [
    `${name}  (${say[severity]})`,
    `${title[language]}${say.stop}`,
    why[language],
    ...(basis ? [`${say.basis}${basis[language]}`] : []),
    ...(example ? [`${say.example}\n${indent(example)}`] : []),
  ].join('\n\n')
}

const words = {
  zh: { error: '错误', warning: '警告', info: '提示', basis: '依据：', example: '示例：', stop: '。' },
  en: { error: 'error', warning: 'warning', info: 'info', basis: 'Basis: ', example: 'Example:', stop: '.' },
}

function indent(text: string): string {
  return text.replace(/^/gmu, '  ')
}
