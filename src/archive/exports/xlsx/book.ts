import type { Value } from '../../../tables/table.ts'
import { everyTable, type Written } from '../every-table.ts'
import type { ReadableArchive } from '../export.ts'
import { meanings, shortened } from './appendix.ts'
import { Cursor } from './cursor.ts'
import { type Link, linksFrom } from './link.ts'
import { type Contents, type Cut, excel, type Limits, Sheet } from './sheet.ts'
import { widthsOf } from './width.ts'
import { bindings, sheetPart } from './workbook.ts'
import type { Part } from './zip.ts'

/** The parts of a workbook: a sheet a table, what the columns mean, and which texts did not fit into their cells. */
export async function* partsOf(archive: ReadableArchive, folder: string, limits = excel): AsyncGenerator<Part> {
  const book = new Book(folder, limits)
  const tables = everyTable(archive)
  for (const table of tables) yield* book.sheetsOf(table)
  yield* book.sheetsOf(meanings(tables))
  if (book.cuts.length > 0) yield* book.sheetsOf(shortened(book.cuts))
  yield* bindings(book.sheets)
}

class Book {
  readonly sheets: string[] = []
  readonly cuts: Cut[] = []
  readonly #limits: Limits
  readonly #linkTo: ReturnType<typeof linksFrom>

  constructor(folder: string, limits: Limits) {
    this.#limits = limits
    this.#linkTo = linksFrom(folder)
  }

  /** A table goes on in another sheet when one is full. */
  async *sheetsOf(table: Written): AsyncGenerator<Part> {
    const contents = await this.#contentsOf(table)
    const rows = new Cursor(table.rows())
    try {
      for (let count = 1; count === 1 || (await rows.next()); count += 1) {
        const name = count === 1 ? table.name : `${table.name} (${count})`
        yield* this.#partsOf(new Sheet(name, contents, this.#limits), rows)
      }
    } finally {
      await rows.end()
    }
  }

  async *#partsOf(sheet: Sheet, rows: Cursor<Value[]>): AsyncGenerator<Part> {
    this.sheets.push(sheet.name)
    const number = this.sheets.length
    yield { name: sheetPart(number), text: sheet.text(rows) }
    const relations = sheet.links.relations()
    if (relations) yield { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, text: [relations] }
    this.cuts.push(...sheet.cuts)
  }

  async #contentsOf({ columns, rows }: Written): Promise<Contents> {
    const file = columns.findIndex(({ name }) => name === 'file')
    return {
      columns,
      widths: await widthsOf(columns, rows()),
      linkOf: (column, text, row) => this.#linkOf(column, text, String(row[file])),
    }
  }

  #linkOf(column: string, text: string, file: string): Link | undefined {
    if (column === 'file') return this.#linkTo(file)
    return column === 'source' ? this.#linkTo(file, text) : undefined
  }
}
