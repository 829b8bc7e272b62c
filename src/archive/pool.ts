import type { Outcome } from './outcome.ts'
import { type Desk, desksFor } from './pool/desks.ts'
import { broughtDown, interrupted, notStarted } from './pool/losses.ts'
import { type Death, hire, type Terms } from './pool/worker.ts'

/** Reads documents in processes of their own. */
export interface Pool {
  /** What became of a document, whose turn may come later; rejects only when no process can be started. */
  read(file: string, bytes: Uint8Array, onStart?: () => void): Promise<Outcome>
  /** Ends all processes; what is being read, or waits to be, becomes a loss. */
  end(): Promise<void>
}

/** A pool of as many processes as there are jobs: each starts when it is first needed and stays for other documents. */
export function openPool({ jobs, ...terms }: { jobs: number } & Terms): Pool {
  const desks = desksFor(jobs)
  const shift: Shift = { terms, isOver: false }
  return {
    async read(file, bytes, onStart = () => {}) {
      const desk = await desks.take()
      onStart()
      return outcomeAt(desk, { file, bytes }, shift).finally(() => desks.giveBack(desk))
    },
    async end() {
      shift.isOver = true
      await Promise.all(desks.all.map(({ worker }) => worker?.end()))
    },
  }
}

/** What holds at all desks. */
interface Shift {
  terms: Terms
  isOver: boolean
}

interface Document {
  file: string
  bytes: Uint8Array
}

// A worker that died may have been killed from outside; one that does so again was killed by the document.
async function outcomeAt(desk: Desk, document: Document, shift: Shift): Promise<Outcome> {
  const first = await attempt(desk, document, shift)
  const result = 'lastWords' in first ? await attempt(desk, document, shift) : first
  if (!('lastWords' in result)) return result
  if (!result.wasReady) throw notStarted(result.lastWords)
  return broughtDown
}

async function attempt(desk: Desk, { file, bytes }: Document, shift: Shift): Promise<Outcome | Death> {
  if (!desk.worker?.isFit()) await desk.worker?.end()
  if (shift.isOver) return interrupted
  if (!desk.worker?.isFit()) desk.worker = hire(shift.terms)
  const result = await desk.worker.read(file, bytes)
  return shift.isOver && 'lastWords' in result ? interrupted : result
}
