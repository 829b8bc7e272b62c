import type { Column, Value } from '../../../tables/table.ts'
import { cell, fitted, nameOf, styleOf, styles } from './cell.ts'
import type { Cursor } from './cursor.ts'
import type { Link } from './link.ts'
import { Links } from './links.ts'

/** What a sheet is made of; `linkOf` says where a click on a text leads. */
export interface Contents {
  columns: Column[]
  widths: number[]
  linkOf(column: string, text: string, row: Value[]): Link | undefined
}

/** A text that did not fit into its cell. */
export interface Cut {
  sheet: string
  cell: string
  length: number
}

/** How many rows a sheet has at most, its head included, and how many links. */
export interface Limits {
  rows: number
  links: number
}

/** The limits of Excel; with more links it repairs a workbook, and empties it of them. */
export const excel: Limits = { rows: 1_048_576, links: 65_530 }

/** A worksheet, written row by row until there are no rows, or it is full. */
export class Sheet {
  readonly name: string
  readonly links = new Links()
  readonly cuts: Cut[] = []
  readonly #contents: Contents
  readonly #limits: Limits
  #row = 1

  constructor(name: string, contents: Contents, limits: Limits) {
    this.name = name
    this.#contents = contents
    this.#limits = limits
  }

  /** Its XML (SpreadsheetML, ECMA-376 part 1, 18.3.1.99), and what of the rows goes into it. */
  async *text(rows: Cursor<Value[]>): AsyncGenerator<string> {
    const { columns, widths } = this.#contents
    yield `${head}<cols>${widths.map(column).join('')}</cols><sheetData>`
    yield this.#line(columns.map(({ name }, index) => cell(this.#cellOf(index), name, styles.head)))
    yield* this.#lines(rows)
    const area = `A1:${nameOf(columns.length, this.#row)}`
    yield `</sheetData><autoFilter ref="${area}"/>${this.links.text()}`
    // A code such as 1.3 is a text; without this a spreadsheet marks each as a number that someone mistyped.
    yield `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  }

  async *#lines(rows: Cursor<Value[]>): AsyncGenerator<string> {
    let text = ''
    for (let row = await rows.next(); row && !this.#isFull(); row = await rows.next()) {
      this.#row += 1
      text += this.#line(this.#cells(row))
      rows.take()
      if (text.length < 65_536) continue
      yield text
      text = ''
    }
    yield text
  }

  #isFull(): boolean {
    return this.#row === this.#limits.rows || this.links.count() > this.#limits.links - linksOfRow
  }

  #line(cells: string[]): string {
    return `<row r="${this.#row}">${cells.join('')}</row>`
  }

  #cells(row: Value[]): string[] {
    return this.#contents.columns.map((column, index) => {
      const value = row[index]
      if (typeof value !== 'string') {
        return cell(this.#cellOf(index), value, column.type === 'amount' ? styles.amount : styles.plain)
      }
      return this.#textCell(value, index, this.#contents.linkOf(column.name, value, row))
    })
  }

  #textCell(value: string, index: number, link: Link | undefined): string {
    const text = fitted(value)
    if (text !== value) this.cuts.push({ sheet: this.name, cell: this.#cellOf(index), length: value.length })
    if (link) this.links.add(index + 1, this.#row, link)
    return cell(this.#cellOf(index), text, styleOf(text, link !== undefined))
  }

  #cellOf(index: number): string {
    return nameOf(index + 1, this.#row)
  }
}

// A row leads to its file and to its source.
const linksOfRow = 2

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`

function column(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width + 2}" customWidth="1"/>`
}
