import { closeSync, openSync, readSync } from 'node:fs'
import { attempt } from './attempt.ts'

/** Bytes that are read piece by piece; a piece is cut off at the end, and where the disk does not give more. */
export interface Region {
  size: number
  read(position: number, length: number): Buffer
}

/** The bytes of a file of this size, which is open until `close`; throws an error of the system. */
export function openFile(path: Buffer, size: number): Region & { close(): void } {
  const file = openSync(path, 'r')
  const read = (position: number, length: number) => readFully(file, position, Math.min(length, size - position))
  return { size, read, close: () => closeSync(file) }
}

/** Bytes in memory as a region. */
export function regionOf(bytes: Uint8Array): Region {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return { size: buffer.length, read: (position, length) => buffer.subarray(position, position + length) }
}

/** A part of a region. */
export function slice(region: Region, start: number, end: number): Region {
  const size = Math.max(0, Math.min(end, region.size) - start)
  return { size, read: (position, length) => region.read(start + position, Math.min(length, size - position)) }
}

// A read may give less than was asked for (read(2)).
function readFully(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(Math.max(0, length))
  let done = 0
  while (done < buffer.length) {
    const count = attempt(() => readSync(file, buffer, done, buffer.length - done, position + done))
    if (!count) break
    done += count
  }
  return buffer.subarray(0, done)
}
