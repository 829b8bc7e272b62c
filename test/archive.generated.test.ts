import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stored, stored, types } from '../src/archive/store/shape.ts'
import { askArchive } from '../src/archive/store.ts'
import type { Message } from '../src/model.ts'
import { text } from '../src/writers/answer/text.ts'
import { codes } from './archive.codes.ts'
import { archiveOf } from './archive.exports.archive.ts'

// The pages on the database: its tables as they are made, and answers as it gives them. Written by `npm run update` and
// compared by `npm test`.

let folder: string
const questions = readdirSync('docs/questions').sort()
const documents = readdirSync('fixtures/archive')
  .sort()
  .map((name) => `fixtures/archive/${name}`)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-data-'))
  const { archive } = await archiveOf(folder, [...documents, 'fixtures/yangquan-2021/restored.txt'], [])
  await archive.close()
})

afterAll(() => rmSync(folder, { recursive: true }))

test('there are ten questions, and each has an answer', async () => {
  expect(questions.length).toBe(10)
  for (const name of questions) expect((await answerTo(name)).split('\n').length, name).toBeGreaterThan(3)
})

test.each([
  ['en', 'data.md'],
  ['zh', 'data.zh-CN.md'],
] as const)('the page on the database in %s', async (language, file) => {
  await expect(await page(language)).toMatchFileSnapshot(`../docs/${file}`)
})

async function page(language: keyof Message): Promise<string> {
  const say = words[language]
  const answered = await Promise.all(questions.map((name) => section(name, language)))
  const tables = stored.map((table) => tableOf(table, language))
  return [say.head, ...tables, say.codes, listOfCodes(), say.questions, ...answered].join('\n\n').concat('\n')
}

async function section(name: string, language: keyof Message): Promise<string> {
  const [en = '', zh = '', ...lines] = readFileSync(`docs/questions/${name}`, 'utf8').trimEnd().split('\n')
  const title = { en, zh }[language].replace('-- ', '')
  const sql = lines.join('\n')
  return `### ${title}\n\n\`\`\`sql\n${sql}\n\`\`\`\n\n\`\`\`\n${(await answerTo(name)).trimEnd()}\n\`\`\``
}

async function answerTo(name: string): Promise<string> {
  const { answer, close } = await askArchive(folder, readFileSync(`docs/questions/${name}`, 'utf8'))
  const pieces: string[] = []
  for await (const piece of text(answer, { excel: false, room: undefined })) pieces.push(piece)
  close()
  return pieces.join('')
}

function tableOf({ name, says, columns, key }: Stored, language: keyof Message): string {
  const say = words[language]
  const rows = columns.map((column) => `| \`${column.name}\` | ${types[column.type]} | ${column.says[language]} |`)
  const named = key.map((column) => `\`${column}\``).join(', ')
  return [
    `### ${name}`,
    '',
    `${says[language].replace(/^./u, (letter) => letter.toUpperCase())}${say.keyed(named)}`,
    '',
    say.columns,
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function listOfCodes(): string {
  const items = Object.entries(codes).map(([column, values]) => {
    const named = Object.entries(values).map(([value, printed]) => `\`${value}\` ${printed}`)
    return `- \`${column}\`: ${named.join(', ')}`
  })
  return items.join('\n')
}

const words = {
  en: {
    head: `# The database of an archive

[中文](data.zh-CN.md)

\`disclose batch\` writes \`archive.duckdb\`, a [DuckDB](https://duckdb.org) database that any DuckDB client opens, and \`disclose query\` asks:

\`\`\`sh
npm run -s disclose -- batch fixtures/archive fixtures/yangquan-2021/restored.txt -o out/questions
npm run -s disclose -- query out/questions "SELECT name, annual_yuan FROM projects ORDER BY annual_yuan DESC LIMIT 3"
npm run -s disclose -- query out/questions - < docs/questions/02-fastest-growing.sql
\`\`\`

\`--format\` writes \`text\` (default), \`csv\`, \`json\` or \`ndjson\`. The database is opened for reading only, and a question reaches no other file.
Numbers have every digit, in JSON too, where many readers round those beyond 2^53. Of columns with one name the second is called \`name (2)\`.

## Tables

Money is in yuan and exact. What is not printed, is empty or cannot be read is NULL. Tables join on \`file\`, those of projects on \`file\` and
\`project_id\`. A file that repeats the contents of another has no rows of its own: \`files\` says in \`first\` where they are. \`references\` and
\`by\` are words of SQL: write \`"references"\` and \`"by"\`. Two further tables, \`reports\` and \`archive\`, are kept for \`--resume\`.

The view \`editions\` lists the files that say the same as an earlier one, \`first\`, in another format or layout: leave them out where projects or
money are counted. A line of \`funding\` with a \`part_of\` is a part of that line: add up those without. A project whose budget is printed both in a form and in a
narrative has two figures, which may differ: \`coalesce(annual_yuan, narrative_yuan)\` is one of them. Of a self-evaluation
\`annual_yuan\` is the adjusted budget (全年预算数); what was budgeted first and what was spent is in \`projects.csv\` of \`-f datapackage\` and in \`-f ndjson\`, not in these tables.`,
    columns: '| column | type | meaning |',
    keyed: (key: string) => `; ${key} ${key.includes(',') ? 'name' : 'names'} a row.`,
    codes: `## Codes

Of these columns the values are few; beside each stands what is printed for it.`,
    questions: `## Ten questions

The answers are those of the example above; the questions stand in [docs/questions](questions).`,
  },
  zh: {
    head: `# 档案数据库

[English](data.md)

\`disclose batch\` 写出 \`archive.duckdb\`，这是一个 [DuckDB](https://duckdb.org) 数据库，任何 DuckDB 客户端都能打开，也可以用 \`disclose query\` 查询：

\`\`\`sh
npm run -s disclose -- batch fixtures/archive fixtures/yangquan-2021/restored.txt -o out/questions
npm run -s disclose -- query out/questions "SELECT name, annual_yuan FROM projects ORDER BY annual_yuan DESC LIMIT 3"
npm run -s disclose -- query out/questions - < docs/questions/02-fastest-growing.sql
\`\`\`

\`--format\` 可选 \`text\`（默认）、\`csv\`、\`json\`、\`ndjson\`。数据库以只读方式打开，查询不能访问其他文件。
数字保留全部位数，JSON 也如此（许多程序读取 JSON 时会对超过 2^53 的数取近似值）。同名的列，第二个写作 \`name (2)\`。

## 各表

金额以元为单位，精确无误。未印出、为空或无法读取的内容为 NULL。各表以 \`file\` 关联，与项目有关的表以 \`file\` 和 \`project_id\` 关联。内容与另一文件相同的文件没有自己的行：
\`files\` 表的 \`first\` 列指出这些行所属的文件。\`references\` 和 \`by\` 是 SQL 保留字，请写作 \`"references"\` 和 \`"by"\`。另有 \`reports\` 和 \`archive\` 两表，供 \`--resume\` 使用。

视图 \`editions\` 列出与先前文件（\`first\`）内容相同的其他格式或版式的文件：统计项目或金额时应将它们除外。\`funding\` 中有 \`part_of\` 的行是所指那一行的一部分，合计时只加没有 \`part_of\` 的行。预算在表格和文字说明中都印出的项目有两个数，可能不同：\`coalesce(annual_yuan, narrative_yuan)\` 取其一。
自评表的 \`annual_yuan\` 是全年预算数；年初预算数和全年执行数不在这些表中，见 \`-f datapackage\` 的 \`projects.csv\` 和 \`-f ndjson\`。`,
    columns: '| 列 | 类型 | 含义 |',
    keyed: (key: string) => `；由 ${key} 标识。`,
    codes: `## 代码

以下各列只有少数几种取值，其后是印出的说法。`,
    questions: `## 十个问题

答案取自上面的示例；查询语句见 [docs/questions](questions)。`,
  },
}
