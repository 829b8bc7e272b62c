import { reportsOf, type Writer } from './writer.ts'

/** Everything that was read: one object for one input, an array for several; refused inputs are left out. */
const json: Writer = {
  name: 'json',
  write(entries) {
    const reports = reportsOf(entries)
    const content = entries.length === 1 ? reports[0] : reports
    return content ? { 'report.json': piecesOf(content) } : {}
  },
}

export default json

function* piecesOf(content: object): Generator<string> {
  let piece = ''
  for (const part of indented(content, depth, '\n')) {
    piece += part
    if (piece.length < longest) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n`
}

// From an array of reports down to a project, which is not long.
const depth = 3

// Characters that are written at a time.
const longest = 2 ** 16

// What JSON.stringify writes with an indent of two. It writes no line ends but its own: those in texts are escaped.
function* indented(value: unknown, depth: number, end: string): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', end)
    return
  }
  const isList = Array.isArray(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  yield isList ? '[' : '{'
  for (const [index, [key, member]] of members.entries()) {
    yield `${index === 0 ? '' : ','}${end}  ${isList ? '' : `${JSON.stringify(key)}: `}`
    yield* indented(member, depth - 1, `${end}  `)
  }
  yield `${members.length === 0 ? '' : end}${isList ? ']' : '}'}`
}
