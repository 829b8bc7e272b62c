import { table } from './table.ts'

/** One row a document. */
export const documents = table('documents', { zh: '每份文件一行', en: 'one row a document' }, (report) => [report], [
  ['file', 'text', '文件名', 'its name', ({ file }) => file],
  ['sha256', 'text', '内容的 SHA-256', 'SHA-256 of its bytes', ({ sha256 }) => sha256],
  ['format', 'text', '格式', 'its format: pdf, docx, text', ({ format }) => format],
  ['pages', 'integer', '页数', 'its pages, where the format has pages', ({ pages }) => pages],
  ['kind', 'text', '文件种类', 'what kind of disclosure it is', ({ kind }) => kind],
  ['title', 'text', '标题', 'its title as printed', ({ title }) => title?.value],
  ['fiscal_year', 'integer', '预算年度', 'its fiscal year', ({ fiscalYear }) => fiscalYear?.value],
  ['body', 'text', '公开单位', 'the disclosing body as printed', ({ body }) => body?.value],
  ['region', 'text', '地区', 'the region as printed', ({ region }) => region?.value],
  ['total_yuan', 'amount', '总金额（元）', 'the stated total in yuan', ({ summary }) => summary?.total?.value?.yuan],
  ['projects', 'integer', '项目数', 'the number of its projects', ({ projects }) => projects.length],
  [
    'indicators',
    'integer',
    '指标数',
    'the number of their indicators',
    ({ projects }) => projects.flatMap(({ form }) => form?.indicators ?? []).length,
  ],
  [
    'coverage',
    'number',
    '已读文字所占比例',
    'the share of its characters that is read or furniture, 0 to 1',
    ({ coverage: { characters, read, furniture } }) => (characters === 0 ? undefined : (read + furniture) / characters),
  ],
])
