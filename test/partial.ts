const empty = {
  version: 1,
  file: 'report.txt',
  sha256: '',
  bytes: 0,
  format: 'text',
  kind: 'special-fund-disclosure',
  projects: [],
  attachments: [],
  references: [],
  unread: [],
  coverage: { characters: 1, read: 1, furniture: 0, unread: 0 },
  damage: [],
  findings: [],
}

/**
 * A report made of the parts that a case writes down. A printed value without a place stands on a line of its own, and
 * without a value means what it says; lists that a form or a summary must have are empty.
 */
export function complete(part: object): unknown {
  let line = 0
  const file = 'file' in part ? part.file : empty.file
  const nextPlace = () => {
    line += 1
    return `${file}#line=${line}`
  }
  const fill = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(fill)
    if (!isObject(node)) return node
    if (typeof node.text === 'string') return quote(node, nextPlace)
    const parts = Object.entries(node).map(([key, value]) => [key, fill(value)])
    return withLists(Object.fromEntries(parts))
  }
  const filled = fill(part)
  return { ...empty, ...(isObject(filled) && filled) }
}

function quote(node: Record<string, unknown>, next: () => string): unknown {
  const { text, value = text, source = [next()], ...others } = node
  return 'what' in node ? { text, source, ...others } : { value, text, source, ...others }
}

function withLists(node: Record<string, unknown>): unknown {
  if (isObject(node.form)) {
    const { funding, ...form } = node.form
    const lines = { lines: [], ...(isObject(funding) && funding) }
    return { ...node, form: { indicators: [], other: [], ...form, funding: lines } }
  }
  return isObject(node.summary) ? { ...node, summary: { categories: [], ...node.summary } } : node
}

function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}
