import { Failure } from '../failure.ts'
import { signatureOf } from '../signature.ts'
import type { Reader } from './reader.ts'
import { assemble } from './text/assemble.ts'
import { decode, isText } from './text/decode.ts'
import { toLines } from './text/lines.ts'

// The longest budgets of a province have some hundred thousand lines. What is larger is a dump that would take
// gigabytes of memory as cells.
const most = { bytes: 32 * 2 ** 20, fields: 1_000_000 }

/** Reads plain text: its lines are paragraphs, or rows of a table when they hold tabs. */
const text: Reader = {
  name: 'text',
  accepts: (bytes) => signatureOf(bytes) === undefined && isText(bytes),
  async read(bytes, file) {
    if (bytes.length > most.bytes) throw tooLarge
    const decoded = decode(bytes)
    if (decoded === undefined) throw damaged
    if (countFields(decoded) > most.fields) throw tooLarge
    return { file, format: 'text', ...assemble(toLines(decoded), file) }
  },
}

export default text

const tooLarge = new Failure({
  zh: '文本过大（超过 32 MB 或一百万个字段）；请拆分后读取。',
  en: 'the text is too large (more than 32 MB or a million fields); split it.',
})

const damaged = new Failure({
  zh: '文本既不是 UTF-8、UTF-16，也不是 GB 18030 编码；请另存为 UTF-8。',
  en: 'the text is neither UTF-8 nor UTF-16 nor GB 18030 throughout; save it as UTF-8.',
})

function countFields(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 9 || code === 10) count++
  }
  return count
}
