import { Failure } from '../failure.ts'

/** The choice that an option names; a Failure that lists the choices when there is none of that name. */
export function choice<T>(choices: Record<string, T>, name: string): T {
  const chosen = Object.hasOwn(choices, name) ? choices[name] : undefined
  if (chosen !== undefined) return chosen
  const names = Object.keys(choices)
  throw new Failure({
    zh: `没有 ${name} 这种格式；可选格式：${names.join('、')}。`,
    en: `there is no format ${name}; the formats are ${names.join(', ')}.`,
  })
}
