import type { Severity } from '../model.ts'

/** What every command takes. */
export interface Options {
  password?: string
  lang?: Language
  color?: boolean
  quiet?: boolean
}

export type Language = 'zh' | 'en'

/** What the process exits with: 0 fine, 1 findings at or above --fail-on, 2 the command could not do its work, 130 interrupted. */
export type Status = 0 | 1 | 2 | 130

/** The least severity that makes a command fail. */
export type FailOn = Exclude<Severity, 'info'> | 'never'

/** The language of messages: --lang, else the locale, else English. */
export function language({ lang }: Options): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return lang ?? ((LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh' : 'en')
}
