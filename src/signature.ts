import type { Message } from './model.ts'

/** A file format that its first bytes give away, and what to do with a file that no reader accepts. */
export interface Signature {
  name: string
  /** The first bytes, one character a byte. */
  begins: string[]
  /** Completes the sentence "the file is …". */
  says: Message
}

const signatures: Signature[] = [
  {
    name: 'pdf',
    begins: ['%PDF-'],
    says: { zh: 'PDF 文件，但无法读取', en: 'a PDF that cannot be read' },
  },
  {
    name: 'zip',
    begins: ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'],
    says: {
      zh: 'ZIP 压缩文件或其他程序的文件（Excel、OFD 等），不是 Word 文档；压缩文件请用 disclose batch 读取，其他文件请另存为 PDF',
      en: 'a ZIP archive or a file of another program (Excel, OFD) and no Word document; read an archive with disclose batch, save another file as PDF',
    },
  },
  {
    name: 'compound',
    begins: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    says: {
      zh: '旧版或加密的 Office 文件；请去除密码并另存为 .docx 或 PDF',
      en: 'an old or encrypted Office file; remove its password and save it as .docx or PDF',
    },
  },
  {
    name: 'image',
    begins: ['\xff\xd8\xff', '\x89PNG\r\n', 'GIF8', 'II*\0', 'MM\0*'],
    says: {
      zh: '图片，不含文字；请使用文字版文件，或先进行文字识别',
      en: 'a picture without text; use the original document or run text recognition first',
    },
  },
  {
    name: 'archive',
    begins: ['Rar!\x1a', '7z\xbc\xaf\x27\x1c', '\x1f\x8b'],
    says: { zh: '压缩文件；请解压后读取其中的文件', en: 'an archive; unpack it and read the files in it' },
  },
  {
    name: 'rtf',
    begins: ['{\\rtf'],
    says: { zh: 'RTF 文件；请另存为 .docx 或 PDF', en: 'a rich text file; save it as .docx or PDF' },
  },
  {
    name: 'html',
    begins: ['<!doctype html', '<html', '<head', '<body', '<table', '<?xml'],
    says: {
      zh: '网页或 XML 文件；请另存为 PDF 或 .docx',
      en: 'a web page or an XML file; save it as PDF or .docx',
    },
  },
]

/** The format that the first bytes of a file give away, if any. */
export function signatureOf(bytes: Uint8Array): Signature | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024))
  return signatures.find(({ begins }) => begins.some((begin) => isBegun(start, begin)))
}

// The header of a PDF may stand anywhere in the first kilobyte (ISO 32000-1, implementation note 13); the first tag of a
// page may follow a byte order mark and blank lines, in any case.
function isBegun(start: string, begin: string): boolean {
  if (begin === '%PDF-') return start.includes(begin)
  if (!begin.startsWith('<')) return start.startsWith(begin)
  return start
    .replace(/^\xef\xbb\xbf/u, '')
    .trimStart()
    .toLowerCase()
    .startsWith(begin)
}
