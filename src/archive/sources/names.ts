import { attempt } from './attempt.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const gb18030 = new TextDecoder('gb18030')

/**
 * A file name as text. Names that are not UTF-8 were written by a Chinese Windows, in GBK. Where a name may be foreign,
 * i.e. written by such a system, one that has only letters of two bytes is GBK too: 目录 would be “Ŀ¼”.
 */
export function decodeName(bytes: Uint8Array, isForeign: boolean): string {
  const text = unicode(bytes)
  const isText = text !== undefined && !(isForeign && isLatinAtMost(text))
  return isText ? text : gb18030.decode(bytes)
}

/** Whether a name cannot be UTF-8. */
export function isForeignName(bytes: Uint8Array): boolean {
  return unicode(bytes) === undefined
}

/** The names of a list: one a line, or each ended by a NUL; in UTF-8, in UTF-16 with a byte order mark, or in GBK. */
export function namesFrom(list: Uint8Array): string[] {
  const text = decodeList(list).replace(/^\ufeff/u, '')
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/u)
  return names.filter((name) => name !== '')
}

function unicode(bytes: Uint8Array): string | undefined {
  return attempt(() => utf8.decode(bytes))
}

// Up to U+07FF UTF-8 has two bytes, as GBK has; Chinese characters have three.
function isLatinAtMost(text: string): boolean {
  return /[^\0-\x7f]/u.test(text) && !/[^\0-\u07ff]/u.test(text)
}

// PowerShell writes a list in UTF-16, the command line of Windows in GBK.
function decodeList(list: Uint8Array): string {
  const [first, second] = list
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(list)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(list)
  return decodeName(list, false)
}
