import type { Message } from '../../model.ts'
import { tables } from '../../tables/index.ts'
import type { Column } from '../../tables/table.ts'
import { decimals } from '../exact.ts'
import { files } from '../files.ts'
import { editions } from './editions.ts'

/** A table as the database keeps it. */
export interface Stored {
  name: string
  says: Message
  columns: Column[]
  /** The columns that no two rows have alike. */
  key: string[]
}

// Rows of a table have no order, so that a fact which nothing names is told by its place.
const row: Column = {
  name: 'row',
  type: 'integer',
  says: { zh: '在文件中的次序，从 1 起', en: 'its place in the document, from 1' },
}

const keys: Record<string, string[]> = { documents: ['file'], projects: ['file', 'project_id'] }

/** The tables of facts. Each has `row` as its last column, which puts its rows into order. */
export const facts: Stored[] = tables.map(({ name, says, columns }) => ({
  name,
  says,
  columns: [...columns, row],
  key: keys[name] ?? ['file', 'row'],
}))

/** The table of the files. */
export const listed: Stored = { ...files, key: ['file'] }

/** All tables that are meant to be read. */
export const stored: Stored[] = [...facts, listed]

/** The types of SQL. */
export const types: Record<Column['type'], string> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  amount: `DECIMAL(28, ${decimals})`,
}

/** The statements that make all tables. */
export function definitions(): string[] {
  return [...stored.flatMap(definition), ...internal, ...views]
}

function definition({ name, says, columns, key }: Stored): string[] {
  const lines = columns.map(({ name, type }) => `${quoted(name)} ${types[type]}`)
  // An index stays in memory whole: one for each fact of an archive would need more of it with every document.
  const index = isIndexed(key) ? [`PRIMARY KEY (${key.map(quoted).join(', ')})`] : []
  const comments = columns.map(
    (column) => `COMMENT ON COLUMN ${quoted(name)}.${quoted(column.name)} IS ${literal(both(column.says))}`,
  )
  return [
    `CREATE TABLE ${quoted(name)} (${[...lines, ...index].join(', ')})`,
    `COMMENT ON TABLE ${quoted(name)} IS ${literal(both(says))}`,
    ...comments,
  ]
}

/** Whether the database itself refuses two rows of the same key. */
function isIndexed(key: string[]): boolean {
  return !key.includes('row')
}

/** The statements that make the views, also those that a database of an earlier version lacks. */
export const views = [
  // Who counts leaves these files out.
  `CREATE OR REPLACE VIEW editions AS SELECT file, "first" FROM (${editions}) WHERE file <> "first"`,
  "COMMENT ON VIEW editions IS '与 first 内容相同的其他格式或版式的文件 — files that say the same as an earlier one, first, in another format or layout'",
]

// `serial` counts commits; the tables of facts hold all that was committed up to `folded`.
const internal = [
  `CREATE TABLE reports (serial BIGINT, file VARCHAR, sha256 VARCHAR, bytes BIGINT, version VARCHAR,
    report BLOB USING COMPRESSION uncompressed, reason_zh VARCHAR, reason_en VARCHAR, limited BOOLEAN)`,
  "COMMENT ON TABLE reports IS '内部使用：压缩的读取结果 — internal: reports as compressed JSON'",
  'CREATE TABLE archive (format BIGINT, inputs VARCHAR, folded BIGINT)',
  "COMMENT ON TABLE archive IS '内部使用 — internal: the inputs of the run'",
]

/** A description in both languages. */
function both({ zh, en }: Message): string {
  return `${zh} — ${en}`
}

/** A name in SQL; some of ours are words of SQL, such as references. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text in SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
