import { isFormula, linesOf } from '../csv/lines.ts'
import type { Answer, AnswerColumn, Cell, Manner } from './answer.ts'

/** A line with the names of the columns, and one a row; for spreadsheets without a value that runs as a formula. */
export async function* csv({ columns, rows }: Answer, { excel }: Manner): AsyncGenerator<string> {
  if (excel) yield '\uFEFF'
  yield await linesOf([columns.map(({ name }) => name)], excel)
  for await (const some of rows) {
    const values = some.map((row) => row.map(({ text }, index) => (excel ? harmless(text, columns[index]) : text)))
    yield await linesOf(values, false)
  }
}

// A figure that is below zero begins like a formula, and is none.
function harmless(text: Cell['text'], column: AnswerColumn | undefined): Cell['text'] {
  return isFormula(text) && !column?.isNumber ? `'${text}` : text
}
