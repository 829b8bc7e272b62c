import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file in a ZIP. */
export interface Part {
  name: string
  text: Iterable<string> | AsyncIterable<string>
}

/** The bytes of a ZIP of parts, each of which is made when the one before is read. */
export async function* zipped(parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const bytes = zip.outputStream.pipe(new PassThrough())
  const over = new AbortController()
  bytes.once('close', () => over.abort())
  fill(zip, parts, over.signal).catch((error) => bytes.destroy(error))
  yield* bytes
}

// A DOS time has no zone: local midnight is the same bytes everywhere. DOS begins in 1980.
const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true }

async function fill(zip: ZipFile, parts: AsyncIterable<Part>, signal: AbortSignal): Promise<void> {
  for await (const { name, text } of parts) {
    const stream = Readable.from(text, { highWaterMark: 1, signal })
    zip.addReadStreamLazy(name, options, (use) => use(null, stream))
    await finished(stream)
  }
  zip.end()
}
