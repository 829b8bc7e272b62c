import type { Report } from '../model.ts'
import { placesOf, table } from './table.ts'

/** One row for each text that no field cites. */
export const unread = table(
  'unread',
  { zh: '每段未读文字一行', en: 'one row for each text that no field cites' },
  factsOf,
  [
    ['file', 'text', '文件名', 'the document', ({ file }) => file],
    ['what', 'text', '种类', 'paragraph, cell, table or image', ({ what }) => what],
    ['text', 'text', '原文', 'what is printed', ({ text }) => text],
    ['source', 'text', '位置', 'where it is printed', ({ source }) => placesOf(source)],
  ],
)

function factsOf({ file, unread }: Report) {
  return unread.map((entry) => ({ file, ...entry }))
}
