import { placesOf, type Table } from './table.ts'

/** One row for each finding; its evidence is the place to look first. */
export const findings: Table = {
  name: 'findings',
  columns: ['file', 'project_id', 'rule', 'severity', 'message_zh', 'message_en', 'evidence', 'source'],
  rows: ({ file, findings }) =>
    findings.map(({ project, rule, severity, message, evidence: [first] }) => [
      file,
      project,
      rule,
      severity,
      message.zh,
      message.en,
      first?.text,
      placesOf(first?.source),
    ]),
}
