import type { Writer } from './writer.ts'

/** One line for every input, in input order: its report, or the reason why there is none. */
const ndjson: Writer = {
  name: 'ndjson',
  write: (entries) => ({ 'reports.ndjson': entries.map((entry) => `${JSON.stringify(entry)}\n`) }),
}

export default ndjson
