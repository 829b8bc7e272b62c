/**
 * The same PDF with as many pages as wanted: its own, over and over, or the first of them. The page objects and their
 * list are written anew at the end of the file (incremental update; ISO 32000-2, 7.5.6); contents and fonts are shared.
 * Throws when the file does not list its pages in one plain object.
 */
export function withPages(bytes: Uint8Array, count: number): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1')
  const list = /(\d+) 0 obj\s*(<<\/Type\/Pages.*?\/Kids\[([\d R]+).*?)endobj/su.exec(file)
  const [, root = '', body = '', kids = ''] = list ?? []
  const pages = Array.from(kids.matchAll(/(\d+) 0 R/gu), ([, number = '']) => dictionaryOf(file, number))
  const size = Number(find(file, /trailer\s*<<\/Size (\d+)/u))
  const written = Array.from({ length: count }, (_, at) => object(size + at, pages[at % pages.length] ?? ''))
  const numbers = written.map((_, at) => `${size + at} 0 R`).join(' ')
  const tree = body.replace(kids, numbers).replace(/\/Count \d+/u, `/Count ${count}`)
  return updated(file, [
    { first: Number(root), objects: [object(root, tree)] },
    { first: size, objects: written },
  ])
}

/** Objects whose numbers follow each other. */
interface Section {
  first: number
  objects: string[]
}

function updated(file: string, sections: Section[]): Uint8Array {
  let body = ''
  let table = 'xref\n'
  for (const { first, objects } of sections) {
    table += `${first} ${objects.length}\n`
    for (const text of objects) {
      table += `${String(file.length + body.length).padStart(10, '0')} 00000 n \n`
      body += text
    }
  }
  const size = Math.max(...sections.map(({ first, objects }) => first + objects.length))
  const previous = find(file, /startxref\s+(\d+)\s+%%EOF\s*$/u)
  const root = find(file, /\/Root (\d+ 0 R)/u)
  const trailer = `trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\n`
  const start = file.length + body.length
  return new Uint8Array(Buffer.from(`${file}${body}${table}${trailer}startxref\n${start}\n%%EOF\n`, 'latin1'))
}

function object(number: number | string, body: string): string {
  return `${number} 0 obj\n${body.trim()}\nendobj\n`
}

function dictionaryOf(file: string, number: string): string {
  return find(file, new RegExp(`[\\r\\n]${number} 0 obj\\s*(<<.*?>>)\\s*endobj`, 'su'))
}

function find(file: string, pattern: RegExp): string {
  const found = pattern.exec(file)?.[1]
  if (found === undefined) throw new Error(`the PDF has no plain ${pattern.source}`)
  return found
}
