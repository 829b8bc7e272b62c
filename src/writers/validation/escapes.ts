// What stands in a document or in its name must stay text in every format that a report is written in.

/** Text for GitHub and GitLab Markdown, on one line: no markup, no HTML, no mention, no link to an issue. */
export function markdown(text: string): string {
  return plain(line(text))
    .replace(/[\\`*_{}[\]<>|~$^!&]/gu, '\\$&')
    .replace(/[@#:](?=[\w/])/gu, '$&<!-- -->')
}

/** Text for one line of a terminal; a line break is shown, for it could forge another line. */
export function shown(text: string): string {
  return plain(text.replace(/\r?\n/gu, '↵'))
}

/** Text on one line. */
export function line(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** The data of a workflow command of GitHub. */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** A property of a workflow command of GitHub. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Text for a terminal: nothing in it moves the cursor, changes colours or turns the direction of writing. */
export function plain(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

/** The name of a file as a URI reference (RFC 3986); an absolute path is a file URI (RFC 8089). */
export function fileUri(file: string): string {
  const path = pathOf(file).toWellFormed().split('/').map(encodeURIComponent).join('/')
  if (path.startsWith('//')) return `file:${path}`
  if (/^[A-Za-z]%3A\//u.test(path)) return `file:///${path.replace('%3A', ':')}`
  return path.startsWith('/') ? `file://${path}` : path
}

/** The name of a file without the `./` that some people write before it. */
export function pathOf(file: string): string {
  return file.replace(/^(?:\.\/)+/u, '')
}
