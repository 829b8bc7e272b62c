import { columns, mergedSideways } from './columns.ts'
import { formField } from './form-field.ts'
import { isOn } from './styles.ts'
import { attribute, child, type Element, elementsOf, encodeEntities, within } from './xml.ts'

// Word files are reduced to what mammoth (1.13) is to see: formatting goes, and what mammoth would pass over (text boxes
// without a fallback, formulas, simple fields, ruby bases, content controls) becomes plain text. What it does not report
// (list numbers, missing cells at the start of a row, pictures, hidden text) becomes a bookmark, which it hands on. No
// bookmark of Word has a space in its name.

/** The part of a document that a mark begins or names, as mammoth hands it on. */
export type Mark = { kind: 'number'; list: string; level: string; style: string } | { kind: PlainMark }

type PlainMark = 'picture' | 'hidden' | 'shown' | 'gap' | 'margin'

const marked = /^disclose (number|picture|hidden|shown|gap|margin)(?: (\S*) (\S*) (.*))?$/u

/** The content of a Word part (body, note, header or footer) as XML of the elements that mammoth reads. */
export function reduce(element: Element): string {
  if (dropped.has(element.name) || element.name.endsWith('Change')) return ''
  return (writers[element.name] ?? inside)(element)
}

/** The XML of a mark. */
export function write(mark: Mark): string {
  const name = mark.kind === 'number' ? `number ${mark.list} ${mark.level} ${mark.style}` : mark.kind
  return `<w:bookmarkStart w:name="${encodeEntities(`disclose ${name}`)}"/>`
}

/** The mark that a bookmark stands for; nothing for a bookmark of the author. */
export function markOf(bookmark: string): Mark | undefined {
  const [, kind, list = '', level = '', style = ''] = marked.exec(bookmark) ?? []
  if (kind === undefined) return undefined
  return kind === 'number' ? { kind, list, level, style } : { kind: kind as PlainMark }
}

// Deleted text, field codes, phonetic guides, properties.
const dropped = new Set(
  ['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'rt', 'sectPr', 'pPr', 'rPr', 'tblPr', 'tblPrEx']
    .concat(['tblGrid', 'trPr', 'tcPr', 'sdtPr', 'sdtEndPr'])
    .map((name) => `w:${name}`),
)

const writers: Record<string, (element: Element) => string> = {
  'w:p': (p) => `<w:p>${paragraphProperties(child(p, 'w:pPr'))}${inside(p)}</w:p>`,
  'w:r': (r) => (isHidden(r) ? write({ kind: 'hidden' }) + inside(r) + write({ kind: 'shown' }) : inside(r)),
  'w:t': text,
  'm:t': text,
  'w:tab': () => '<w:tab/>',
  'w:ptab': () => '<w:tab/>',
  'w:cr': () => '<w:br/>',
  'w:br': (br) => (['page', 'column'].includes(attribute(br, 'type') ?? '') ? '' : '<w:br/>'),
  'w:noBreakHyphen': () => '<w:t>-</w:t>',
  'w:sym': symbol,
  'w:fldChar': formField,
  'm:f': (fraction) => reduceAll(elementsOf(fraction, 'm:num')) + slash + reduceAll(elementsOf(fraction, 'm:den')),
  'w:tbl': (tbl) => `<w:tbl>${inside(tbl)}</w:tbl>`,
  'w:tr': (tr) => `<w:tr>${rowProperties(child(tr, 'w:trPr'))}${reduceAll(mergedSideways(tr))}</w:tr>`,
  'w:tc': (tc) => `<w:tc>${cellProperties(child(tc, 'w:tcPr'))}${inside(tc)}</w:tc>`,
  'w:drawing': drawing,
  'w:pict': drawing,
  'w:object': drawing,
  'mc:AlternateContent': (element) => reduceAll(alternative(element)),
}

function inside(element: Element): string {
  return reduceAll(elementsOf(element))
}

function reduceAll(elements: Element[]): string {
  return elements.map(reduce).join('')
}

function text({ children }: Element): string {
  return `<w:t>${children.filter((child) => typeof child === 'string').join('')}</w:t>`
}

// mammoth maps the glyphs of these fonts to characters and passes over those of others. Where those have a character of
// their own, it stands for itself; the private ones mean nothing without the font.
const mapped = ['Symbol', 'Webdings', 'Wingdings', 'Wingdings 2', 'Wingdings 3']

function symbol(element: Element): string {
  const [font = '', char = ''] = ['font', 'char'].map((name) => attribute(element, name))
  if (mapped.includes(font)) return `<w:sym w:font="${font}" w:char="${encodeEntities(char)}"/>`
  return /^(?!00[01])[\da-f]{4}$/iu.test(char) ? `<w:t>&#x${char};</w:t>` : ''
}

function quoted(element: Element, name: string): string {
  return encodeEntities(attribute(element, name) ?? '')
}

// A fraction in the notation of a line.
const slash = '<w:t>/</w:t>'

function isHidden(run: Element): boolean {
  return isOn(child(run, 'w:rPr', 'w:vanish')) ?? false
}

// A deleted paragraph mark joins the paragraph to the next one.
function paragraphProperties(properties: Element | undefined): string {
  const joins = child(properties, 'w:rPr', 'w:del') ? '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>' : ''
  const number = child(properties, 'w:numPr')
  const style = attribute(child(properties, 'w:pStyle')) ?? ''
  if (!number && style === '') return joins
  const [list = '', level = ''] = ['w:numId', 'w:ilvl'].map((name) => attribute(child(number, name))?.trim())
  return joins + write({ kind: 'number', list, level, style })
}

// A marked cell stands for the columns that a row leaves out at its start.
function rowProperties(properties: Element | undefined): string {
  if (child(properties, 'w:del')) return '<w:trPr><w:del/></w:trPr>'
  const gap = columns(child(properties, 'w:gridBefore'))
  return gap > 0 ? `<w:tc><w:tcPr><w:gridSpan w:val="${gap}"/></w:tcPr><w:p>${write({ kind: 'gap' })}</w:p></w:tc>` : ''
}

function cellProperties(properties: Element | undefined): string {
  const span = columns(child(properties, 'w:gridSpan'))
  const merge = child(properties, 'w:vMerge')
  const merged = merge ? `<w:vMerge w:val="${quoted(merge, 'val')}"/>` : ''
  const spanning = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  return spanning || merged ? `<w:tcPr>${spanning}${merged}</w:tcPr>` : ''
}

function drawing(element: Element): string {
  const boxes = within(element, 'w:txbxContent').map((box) => `<w:txbxContent>${inside(box)}</w:txbxContent>`)
  const isPicture = pictures.some((name) => within(element, name).length > 0)
  return `${isPicture ? write({ kind: 'picture' }) : ''}${boxes.length > 0 ? `<w:pict>${boxes.join('')}</w:pict>` : ''}`
}

const pictures = ['a:blip', 'v:imagedata', 'c:chart', 'dgm:relIds']

// The first choice is what Word shows; the fallback repeats it for older programs.
function alternative(element: Element): Element[] {
  const choices = [...elementsOf(element, 'mc:Choice'), ...elementsOf(element, 'mc:Fallback')]
  return choices.slice(0, 1)
}
