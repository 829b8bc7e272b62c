import type { Answer, AnswerColumn, Cell } from './answer.ts'

/** An array with an object a row. */
export async function* json({ columns, rows }: Answer): AsyncGenerator<string> {
  let before = '['
  for await (const some of rows) {
    yield some.map((row) => `${row === some[0] ? before : ','}\n  ${object(columns, row)}`).join('')
    if (some.length > 0) before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

/** One line a row: its object. */
export async function* ndjson({ columns, rows }: Answer): AsyncGenerator<string> {
  for await (const some of rows) yield some.map((row) => `${object(columns, row)}\n`).join('')
}

function object(columns: AnswerColumn[], row: Cell[]): string {
  const members = columns.map(({ name }, index) => `${JSON.stringify(name)}:${row[index]?.json ?? 'null'}`)
  return `{${members.join(',')}}`
}
