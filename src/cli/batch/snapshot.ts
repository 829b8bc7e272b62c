import type { Progress } from '../../archive/progress.ts'

/** How far a batch is at some moment; `--progress json` writes this, an object a line. */
export interface Snapshot extends Pick<Progress, 'total' | 'done' | 'failed' | 'duplicates' | 'skipped' | 'findings'> {
  /** Seconds since the start. */
  seconds: number
  /** Files a second, of late. */
  perSecond: number
  /** Seconds until the end at this pace; null as long as there is none. */
  secondsLeft: number | null
  /** The documents that are being read, and for how many seconds; the slowest first. */
  working: { file: string; seconds: number }[]
}

/** How many files were done at some time, in milliseconds. */
export interface Mark {
  at: number
  done: number
}

/** How far a batch is now; the pace is that since the mark. */
export function snapshotOf({ started, working, ...progress }: Progress, mark: Mark, now: number): Snapshot {
  const pace = now > mark.at ? (progress.done - mark.done) / (now - mark.at) : 0
  const { total, done, failed, duplicates, skipped, findings } = progress
  return {
    ...{ total, done, failed, duplicates, skipped, findings: { ...findings } },
    seconds: secondsIn(now - started),
    perSecond: secondsIn(pace * 1_000_000),
    secondsLeft: pace > 0 ? Math.ceil((total - done) / pace / 1000) : null,
    working: working
      .map(({ file, since }) => ({ file, seconds: secondsIn(now - since) }))
      .sort((a, b) => b.seconds - a.seconds),
  }
}

// To a tenth.
function secondsIn(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10
}
