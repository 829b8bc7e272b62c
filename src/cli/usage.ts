import type { CommanderError } from 'commander'
import { Failure } from '../failure.ts'
import type { Message } from '../model.ts'

/** What is wrong with a command line, in both languages; commander knows English only. */
export function misuse({ code, message }: CommanderError): Failure {
  const quoted = Array.from(message.matchAll(/'([^']*)'/gu), ([, name = '']) => name)
  const choices = message.split('Allowed choices are ')[1] ?? ''
  const say = sentences[code]
  return new Failure(say ? say(quoted[0] ?? '', quoted[1] ?? '', choices) : { zh: message, en: message })
}

const sentences: Record<string, (name: string, value: string, choices: string) => Message> = {
  'commander.unknownOption': (name) => ({
    zh: `没有选项 ${name}；disclose --help 列出各命令和选项。`,
    en: `there is no option ${name}; disclose --help lists commands and options.`,
  }),
  'commander.unknownCommand': (name) => ({
    zh: `没有命令 ${name}；读取文件请用 disclose parse <文件>。`,
    en: `there is no command ${name}; to read a document, use disclose parse <file>.`,
  }),
  'commander.missingArgument': (name) => ({
    zh: `缺少参数 <${name}>；请在命令后写上。`,
    en: `the argument <${name}> is missing; write it after the command.`,
  }),
  'commander.excessArguments': () => ({
    zh: '参数过多；disclose --help 列出各命令和选项。',
    en: 'there are too many arguments; disclose --help lists commands and options.',
  }),
  'commander.optionMissingArgument': (name) => ({
    zh: `选项 ${name} 缺少值；请在其后写上。`,
    en: `the option ${name} has no value; write one after it.`,
  }),
  'commander.missingMandatoryOptionValue': (option) => ({
    zh: `缺少选项 ${option}；请在命令后写上。`,
    en: `the option ${option} is missing; write it after the command.`,
  }),
  'commander.invalidArgument': (name, value, choices) => ({
    zh: `选项 ${name} 不能是 ${value}；可以是 ${choices}`,
    en: `the option ${name} cannot be ${value}; it can be ${choices}`,
  }),
}
