import { Failure, Locked } from '../../failure.ts'

// The exceptions by which pdf.js says that a file cannot be read; anything else is a bug and stays one.
const damages = [
  'InvalidPDFException',
  'FormatError',
  'UnknownErrorException',
  'ResponseException',
  'AbortException',
  'XRefParseException',
]

/** Says in a sentence why a PDF cannot be read; an error that says nothing about the file is handed back. */
export function failureOf(error: unknown, password: string | undefined): unknown {
  if (!(error instanceof Error)) return error
  if (error.name === 'PasswordException') return password === undefined ? locked : wrongPassword
  if (!damages.includes(error.name)) return error
  return new Failure({
    zh: `文件是已损坏的 PDF（${error.message}）；请重新取得该文件。`,
    en: `the file is a damaged PDF (${error.message}); get it again.`,
  })
}

const locked = new Locked({
  zh: '文件已加密；请用 --password 给出密码。',
  en: 'the file is encrypted; give its password with --password.',
})

const wrongPassword = new Locked({
  zh: '文件已加密，--password 给出的密码不对。',
  en: 'the file is encrypted, and --password does not open it; give another password.',
})

/** The end of the file is missing. */
export const cutShort = new Failure({
  zh: '文件是已损坏的 PDF：缺少结尾；请重新取得该文件。',
  en: 'the file is a damaged PDF: its end is missing; get it again.',
})
