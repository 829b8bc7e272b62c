import { text as textOf } from 'node:stream/consumers'
import { save } from '../archive/exports/output.ts'
import type { AnswerWriter } from '../writers/answer/answer.ts'
import { csv } from '../writers/answer/csv.ts'
import { json, ndjson } from '../writers/answer/json.ts'
import { text } from '../writers/answer/text.ts'
import { choice } from './choice.ts'
import { checkExcel } from './excel.ts'
import type { Options, Status } from './options.ts'
import { pour, protect } from './outputs.ts'

interface QueryOptions extends Options {
  format: string
  output?: string
  excel?: boolean
}

const formats: Record<string, AnswerWriter> = { text, csv, json, ndjson }

/** Answers a question in SQL from the database of a batch. */
export async function run([path = '', question = '']: string[], options: QueryOptions): Promise<Status> {
  const { format, output, excel = false } = options
  const write = choice(formats, format)
  checkExcel(excel, format === 'csv')
  protect([{ file: path }], output)
  // DuckDB is loaded here, so that a wrong option is told without it.
  const { askArchive } = await import('../archive/store.ts')
  const { answer, close } = await askArchive(path, question === '-' ? await textOf(process.stdin) : question)
  const room = output === undefined && process.stdout.isTTY ? process.stdout.columns : undefined
  try {
    const pieces = write(answer, { excel, room })
    if (output === undefined) await pour(pieces)
    else await save(output, pieces)
  } finally {
    close()
  }
  return 0
}
