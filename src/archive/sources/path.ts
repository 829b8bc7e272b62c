import { crc32 } from 'node:zlib'
import type { Entry, ExtraField } from 'yauzl'
import { decodeName } from './names.ts'

/** The name of an entry of a ZIP archive, as it is written there but for `\`, which Windows puts for `/`. */
export function nameOf({ fileNameRaw, extraFields, versionMadeBy, generalPurposeBitFlag }: Entry): string {
  const unicode = extraFields.flatMap((field) => unicodePath(field, fileNameRaw)).at(0)
  const isFlagged = (generalPurposeBitFlag & 0x800) !== 0
  const name = decodeName(unicode ?? fileNameRaw, !unicode && !isFlagged && windows.includes(versionMadeBy >> 8))
  return name.replaceAll('\\', '/')
}

/** The path that a name stands for; nothing when it leads out of the archive, holds a NUL or is too long. */
export function pathOf(name: string): string | undefined {
  const isValid = !name.includes('\0') && name.length <= longest && !name.split('/').includes('..')
  return isValid && partsOf(name).length > 0 ? labelOf(name) : undefined
}

/** What can be shown for a name: without a drive, and without what would lead elsewhere. */
export function labelOf(name: string): string {
  return partsOf(name).join('/') || '?'
}

function partsOf(name: string): string[] {
  const parts = name
    .slice(0, longest)
    .replace(/^[a-z]:/iu, '')
    .replaceAll('\0', '\ufffd')
    .split('/')
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..')
}

const longest = 4096

// APPNOTE.TXT 6.3.10, section 4.4.2: the system that an entry was made on; MS-DOS, NTFS and VFAT are Windows.
const windows = [0, 10, 14]

// Section 4.6.9, the Unicode Path extra field: version 1, the check sum of the name that it stands for, the name.
function unicodePath({ id, data }: ExtraField, name: Buffer): Buffer[] {
  const isValid = id === 0x7075 && data.length > 5 && data[0] === 1 && data.readUInt32LE(1) === crc32(name)
  return isValid ? [data.subarray(5)] : []
}
