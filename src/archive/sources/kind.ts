import type { Message } from '../../model.ts'
import { signatureOf } from '../../signature.ts'
import { reasons } from './reasons.ts'

/** How much of a file is looked at to tell what it is, in bytes. */
export const headLength = 2048

/** What a file is for an archive: a document, readable or not; a ZIP archive; one of another kind; or why it is none. */
export type Kind = 'document' | 'zip' | 'packed' | Message

/**
 * Tells by its head what a file is. The name decides only what the contents leave open: what is named like a document
 * and is none must be looked at by a person, so it passes for one and fails.
 */
export function kindOf(name: string, size: number, head: Uint8Array): Kind {
  if (size === 0) return reasons.empty
  if (begins(head, '\0\x05\x16\x07')) return reasons.stub
  if (systemNames.test(name)) return reasons.system
  if (isZip(name, head)) return isPackageHead(head) ? 'document' : 'zip'
  return documentNames.test(name) ? 'document' : kindByContents(name, head)
}

/** Whether a folder is hidden or kept by a system. */
export function isHiddenFolder(name: string): boolean {
  return /^\.(?!\.?$)/u.test(name) || systemFolders.test(name)
}

/** The path to the first folder that is hidden, of folders that stand in each other. */
export function hiddenIn(folders: string[]): string | undefined {
  const at = folders.findIndex(isHiddenFolder)
  return at < 0 ? undefined : folders.slice(0, at + 1).join('/')
}

/** Whether these files of a ZIP archive make it a document of an office program (OOXML, ODF, OFD, EPUB). */
export function isPackage(names: Iterable<string>): boolean {
  for (const name of names) if (packageNames.has(name)) return true
  return false
}

const packageNames = new Set(['[Content_Types].xml', '_rels/.rels', 'mimetype', 'OFD.xml'])
const documentNames = /\.(?:pdf|docx?|docm|dotx?|wps|xlsx?|xlsm|et|pptx?|dps|ofd|od[tsp]|rtf|txt|html?|mht|ceb)$/iu
const systemNames = /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|icon\r|~\$.*)$/iu
const systemFolders = /^(?:__MACOSX|\$RECYCLE\.BIN|System Volume Information|@eaDir)$/iu
const toolNames =
  /^\.|\.(?:m?js|ts|css|map|json|ndjson|jsonl|svg|plist|ya?ml|toml|ini|conf|cfg|log|url|desktop|bat|cmd|sh|ps1|py|java|c|h|sql|sha\d+|md5|bak|lock)$/iu

// Tape, xz, bzip2, Zstandard, Microsoft and LHA archives; those that parse knows too are in its list of signatures.
const packed: [at: number, magic: string][] = [
  [257, 'ustar'],
  [0, '\xfd7zXZ\0'],
  [0, 'BZh'],
  [0, '\x28\xb5\x2f\xfd'],
  [0, 'MSCF\0'],
  [2, '-lh5-'],
]

const zipMarks = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

function kindByContents(name: string, head: Uint8Array): Kind {
  const signature = signatureOf(head)?.name
  if (signature === 'archive' || packed.some(([at, magic]) => begins(head.subarray(at), magic))) return 'packed'
  if (signature === 'image') return reasons.picture
  if (signature === undefined && !isText(head)) return reasons.unknown
  const isOpen = signature === undefined || signature === 'html'
  return isOpen && (toolNames.test(name) || begins(head, '#!')) ? reasons.tool : 'document'
}

// An archive may begin with a PDF that is stored as it is, so its own signature comes before that of a PDF, which may
// stand anywhere. A program that unpacks itself stands before its archive; what is called .zip is looked at for one.
function isZip(name: string, head: Uint8Array): boolean {
  if (zipMarks.some((mark) => begins(head, mark))) return true
  return /\.zip$/iu.test(name) && signatureOf(head) === undefined && !isText(head)
}

// APPNOTE.TXT 6.3.10, section 4.3.7: the length of the name of the first file is at 26, the name at 30.
function isPackageHead(head: Uint8Array): boolean {
  const length = (head[26] ?? 0) + 256 * (head[27] ?? 0)
  return packageNames.has(Buffer.from(head.subarray(30, 30 + length)).toString())
}

// Zero bytes stand in no text but UTF-16, which begins with a byte order mark where nothing else tells that it is text.
function isText(head: Uint8Array): boolean {
  return begins(head, '\xff\xfe') || begins(head, '\xfe\xff') || !head.includes(0)
}

function begins(head: Uint8Array, magic: string): boolean {
  return String.fromCharCode(...head.subarray(0, magic.length)) === magic
}
