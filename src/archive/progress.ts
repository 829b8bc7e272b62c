import type { Severity } from '../model.ts'

/** How far a batch is; times are milliseconds of one clock. */
export interface Progress {
  total: number
  done: number
  failed: number
  duplicates: number
  skipped: number
  findings: Record<Severity, number>
  working: { file: string; since: number }[]
  started: number
}
