import { join } from 'node:path'
import { write } from '../../write.ts'
import type { Entry } from '../../writers/writer.ts'
import type { Export } from './export.ts'
import { save } from './output.ts'

/** One line a document, as `parse` writes them. */
const ndjson: Export = {
  name: 'ndjson',
  place: 'reports.ndjson',
  write: (archive, folder) => save(join(folder, 'reports.ndjson'), lines(archive.entries())),
}

export default ndjson

async function* lines(entries: AsyncIterable<Entry>): AsyncGenerator<string> {
  for await (const entry of entries) yield Object.values(await write([entry], 'ndjson')).join('')
}
