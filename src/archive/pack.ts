import { deflateSync, inflateSync } from 'node:zlib'
import type { Report } from '../model.ts'

/** A report as compressed JSON (RFC 1950, whose checksum tells damage). */
export function pack(report: Report): Uint8Array {
  return deflateSync(JSON.stringify(report), { level: 3 })
}

/** The report that was packed; throws when the bytes are damaged. */
export function unpack(bytes: Uint8Array): Report {
  return JSON.parse(inflateSync(bytes).toString())
}
