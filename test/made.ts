import { createHash } from 'node:crypto'

/** A PDF made for a test, the same bytes each time: pages of text or, without text, of one picture. */
export function madePdf(pages: string[], passwords?: Passwords): Uint8Array {
  const seal = passwords && sealFor(passwords)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, page) => `${firstPage + 2 * page} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 ' +
      `/CIDSystemInfo << /Registry ${string('Adobe', 4, seal?.key)} /Ordering ${string('GB1', 4, seal?.key)} /Supplement 2 >> >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    stream(
      String.fromCharCode(128),
      6,
      seal?.key,
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
    ),
    ...pages.flatMap((text, page) => pageObjects(text, firstPage + 2 * page, seal?.key)),
  ]
  if (!seal) return assembled(objects, '')
  return assembled([...objects, seal.dictionary], `/Encrypt ${objects.length + 1} 0 R /ID [<${id}> <${id}>]`)
}

export interface Passwords {
  user: string
  owner: string
}

const firstPage = 7
const id = '00112233445566778899aabbccddeeff'

function pageObjects(text: string, number: number, key: Buffer | undefined): string[] {
  return [
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ' +
      `/Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> /Contents ${number + 1} 0 R >>`,
    stream(text === '' ? 'q 595 0 0 842 0 0 cm /I Do Q' : textContent(text), number + 1, key),
  ]
}

function stream(content: string, object: number, key: Buffer | undefined, entries = ''): string {
  const bytes = sealed(content, object, key)
  return `<< ${entries} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`
}

function string(text: string, object: number, key: Buffer | undefined): string {
  return `<${sealed(text, object, key).toString('hex')}>`
}

// Algorithm 1 of ISO 32000-1: the key of an object is made from the key of the file and the object number.
function sealed(text: string, object: number, key: Buffer | undefined): Buffer {
  const content = Buffer.from(text, 'latin1')
  return key ? rc4(md5(key, Buffer.from([object, object >> 8, 0, 0, 0])).subarray(0, 10), content) : content
}

function textContent(text: string): string {
  const shown = text.split('\n').map((line) => `<${hex(line)}> Tj 0 -20 Td`)
  return `BT /F 12 Tf 72 770 Td ${shown.join(' ')} ET`
}

function hex(text: string): string {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')
}

function assembled(objects: string[], trailer: string): Uint8Array {
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(body + table + end, 'latin1'))
}

// The standard security handler, revision 2, of ISO 32000-1, 7.6.3.3 and 7.6.3.4.
function sealFor({ user, owner }: Passwords): { key: Buffer; dictionary: string } {
  const entry = rc4(md5(padded(owner)).subarray(0, 5), padded(user))
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff])
  const key = md5(padded(user), entry, permissions, Buffer.from(id, 'hex')).subarray(0, 5)
  const check = rc4(key, padding)
  const [o, u] = [entry.toString('hex'), check.toString('hex')]
  return { key, dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${o}> /U <${u}> /P -4 >>` }
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)
}

function md5(...parts: Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest()
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(state, i) + at(key, i % key.length)) & 255
    swap(state, i, j)
  }
  let [i, j] = [0, 0]
  return Buffer.from(bytes).map((byte) => {
    i = (i + 1) & 255
    j = (j + at(state, i)) & 255
    swap(state, i, j)
    return byte ^ at(state, (at(state, i) + at(state, j)) & 255)
  }) as Buffer
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}

function swap(bytes: Uint8Array, i: number, j: number): void {
  ;[bytes[i], bytes[j]] = [at(bytes, j), at(bytes, i)]
}
