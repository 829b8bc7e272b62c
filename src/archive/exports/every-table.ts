import { tables } from '../../tables/index.ts'
import type { Table, Value } from '../../tables/table.ts'
import { files, rowOf } from '../files.ts'
import type { Listing } from '../listing.ts'
import type { ReadableArchive, Rows } from './export.ts'

/** A table as an export writes it; its rows can be had more than once. */
export interface Written extends Omit<Table, 'rows'> {
  rows(): Rows
}

/** The tables of facts, and the list of the files. */
export function everyTable(archive: ReadableArchive): Written[] {
  const facts = tables.map((table) => ({ ...table, rows: () => archive.rows(table.name) }))
  return [...facts, { ...files, rows: () => listed(archive.listings()) }]
}

async function* listed(listings: AsyncIterable<Listing>): AsyncGenerator<Value[][]> {
  const rows: Value[][] = []
  for await (const listing of listings) rows.push(rowOf(listing))
  yield rows
}
