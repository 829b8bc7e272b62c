import { availableParallelism } from 'node:os'
import { Failure } from '../../failure.ts'

/** What a batch may use: processes, seconds a document, MiB a process. */
export interface Limits {
  jobs: number
  timeout: number
  maxMemory: number
}

/** The limits that options give; without `--jobs` as many processes as there are cores that this one may use. */
export function limitsOf(options: { jobs?: string; timeout: string; maxMemory: string }): Limits {
  const { jobs = String(availableParallelism()), timeout, maxMemory } = options
  return {
    jobs: whole('--jobs', jobs, 1, 1000),
    timeout: whole('--timeout', timeout, 1, 86_400),
    // A process that reads nothing yet takes nearly a hundred.
    maxMemory: whole('--max-memory', maxMemory, 128, 1_000_000),
  }
}

function whole(option: string, number: string, least: number, most: number): number {
  if (/^\d{1,9}$/u.test(number) && Number(number) >= least && Number(number) <= most) return Number(number)
  throw new Failure({
    zh: `${option} 不能是 ${number}；请写 ${least} 至 ${most} 之间的整数。`,
    en: `${option} cannot be ${number}; write a whole number from ${least} to ${most}.`,
  })
}
