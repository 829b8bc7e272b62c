import type { Region } from './region.ts'

/**
 * Where a ZIP archive begins and ends in a file. A program that unpacks itself stands before the archive, and may not
 * count in its positions; a download may have put something behind it.
 */
export function extentOf(region: Region): { start: number; end: number } {
  const from = Math.max(0, region.size - longestEnd)
  const tail = region.read(from, longestEnd)
  for (let at = lastEnd(tail, tail.length); at >= 0; at = lastEnd(tail, at)) {
    const end = at + 22 + tail.readUInt16LE(at + 20)
    if (end <= tail.length) return { start: startOf(region, from + at, tail.subarray(at)), end: from + end }
  }
  return { start: 0, end: region.size }
}

/** Whether an entry of the list of an archive stands at a position. */
export function isEntry(region: Region, position: number): boolean {
  return region.read(position, 4).toString('latin1') === 'PK\x01\x02'
}

// APPNOTE.TXT 6.3.10, section 4.3.16: the end record has 22 bytes and a comment of at most 65535.
const longestEnd = 22 + 0xffff

function lastEnd(tail: Buffer, before: number): number {
  const from = Math.min(before - 1, tail.length - 22)
  return from < 0 ? -1 : tail.lastIndexOf('PK\x05\x06', from, 'latin1')
}

// The list stands right before its end record, whatever position that record gives for it.
function startOf(region: Region, position: number, end: Buffer): number {
  const [size, offset] = [end.readUInt32LE(12), end.readUInt32LE(16)]
  const start = position - size - offset
  return start > 0 && !isEntry(region, offset) && isEntry(region, start + offset) ? start : 0
}
