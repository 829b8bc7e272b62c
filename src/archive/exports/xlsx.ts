import { join } from 'node:path'
import type { Export } from './export.ts'
import { save } from './output.ts'
import { partsOf } from './xlsx/book.ts'
import { zipped } from './xlsx/zip.ts'

/**
 * A workbook with a sheet a table. The libraries at hand keep a whole workbook in memory, or fill one sheet only, so that
 * its few kinds of XML are written here, row by row; a library makes the ZIP.
 */
const xlsx: Export = {
  name: 'xlsx',
  place: 'archive.xlsx',
  write: (archive, folder) => save(join(folder, 'archive.xlsx'), zipped(partsOf(archive, folder))),
}

export default xlsx
