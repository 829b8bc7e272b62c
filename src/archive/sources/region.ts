import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Bytes that are read piece by piece; a piece is cut off at the end, and where the disk does not give more. */
export interface Region {
  size: number
  read(position: number, length: number): Buffer
}

/** The bytes of a file, which is open until `close`; throws an error of the system. */
export function openFile(path: Buffer): Region & { close(): void } {
  const file = openSync(path, 'r')
  return {
    size: fstatSync(file).size,
    read: (position, length) => readFully(file, position, length),
    close: () => closeSync(file),
  }
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
  const buffer = Buffer.alloc(Math.max(0, length))
  let done = 0
  while (done < buffer.length) {
    const count = readSome(file, buffer.subarray(done), position + done)
    if (count === 0) break
    done += count
  }
  return buffer.subarray(0, done)
}

function readSome(file: number, into: Buffer, position: number): number {
  try {
    return readSync(file, into, 0, into.length, position)
  } catch {
    return 0
  }
}
