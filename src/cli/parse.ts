import { Failure } from '../failure.ts'
import { parse } from '../parse.ts'
import { writeInPieces } from '../write.ts'
import { type Pieces, reportsOf } from '../writers/writer.ts'
import { entriesOf } from './entries.ts'
import { expand } from './inputs.ts'
import type { FailOn, Options, Status } from './options.ts'
import { deliver, deliverAll, protect } from './outputs.ts'
import { statusOf } from './status.ts'
import { summarize } from './summary.ts'

interface ParseOptions extends Options {
  format: string
  output?: string
  table?: string
  excel?: boolean
  failOn: FailOn
}

/** Reads documents and writes what they disclose. */
export async function run(names: string[], options: ParseOptions): Promise<Status> {
  await check(options)
  const inputs = await expand(names)
  protect(inputs, options.output)

  const entries = await entriesOf(inputs, options, async (bytes, file) => [await parse(bytes, file, options)])
  await send(await writeInPieces(entries, options.format, options), options)
  summarize(entries, options)
  return statusOf(entries, reportsOf(entries), options.failOn)
}

// Writing nothing at all tells whether the format is known and which tables it has, before any input is read.
async function check({ format, output, table, excel }: ParseOptions): Promise<void> {
  const names = Object.keys(await writeInPieces([], format)).map((name) => name.replace('.csv', ''))
  if (format !== 'csv' && (table !== undefined || excel)) throw onlyCsv
  if (format === 'csv' && output === undefined && table === undefined) throw severalTables
  if (table !== undefined && !names.includes(table)) throw noSuchTable(table, names)
}

async function send(files: Pieces, { output, table }: ParseOptions): Promise<void> {
  if (table !== undefined) return deliver(files[`${table}.csv`] ?? [], output)
  if ('documents.csv' in files && output !== undefined) return deliverAll(files, output)
  for (const text of Object.values(files)) await deliver(text, output)
}

const onlyCsv = new Failure({
  zh: '--table 和 --excel 只用于 CSV；请加上 --format csv。',
  en: '--table and --excel are for CSV only; add --format csv.',
})

const severalTables = new Failure({
  zh: 'CSV 有多个表；请用 --output 指定文件夹，或用 --table 选择一个表。',
  en: 'CSV is several tables; name a folder with --output, or one table with --table.',
})

function noSuchTable(table: string, names: string[]): Failure {
  return new Failure({
    zh: `没有名为 ${table} 的表；可选的表：${names.join('、')}。`,
    en: `there is no table ${table}; the tables are ${names.join(', ')}.`,
  })
}
