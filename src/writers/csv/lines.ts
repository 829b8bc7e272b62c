import type { Column, Value } from '../../tables/table.ts'

/** The first line of a table: the names of its columns; for spreadsheets with the byte order mark that they look for. */
export async function headOf(columns: Column[], excel: boolean): Promise<string> {
  const head = await text([columns.map(({ name }) => name)])
  return excel ? `\uFEFF${head}` : head
}

/** The lines of rows; for spreadsheets without a value that runs as a formula. */
export function linesOf(rows: Value[][], excel: boolean): Promise<string> {
  return text(excel ? rows.map((row) => row.map(neutral)) : rows)
}

async function text(rows: Value[][]): Promise<string> {
  if (rows.length === 0) return ''
  // fast-csv is loaded here, so that other formats start without it.
  const { writeToString } = await import('fast-csv')
  return writeToString(rows, { includeEndRowDelimiter: true })
}

function neutral(value: Value): Value {
  return isFormula(value) ? `'${value}` : value
}

/** Tells whether a spreadsheet would run a value that is typed into it. */
export function isFormula(value: Value): boolean {
  return typeof value === 'string' && /^[=+\-@\t\r]/u.test(value)
}
