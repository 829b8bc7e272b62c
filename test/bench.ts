import { archive } from './bench/archive.ts'
import { documents } from './bench/documents.ts'
import { memory } from './bench/memory.ts'
import { reading } from './bench/reading.ts'
import { start } from './bench/start.ts'

// Ratios of our work to the bare work beneath it. Nothing fails here: timings depend on the machine and on what else it
// does. An argument chooses one group of comparisons; `archive` takes many minutes, and is run only when it is chosen.

const quick = { reading, documents, memory, start }
const groups: Record<string, () => AsyncGenerator<string>> = { ...quick, archive }

const [chosen] = process.argv.slice(2)
const names = chosen === undefined ? Object.keys(quick) : [chosen]
for (const name of names) {
  const group = groups[name]
  if (!group) throw new Error(`there is no group ${name}; the groups are ${Object.keys(groups).join(', ')}`)
  for await (const line of group()) process.stdout.write(`${line}\n`)
}
