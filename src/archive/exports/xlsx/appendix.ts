import type { Column, Value } from '../../../tables/table.ts'
import type { Written } from '../every-table.ts'
import type { Cut } from './sheet.ts'

/** What the columns of tables mean. */
export function meanings(tables: Written[]): Written {
  const columns = [
    column('table', '表', 'the sheet'),
    column('column', '列', 'the column'),
    column('type', '类型', 'text, integer, number, or amount in yuan'),
    column('zh', '含义（中文）', 'what it holds, in Chinese'),
    column('en', '含义（英文）', 'what it holds, in English'),
  ]
  const rows = tables.flatMap(({ name, columns }) =>
    columns.map((column) => [name, column.name, column.type, column.says.zh, column.says.en]),
  )
  return { name: 'columns', says: { zh: '各列的含义', en: 'what the columns mean' }, columns, rows: () => once(rows) }
}

/** The texts that did not fit into their cells; the other formats have them whole. */
export function shortened(cuts: Cut[]): Written {
  const columns = [
    column('sheet', '表', 'the sheet'),
    column('cell', '单元格', 'the cell'),
    column('length', '原文长度', 'the length of the whole text in UTF-16 units', 'integer'),
  ]
  const rows = cuts.map(({ sheet, cell, length }) => [sheet, cell, length])
  return { name: 'cut', says: { zh: '被截短的文字', en: 'texts that were cut' }, columns, rows: () => once(rows) }
}

async function* once(rows: Value[][]): AsyncGenerator<Value[][]> {
  yield rows
}

function column(name: string, zh: string, en: string, type: Column['type'] = 'text'): Column {
  return { name, type, says: { zh, en } }
}
