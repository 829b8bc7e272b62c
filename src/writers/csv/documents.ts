import type { Table } from './table.ts'

/** One row a document. */
export const documents: Table = {
  name: 'documents',
  columns: [
    'file',
    'sha256',
    'format',
    'pages',
    'kind',
    'title',
    'fiscal_year',
    'body',
    'region',
    'total_yuan',
    'projects',
    'indicators',
    'coverage',
  ],
  rows: (report) => [
    [
      report.file,
      report.sha256,
      report.format,
      report.pages,
      report.kind,
      report.title?.value,
      report.fiscalYear?.value,
      report.body?.value,
      report.region?.value,
      report.summary?.total?.value?.yuan,
      report.projects.length,
      report.projects.flatMap(({ form }) => form?.indicators ?? []).length,
      report.coverage.characters === 0
        ? undefined
        : (report.coverage.read + report.coverage.furniture) / report.coverage.characters,
    ],
  ],
}
