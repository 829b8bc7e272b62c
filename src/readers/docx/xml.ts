import { damaged } from './failures.ts'

/** An element; its name has the prefix that is usual for its namespace, whatever the file writes. */
export interface Element {
  name: string
  /** As written. */
  attributes: string
  children: (Element | string)[]
}

const prefixes: [namespace: RegExp, prefix: string][] = [
  [/wordprocessingml(?:\/2006)?\/main$/u, 'w'],
  [/markup-compatibility\/2006$/u, 'mc'],
  [/officeDocument(?:\/2006)?\/math$/u, 'm'],
  [/^urn:schemas-microsoft-com:vml$/u, 'v'],
  [/drawingml(?:\/2006)?\/main$/u, 'a'],
  [/package\/2006\/relationships$/u, ''],
]

// Word nests some tens of elements; a file that nests hundreds is made to exhaust the stack.
const deepest = 128

/** The root element of an XML part. Text keeps its entities; comments and instructions are left out. */
export function parse(xml: string): Element {
  const root: Element = { name: '', attributes: '', children: [] }
  const open: Element[] = [root]
  const spaces = new Map<string, string>()
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const end = endOf(xml, at)
    if (end < 0 || open.length === 0 || open.length > deepest) throw damaged()
    step(xml.slice(at + 1, end), open, spaces)
    at = xml.indexOf('<', end)
    const text = xml.slice(end + 1, at < 0 ? undefined : at)
    if (text !== '') open.at(-1)?.children.push(text)
  }
  const [element] = elementsOf(root)
  if (!element || open.length !== 1) throw damaged()
  return element
}

/** The child elements, those with a name only when it is given. */
export function elementsOf(element: Element, name?: string): Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first child of a name, the first child of that of the next name, and so on. */
export function child(element: Element | undefined, ...names: string[]): Element | undefined {
  return names.reduce((parent: Element | undefined, name) => parent && elementsOf(parent, name)[0], element)
}

/** All elements of a name within an element, the outermost only. */
export function within(element: Element, name: string): Element[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : within(child, name)))
}

/** The value of an attribute, told by its local name; `val` is the usual one in Word files. */
export function attribute(element: Element | undefined, name = 'val'): string | undefined {
  if (!element) return undefined
  // A name of bounded length: what is no attribute must not be scanned again from each of its characters.
  for (const [, local, double, single] of element.attributes.matchAll(
    /([\w.-]{1,64})\s*=\s*(?:"([^"]*)"|'([^']*)')/gu,
  )) {
    if (local === name) return decodeEntities(double ?? single ?? '')
  }
  return undefined
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(#x?[\da-f]{1,6}|[a-z]{2,4});/giu,
    (entity, name: string) => named.get(name) ?? numbered(name) ?? entity,
  )
}

const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

function numbered(name: string): string | undefined {
  if (!name.startsWith('#')) return undefined
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

// The position of the `>` that ends the markup at a position.
function endOf(xml: string, at: number): number {
  const [start, close] = delimiters.find(([start]) => xml.startsWith(start, at)) ?? []
  if (start !== undefined && close !== undefined) {
    const end = xml.indexOf(close, at + start.length)
    return end < 0 ? end : end + close.length - 1
  }
  return endOfTag(xml, at)
}

const delimiters = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

// An attribute value may hold `>`.
function endOfTag(xml: string, at: number): number {
  let quote = 0
  for (let position = at; position < xml.length; position++) {
    const code = xml.charCodeAt(position)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === 0x22 || code === 0x27) quote = code
    else if (code === 0x3e) return position
  }
  return -1
}

function step(markup: string, open: Element[], spaces: Map<string, string>): void {
  if (markup.startsWith('![CDATA[')) return void open.at(-1)?.children.push(encodeEntities(markup.slice(8, -2)))
  if (markup.startsWith('!') || markup.startsWith('?')) return
  if (markup.startsWith('/')) return void open.pop()
  const isEmpty = markup.endsWith('/')
  const element = toElement(isEmpty ? markup.slice(0, -1) : markup, spaces)
  open.at(-1)?.children.push(element)
  if (!isEmpty) open.push(element)
}

function toElement(markup: string, spaces: Map<string, string>): Element {
  const space = markup.search(/\s/u)
  const [tag, attributes] = space < 0 ? [markup, ''] : [markup.slice(0, space), markup.slice(space)]
  if (attributes.includes('xmlns')) declare(attributes, spaces)
  const colon = tag.indexOf(':')
  const prefix = spaces.get(tag.slice(0, Math.max(colon, 0)))
  const local = tag.slice(colon + 1)
  return { name: prefix === undefined ? tag : prefix === '' ? local : `${prefix}:${local}`, attributes, children: [] }
}

function declare(attributes: string, spaces: Map<string, string>): void {
  for (const [, prefix = '', double, single] of attributes.matchAll(
    /\bxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/gu,
  )) {
    const usual = prefixes.find(([namespace]) => namespace.test(double ?? single ?? ''))
    spaces.set(prefix, usual ? usual[1] : prefix)
  }
}

/** Text as it stands in XML, also within quotes. */
export function encodeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
