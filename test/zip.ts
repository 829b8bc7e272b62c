import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a ZIP archive made for a test: what its entry says may differ from what is there. */
export interface Packed {
  name: string | Uint8Array
  contents: Uint8Array | string
  /** The flags of the entry: bit 0 encrypted, bit 3 sizes behind the contents, bit 11 name in UTF-8. */
  flags?: number
  /** 8, Deflate, unless another is claimed; 0 stores. */
  method?: number
  /** The upper byte of the version that made it: 0 Windows, 3 Unix. */
  system?: number
  attributes?: number
  extra?: Uint8Array
  /** What the entry claims in place of the truth. */
  claims?: { size?: number; packed?: number; crc?: number; offset?: number }
}

/** How a ZIP archive is written: what stands before and behind it, and whether its positions count what is before. */
export interface Wrapping {
  before?: Uint8Array
  behind?: Uint8Array
  isCounted?: boolean
  isLong?: boolean
}

/** A ZIP archive made for a test, the same bytes each time (APPNOTE.TXT 6.3.10). */
export function madeZip(files: Packed[], wrapping: Wrapping = {}): Buffer {
  const { before = Buffer.alloc(0), behind = Buffer.alloc(0), isCounted = true, isLong = false } = wrapping
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = isCounted ? before.length : 0
  for (const file of files) {
    const { local, entry } = written(file, at, isLong)
    parts.push(local)
    list.push(entry)
    at += local.length
  }
  const length = list.reduce((sum, entry) => sum + entry.length, 0)
  return Buffer.concat([
    before,
    ...parts,
    ...list,
    isLong ? longEnd(list.length, length, at) : end(list.length, length, at),
    behind,
  ])
}

/** A Unicode Path extra field for a name (section 4.6.9). */
export function unicodePath(name: Uint8Array, text: string): Buffer {
  const utf8 = Buffer.from(text)
  return fields([2, 0x7075], [2, 5 + utf8.length], [1, 1], [4, crc32(name)], utf8)
}

/** Text in GBK, the encoding of a Chinese Windows. */
export function gbk(text: string): Buffer {
  return Buffer.concat(
    Array.from(text, (character) => (character < '\x80' ? Buffer.from(character) : pairOf(character))),
  )
}

function pairOf(character: string): Buffer {
  const pair = pairs().get(character)
  if (!pair) throw new Error(`${character} is not in GBK`)
  return pair
}

let table: Map<string, Buffer> | undefined

function pairs(): Map<string, Buffer> {
  if (table) return table
  const decoder = new TextDecoder('gb18030')
  table = new Map()
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const pair = Buffer.from([lead, trail])
      if (trail !== 0x7f) table.set(decoder.decode(pair), pair)
    }
  }
  return table
}

function written(file: Packed, at: number, isLong: boolean): { local: Buffer; entry: Buffer } {
  const { name, contents, flags = 0, method = 8, system = 0, attributes = 0, claims = {} } = file
  const [title, bytes] = [Buffer.from(name), Buffer.from(contents)]
  const data = method === 8 ? deflateRawSync(bytes) : bytes
  const { size = bytes.length, packed = data.length, crc = crc32(bytes), offset = at } = claims
  const isBehind = (flags & 8) !== 0
  const known: Field[] = [
    [4, crc],
    [4, packed],
    [4, size],
  ]
  const sizes: Field[] = isBehind
    ? [
        [4, 0],
        [4, 0],
        [4, 0],
      ]
    : known
  const head: Field[] = [
    [2, 20],
    [2, flags],
    [2, method],
    [2, 0],
    [2, 0x21],
  ]
  const local = fields([4, 0x04034b50], ...head, ...sizes, [2, title.length], [2, 0], title, data)
  const descriptor = isBehind ? fields([4, 0x08074b50], ...known) : Buffer.alloc(0)
  const long = fields([2, 1], [2, 24], [8, size], [8, packed], [8, offset])
  const extra = Buffer.concat([isLong ? long : Buffer.alloc(0), file.extra ?? Buffer.alloc(0)])
  const [listed, position] = isLong
    ? [[[4, crc], ...ones, ...ones] satisfies Field[], ones[0]]
    : [known, [4, offset] satisfies Field]
  const entry = fields(
    [4, 0x02014b50],
    [2, 20 + 256 * system],
    ...head,
    ...listed,
    [2, title.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, attributes],
    position,
    title,
    extra,
  )
  return { local: Buffer.concat([local, descriptor]), entry }
}

const ones: [Field] = [[4, 0xffffffff]]

function end(count: number, length: number, at: number): Buffer {
  return fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, at], [2, 0])
}

function longEnd(count: number, length: number, at: number): Buffer {
  const record: Field[] = [
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, at],
  ]
  const locator: Field[] = [
    [4, 0x07064b50],
    [4, 0],
    [8, at + length],
    [4, 1],
  ]
  return Buffer.concat([
    fields(...record, ...locator),
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], ...ones, ...ones, [2, 0]),
  ])
}

type Field = [bytes: 1 | 2 | 4 | 8, value: number] | Uint8Array

function fields(...all: Field[]): Buffer {
  return Buffer.concat(
    all.map((field) => {
      if (field instanceof Uint8Array) return field
      const [length, value] = field
      const bytes = Buffer.alloc(8)
      bytes.writeBigUInt64LE(BigInt(value))
      return bytes.subarray(0, length)
    }),
  )
}
