import { crc32 } from 'node:zlib'

/** A ZIP archive of files that are not compressed (APPNOTE.TXT 6.3.10, section 4.3). */
export function pack(files: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  for (const [path, text] of Object.entries(files)) {
    const [name, contents] = [Buffer.from(path), Buffer.from(text)]
    const offset = lengthOf(parts)
    parts.push(record(0x04034b50, [['16', 20], ...described(contents, name)]), name, contents)
    directory.push(
      record(0x02014b50, [
        ['16', 20],
        ['16', 20],
        ...described(contents, name),
        ['16', 0],
        ['16', 0],
        ['16', 0],
        ['32', 0],
        ['32', offset],
      ]),
      name,
    )
  }
  const count = Object.keys(files).length
  const end = record(0x06054b50, [
    ['16', 0],
    ['16', 0],
    ['16', count],
    ['16', count],
    ['32', lengthOf(directory)],
    ['32', lengthOf(parts)],
    ['16', 0],
  ])
  return Buffer.concat([...parts, ...directory, end])
}

type Field = ['16' | '32', number]

// Flags (names are UTF-8), method (stored), time, day (1 January 1980), check sum, both sizes, lengths of name and extra.
function described(contents: Buffer, name: Buffer): Field[] {
  const size: Field = ['32', contents.length]
  return [
    ['16', 0x0800],
    ['16', 0],
    ['16', 0],
    ['16', 0x21],
    ['32', crc32(contents)],
    size,
    size,
    ['16', name.length],
    ['16', 0],
  ]
}

function record(signature: number, fields: Field[]): Buffer {
  return Buffer.concat(
    [['32', signature] satisfies Field, ...fields].map(([bits, value]) => {
      const bytes = Buffer.alloc(bits === '16' ? 2 : 4)
      if (bits === '16') bytes.writeUInt16LE(value)
      else bytes.writeUInt32LE(value)
      return bytes
    }),
  )
}

function lengthOf(parts: Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0)
}
