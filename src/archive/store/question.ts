import { type DuckDBConnection, DuckDBTypeId, StatementType } from '@duckdb/node-api'
import { Failure } from '../../failure.ts'
import type { Answer } from '../../writers/answer/answer.ts'
import { cellOf } from './cells.ts'
import type { Database } from './database.ts'

/** Answers a question in SQL, from this database alone. Throws a Failure with the reason of DuckDB when it cannot. */
export async function answerTo(database: Database, sql: string): Promise<Answer> {
  if (sql.replaceAll(/--.*$|\/\*[\s\S]*?\*\/|;/gmu, '').trim() === '') throw withoutQuestion
  const connection = await database.connect()
  // Whoever passes on a question of someone else gives them the database, and not the files of this computer.
  await connection.run('SET enable_external_access = false; SET lock_configuration = true')
  await checkSingle(connection, sql).catch(unanswerable)
  const result = await connection.stream(sql).catch(unanswerable)
  const columns = distinct(result.columnNames()).map((name, index) => ({
    name,
    isNumber: numbers.has(result.columnTypeId(index)),
  }))
  async function* rows() {
    try {
      for await (const some of result.yieldRows()) yield some.map((row) => row.map(cellOf))
    } catch (error) {
      unanswerable(error)
    }
  }
  return { columns, rows: rows() }
}

// DuckDB answers the last of several statements only. What it makes of one PIVOT is several: a type is created before.
async function checkSingle(connection: DuckDBConnection, sql: string): Promise<void> {
  const statements = await connection.extractStatements(sql)
  for (let index = 0; index < statements.count - 1; index += 1) {
    const { statementType } = await statements.prepare(index)
    if (statementType !== StatementType.CREATE) throw severalQuestions
  }
}

// SQL lets columns have one name; an object would keep only one of them.
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let number = 2; taken.has(own); number += 1) own = `${name} (${number})`
    taken.add(own)
    return own
  })
}

const numbers = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
])

const withoutQuestion = new Failure({
  zh: '没有查询语句；请写上 SQL，例如 "SELECT * FROM documents"。',
  en: 'there is no question; write one in SQL, for example "SELECT * FROM documents".',
})

const severalQuestions = new Failure({
  zh: '其中有多条查询语句；请每次只写一条。',
  en: 'there are several questions in it; ask them one at a time.',
})

function unanswerable(error: unknown): never {
  if (error instanceof Failure) throw error
  const reason = (error instanceof Error ? error.message : String(error)).split(/\n\s*\n?(?:LINE \d+:|Candidate)/u)[0]
  const said = (reason ?? '').replaceAll(/\s+/gu, ' ').trim()
  throw new Failure({
    zh: `无法执行这条 SQL，DuckDB 报告：${said}；各表见 docs/data.zh-CN.md。`,
    en: `the question cannot be answered, DuckDB says: ${said}; docs/data.md has the tables.`,
  })
}
