import { Failure } from '../../failure.ts'

/** Says in a sentence why a PDF cannot be read. */
export function failureOf(error: unknown, password: string | undefined): Failure {
  if (error instanceof Failure) return error
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  if (name === 'PasswordException') return password === undefined ? locked : wrongPassword
  return new Failure({
    zh: `PDF 文件已损坏，无法读取（${message}）。`,
    en: `The PDF is damaged and cannot be read (${message}).`,
  })
}

const locked = new Failure({
  zh: 'PDF 已加密，请用 --password 给出密码。',
  en: 'The PDF is encrypted; give its password with --password.',
})

const wrongPassword = new Failure({
  zh: '用 --password 给出的密码打不开这个加密的 PDF。',
  en: 'The password given with --password does not open this encrypted PDF.',
})

/** The end of the file is missing. */
export const cutShort = new Failure({
  zh: 'PDF 文件已损坏：文件不完整，缺少结尾。',
  en: 'The PDF is damaged: its end is missing.',
})
