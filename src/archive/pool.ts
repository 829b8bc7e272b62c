import type { Outcome } from './outcome.ts'
import { broughtDown, interrupted, notStarted } from './pool/losses.ts'
import { type Death, hire, type Terms, type Worker } from './pool/worker.ts'

/** Reads documents in processes of their own. */
export interface Pool {
  /** What became of a document, whose turn may come later; rejects only when no process can be started. */
  read(file: string, bytes: Uint8Array, onStart?: () => void): Promise<Outcome>
  /** Ends all processes; what is being read, or waits to be, becomes a loss. */
  end(): Promise<void>
}

/** A pool of as many processes as there are jobs: each starts when it is first needed and stays for other documents. */
export function openPool({ jobs, ...terms }: { jobs: number } & Terms): Pool {
  const desks: Desk[] = Array.from({ length: jobs }, () => ({}))
  const free = Array.from(desks)
  const queue: ((desk: Desk) => void)[] = []
  let isOver = false

  async function read(file: string, bytes: Uint8Array, onStart = () => {}): Promise<Outcome> {
    const desk = free.pop() ?? (await new Promise<Desk>((resolve) => queue.push(resolve)))
    onStart()
    try {
      return await outcomeAt(desk, file, bytes)
    } finally {
      const next = queue.shift()
      if (next) next(desk)
      else free.push(desk)
    }
  }

  // A worker that died may have been killed from outside; one that does so again was killed by the document.
  async function outcomeAt(desk: Desk, file: string, bytes: Uint8Array): Promise<Outcome> {
    const first = await attempt(desk, file, bytes)
    const result = 'lastWords' in first ? await attempt(desk, file, bytes) : first
    if (!('lastWords' in result)) return result
    if (!result.wasReady) throw notStarted(result.lastWords)
    return broughtDown
  }

  async function attempt(desk: Desk, file: string, bytes: Uint8Array): Promise<Outcome | Death> {
    if (!desk.worker?.isFit()) await desk.worker?.end()
    if (isOver) return interrupted
    if (!desk.worker?.isFit()) desk.worker = hire(terms)
    const result = await desk.worker.read(file, bytes)
    return isOver && 'lastWords' in result ? interrupted : result
  }

  async function end(): Promise<void> {
    isOver = true
    await Promise.all(desks.map(({ worker }) => worker?.end()))
  }

  return { read, end }
}

/** The place of one worker, and of those who come after it. */
interface Desk {
  worker?: Worker
}
