import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from '../../src/parse.ts'
import { documentAt, fill } from './archive/documents.ts'
import { type Run, run } from './archive/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclose-bench-'))

/** Reads whole archives with the built command, and says what that takes; each line as soon as it is known. */
export async function* archive(): AsyncGenerator<string> {
  try {
    yield `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before the start`
    const bare = await parsed(300)
    yield `parse in one warm process: ${bare.cpu.toFixed(0)} ms CPU a document`
    const small = yield* archiveOf(200, bare)
    const large = yield* archiveOf(5000, bare)
    yield ratio(large.main / small.main, 'memory of the main process', '5000 / 200 documents')
    yield ratio(large.worker / small.worker, 'memory of a worker', '5000 / 200 documents')
    const { seconds } = await run([join(folder, '5000'), '-o', join(folder, 'out-5000-2'), '--resume'])
    yield `${seconds.toFixed(1)} s (target 5): --resume of the finished archive of 5000 documents`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function* archiveOf(count: number, bare: Parsed): AsyncGenerator<string, Run> {
  fill(join(folder, `${count}`), count)
  const [one, two] = [await batch(count, 1), await batch(count, 2)]
  for (const [jobs, run] of [one, two].entries()) yield said(count, jobs + 1, bare.pages, run)
  yield ratio(one.seconds / two.seconds, '2 jobs / 1 job', `${count} documents`, 'target 1.8')
  yield ratio(one.cpu / count / bare.cpu, 'CPU of batch / of parse', `${count} documents`, 'target 1.1')
  return two
}

function batch(count: number, jobs: number): Promise<Run> {
  return run([join(folder, `${count}`), '-o', join(folder, `out-${count}-${jobs}`), '--jobs', `${jobs}`])
}

function said(count: number, jobs: number, pages: number, { seconds, cpu, main, worker }: Run): string {
  const pace = count / seconds
  return [
    `${count} documents, ${jobs} at a time: ${pace.toFixed(1)} documents and ${(pace * pages).toFixed(1)} pages of PDF a second`,
    `${(cpu / count).toFixed(0)} ms CPU a document`,
    `at most ${main.toFixed(0)} MiB in the main process and ${worker.toFixed(0)} MiB in a worker`,
  ].join(', ')
}

function ratio(value: number, what: string, over: string, target = 'target 1'): string {
  return `${value.toFixed(2)} × (${target}): ${what}, ${over}`
}

/** A document on average: milliseconds of CPU to parse it, and its pages, which only a PDF has. */
interface Parsed {
  cpu: number
  pages: number
}

// All kinds of documents are as many in each of these counts as in the archives.
async function parsed(count: number): Promise<Parsed> {
  for (let warming = 0; warming < 60; warming++) await parse(...documentAt(warming))
  const before = process.cpuUsage()
  let pages = 0
  for (let index = 0; index < count; index++) pages += (await parse(...documentAt(index))).pages ?? 0
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000 / count, pages: pages / count }
}
