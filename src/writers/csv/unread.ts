import { placesOf, type Table } from './table.ts'

/** One row for each text that no field cites. */
export const unread: Table = {
  name: 'unread',
  columns: ['file', 'what', 'text', 'source'],
  rows: ({ file, unread }) => unread.map(({ what, text, source }) => [file, what, text, placesOf(source)]),
}
