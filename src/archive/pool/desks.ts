import type { Worker } from './worker.ts'

/** The place of one worker, and of those who come after it. */
export interface Desk {
  worker?: Worker
}

/** Desks that are lent, one document a desk, in the order in which they were asked for. */
export interface Desks {
  all: readonly Desk[]
  take(): Promise<Desk>
  giveBack(desk: Desk): void
}

/** As many desks as there are jobs. */
export function desksFor(jobs: number): Desks {
  const all = Array.from({ length: jobs }, (): Desk => ({}))
  const free = Array.from(all)
  const queue: ((desk: Desk) => void)[] = []
  return {
    all,
    async take() {
      return free.pop() ?? new Promise<Desk>((resolve) => queue.push(resolve))
    },
    giveBack(desk) {
      const next = queue.shift()
      if (next) next(desk)
      else free.push(desk)
    },
  }
}
