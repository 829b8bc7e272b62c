/** Text for XML and HTML. What XML 1.0 does not allow becomes U+FFFD. */
export function markup(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"'\r]/gu, (character) => `&#${character.charCodeAt(0)};`)
}

/** An element of XML or HTML around text that is escaped already; a list of content gets a line each. */
export function element(name: string, attributes: Record<string, string>, content: string | string[] = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`)
  const lines = Array.isArray(content) ? content.filter(Boolean) : []
  const inner = Array.isArray(content) ? lines.map((part) => `\n${part}`).join('') : content
  return `<${name}${written.join('')}>${inner}${lines.length > 0 ? '\n' : ''}</${name}>`
}

// Unescaped, a parser would turn these into spaces.
function attribute(text: string): string {
  return markup(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
