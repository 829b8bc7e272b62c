import { crc32, inflateRawSync } from 'node:zlib'
import { damaged, tooLarge } from './failures.ts'

/** One file in a ZIP archive, as its central directory describes it (APPNOTE.TXT 6.3.10, section 4.3.12). */
export interface Entry {
  name: string
  isEncrypted: boolean
  method: number
  crc: number
  compressed: number
  size: number
  offset: number
}

/** The files of a ZIP archive; nothing when its central directory is missing or broken. */
export function entriesOf(bytes: Uint8Array): Map<string, Entry> | undefined {
  try {
    return directoryOf(bytes)
  } catch {
    // A position beyond the end of the file.
    return undefined
  }
}

/** The contents of one file of an archive; throws a Failure when they are damaged or larger than `most` bytes. */
export function inflate(bytes: Uint8Array, entry: Entry, most: number): Uint8Array {
  if (entry.size > most) throw tooLarge()
  const contents = unpacked(bytes, entry)
  if (contents?.length !== entry.size || crc32(contents) !== entry.crc) throw damaged()
  return contents
}

// The declared size caps what inflation may write, so that a false size cannot fill the memory.
function unpacked(bytes: Uint8Array, { method, isEncrypted, compressed, size, offset }: Entry): Uint8Array | undefined {
  try {
    const view = viewOf(bytes)
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    const contents = bytes.subarray(start, start + compressed)
    if (isEncrypted) return undefined
    return method === 0 ? contents : inflateRawSync(contents, { maxOutputLength: Math.max(size, 1) })
  } catch {
    return undefined
  }
}

function directoryOf(bytes: Uint8Array): Map<string, Entry> | undefined {
  const view = viewOf(bytes)
  const end = findEnd(view)
  const entries = new Map<string, Entry>()
  if (end === undefined) return undefined
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) return undefined
    const entry = entryAt(at, bytes, view)
    entries.set(entry.name, entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

// The end record is last, but for a comment of at most 65535 bytes.
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

function entryAt(at: number, bytes: Uint8Array, view: DataView): Entry {
  const extra = at + 46 + view.getUint16(at + 28, true)
  const sizes = [at + 24, at + 20, at + 42].map((position) => view.getUint32(position, true))
  const [size = 0, compressed = 0, offset = 0] = long(sizes, extra, view.getUint16(at + 30, true), view)
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, extra)),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressed,
    size,
    offset,
  }
}

// ZIP64 (section 4.5.3): a size of all ones stands as eight bytes in an extra field, in this order.
function long(sizes: number[], extra: number, length: number, view: DataView): number[] {
  let at = extra
  while (at < extra + length && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true)
  at += 4
  return sizes.map((size) => {
    if (size !== 0xffffffff) return size
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  })
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
