import { Worker } from 'node:worker_threads'
import { Locked } from '../../failure.ts'
import { moduleAt } from '../../installation.ts'
import type { parse as Parse } from '../../parse.ts'
import { sentence } from '../../sentence.ts'
import { tables } from '../../tables/index.ts'
import { checkExact } from '../exact.ts'
import type { Outcome } from '../outcome.ts'
import { pack } from '../pack.ts'
import { tooLarge } from './losses.ts'

/** A document to read. */
export interface Task {
  file: string
  bytes: Uint8Array
  password: string | undefined
}

/** What became of it, and how much memory the process holds now, in MiB. */
export interface Answer {
  outcome: Outcome
  resident: number
}

const mebibyte = 2 ** 20
const [, , parser = '', limit = ''] = process.argv
const maxMemory = Number(limit)

// Ctrl-C goes to the whole group of processes; the main process decides what becomes of it.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())

new Worker(moduleAt('archive/pool/guard'), {
  workerData: { limit: maxMemory * mebibyte, parent: process.ppid },
})
const { parse }: { parse: typeof Parse } = await import(parser)

process.on('message', async (task) => {
  // The main process sends nothing else.
  const outcome = await outcomeOf(task as Task)
  process.send?.({ outcome, resident: process.memoryUsage.rss() / mebibyte } satisfies Answer)
})
process.send?.('ready')

async function outcomeOf({ file, bytes, password }: Task): Promise<Outcome> {
  try {
    const report = await parse(bytes, file, { password })
    const rows = Object.fromEntries(tables.map(({ name, rows }) => [name, rows(report)]))
    checkExact(rows)
    return { report: pack(report), rows }
  } catch (error) {
    return isOutOfMemory(error) ? tooLarge(maxMemory) : { error: sentence(error), isLimited: error instanceof Locked }
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Array buffer allocation failed'
}
