const sample = 64 * 2 ** 10

// C0 control characters other than tab, line feed, vertical tab, form feed, carriage return and the end mark 1A of DOS.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they tell binary files from text
const control = /[\0-\x08\x0e-\x19\x1b-\x1f\x7f]/gu

/** Whether bytes begin as text in an encoding that Chinese offices use. An empty file is no text. */
export function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, sample)
  const encoding = encodingOf(start)
  // A sample may end inside a character, hence `stream`; damaged UTF-8 is text all the same.
  const text = decodeAs(encoding, start, { stream: true, fatal: encoding !== 'utf-8' })
  return text !== undefined && text !== '' && !text.includes('\0') && count(text, control) * 100 <= text.length
}

/** Bytes as text, or nothing when they are damaged. */
export function decode(bytes: Uint8Array): string | undefined {
  return decodeAs(encodingOf(bytes), bytes, { stream: false, fatal: true })
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const [even, odd] = countZeros(bytes)
  if (odd > 0 && even === 0) return 'utf-16le'
  if (even > 0 && odd === 0) return 'utf-16be'
  return isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030'
}

// In UTF-16 every line feed, digit and ASCII space has one zero byte: the second in little-endian, the first in
// big-endian order. No other text holds zero bytes.
function countZeros(bytes: Uint8Array): [even: number, odd: number] {
  const zeros: [number, number] = [0, 0]
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros[at % 2 === 0 ? 0 : 1]++
  return zeros
}

// Damaged UTF-8 must not pass for GB 18030, in which almost any two bytes are some character. Chinese text in GB 18030
// read as UTF-8 is broken throughout.
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true })
  return count(text, /\ufffd/gu) * 4 <= count(text, /[^\0-\x7f]/gu)
}

function decodeAs(encoding: string, bytes: Uint8Array, how: { stream: boolean; fatal: boolean }): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: how.fatal }).decode(bytes, { stream: how.stream })
  } catch {
    return undefined
  }
}

function count(text: string, what: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(what)) found++
  return found
}
