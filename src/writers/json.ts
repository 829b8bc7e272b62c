import { reportsOf, type Writer } from './writer.ts'

/** Everything that was read: one object for one input, an array for several; refused inputs are left out. */
const json: Writer = {
  name: 'json',
  write(entries) {
    const reports = reportsOf(entries)
    const content = entries.length === 1 ? reports[0] : reports
    return content ? { 'report.json': `${JSON.stringify(content, null, 2)}\n` } : {}
  },
}

export default json
