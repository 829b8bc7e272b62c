import type { Report } from '../model.ts'
import { placesOf, table } from './table.ts'

/** One row a finding; its evidence is the place to look first. */
export const findings = table('findings', { zh: '每个发现一行', en: 'one row a finding' }, factsOf, [
  ['file', 'text', '文件名', 'the document', ({ file }) => file],
  ['project_id', 'text', '项目编号', 'the project; empty for the document itself', ({ finding }) => finding.project],
  ['rule', 'text', '规则', 'the rule', ({ finding }) => finding.rule],
  ['severity', 'text', '级别', 'error, warning or info', ({ finding }) => finding.severity],
  ['message_zh', 'text', '说明（中文）', 'what was found, in Chinese', ({ finding }) => finding.message.zh],
  ['message_en', 'text', '说明（英文）', 'what was found, in English', ({ finding }) => finding.message.en],
  [
    'evidence',
    'text',
    '原文',
    'what is printed at the place to look first',
    ({ finding }) => finding.evidence[0]?.text,
  ],
  ['source', 'text', '位置', 'that place', ({ finding }) => placesOf(finding.evidence[0]?.source)],
])

function factsOf({ file, findings }: Report) {
  return findings.map((finding) => ({ file, finding }))
}
