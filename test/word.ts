import { pack } from '../src/readers/docx/pack.ts'

/** A Word file made for a test, the same bytes each time: its body, and other parts by their name in `word/`. */
export function madeWord(body: string, parts: Record<string, string> = {}): Uint8Array {
  return madePackage({ 'document.xml': wrapped('document', `<w:body>${body}</w:body>`), ...parts })
}

/** A Word file whose main part may have any name and any namespace; the first part is the main one. */
export function madePackage(parts: Record<string, string>): Uint8Array {
  const names = Object.keys(parts)
  const [main = ''] = names
  const files = Object.entries(parts).map(([name, xml]) => [`word/${name}`, xml])
  return pack({
    '_rels/.rels': relations(['officeDocument'], [`word/${main}`]),
    [`word/_rels/${main}.rels`]: relations(names.map(typeOf), names),
    ...Object.fromEntries(files),
  })
}

const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  v: 'urn:schemas-microsoft-com:vml',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
}

/** A root element of a part. */
export function wrapped(name: string, content: string): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<w:${name}${declared.join('')}>${content}</w:${name}>`
}

/** A paragraph of text, or of runs when it begins with a tag. */
export function p(content = '', properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : r(content)}</w:p>`
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr><w:sz w:val="21"/>${properties}</w:rPr>${text && `<w:t xml:space="preserve">${text}</w:t>`}</w:r>`
}

/** A paragraph with an automatic number. */
export function numbered(list: number, level: number, text = ''): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
}

/** A table of rows. */
export function tbl(...rows: string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
}

/** A row of cells. */
export function tr(cells: string[], properties = ''): string {
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
}

/** A cell of text, or of paragraphs when it begins with a tag. */
export function tc(content = '', properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`
}

function typeOf(name: string): string {
  return name.replace(/\d*\.xml$/u, '')
}

function relations(types: string[], targets: string[]): string {
  const uri = 'http://schemas.openxmlformats.org'
  const each = types.map((type, at) => {
    return `<Relationship Id="r${at}" Type="${namespaces.r}/${type}" Target="${targets[at]}"/>`
  })
  return `<Relationships xmlns="${uri}/package/2006/relationships">${each.join('')}</Relationships>`
}
