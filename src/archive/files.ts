import type { Column, Value } from '../tables/table.ts'
import type { Listing } from './listing.ts'

/** The table of the files of an archive: one row a file, in the order of the input. */
export const files = {
  name: 'files',
  says: { zh: '每个文件一行', en: 'one row a file of the archive' },
  columns: [
    column('position', 'integer', '序号', 'its place in the input, from 1'),
    column('file', 'text', '文件名', 'its name'),
    column('state', 'text', '结果', 'document, duplicate, skipped or failed'),
    column('bytes', 'integer', '字节数', 'its size in bytes'),
    column('sha256', 'text', '内容的 SHA-256', 'SHA-256 of its bytes'),
    column('first', 'text', '首个同内容文件', 'of a duplicate the file whose contents it repeats'),
    column('reason_zh', 'text', '原因（中文）', 'why there is no document, in Chinese'),
    column('reason_en', 'text', '原因（英文）', 'why there is no document, in English'),
  ],
}

/** The row of a file. */
export function rowOf({ position, file, state, bytes, sha256, first, reason }: Listing): Value[] {
  return [position, file, state, bytes, sha256, first, reason?.zh, reason?.en]
}

function column(name: string, type: Column['type'], zh: string, en: string): Column {
  return { name, type, says: { zh, en } }
}
