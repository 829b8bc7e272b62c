import type { Report } from '../model.ts'
import { placesOf, table } from './table.ts'

/** One row a funding line. */
export const funding = table('funding', { zh: '每行资金一行', en: 'one row a funding line' }, factsOf, [
  ['file', 'text', '文件名', 'the document', ({ file }) => file],
  ['project_id', 'text', '项目编号', 'the project', ({ id }) => id],
  ['of', 'text', '属于年度资金或中期资金', 'what it is a part of: annual or mediumTerm', ({ line }) => line.of],
  ['label', 'text', '名称', 'its label as printed', ({ line }) => line.label],
  ['part_of', 'text', '所属的行', 'the label of the line it is a part of', ({ line }) => line.partOf],
  ['source_kind', 'text', '资金来源', 'where the money comes from', ({ line }) => line.source],
  ['amount_yuan', 'amount', '金额（元）', 'its amount in yuan', ({ line }) => line.amount.value?.yuan],
  ['source', 'text', '位置', 'where the amount is printed', ({ line }) => placesOf(line.amount.source)],
])

function factsOf({ file, projects }: Report) {
  return projects.flatMap(({ id, form }) => (form?.funding.lines ?? []).map((line) => ({ file, id, line })))
}
