import { treeOf } from './docx/mammoth.ts'
import { numberingOf } from './docx/numbering.ts'
import { partsOf } from './docx/parts.ts'
import { toContent } from './docx/tree.ts'
import { entriesOf } from './docx/zip.ts'
import type { Reader } from './reader.ts'

/** Reads Word documents. Word stores no layout, so places are cells and paragraphs. */
const docx: Reader = {
  name: 'docx',
  accepts: (bytes) => hasDocument(bytes),
  async read(bytes, file) {
    const parts = partsOf(bytes)
    const tree = await treeOf(parts)
    return { file, format: 'docx', ...toContent(tree, file, numberingOf(parts.numbering, parts.styles)) }
  },
}

export default docx

// A file that was cut off has lost the list of its contents, but begins with them.
function hasDocument(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  const entries = entriesOf(bytes)
  if (entries) return [...entries.keys()].some((name) => /^word\/document\d*\.xml$/u.test(name))
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('word/')
}
