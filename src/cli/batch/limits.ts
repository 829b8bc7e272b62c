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
    jobs: whole('--jobs', jobs),
    timeout: whole('--timeout', timeout),
    maxMemory: whole('--max-memory', maxMemory),
  }
}

function whole(option: string, number: string): number {
  if (/^[1-9]\d{0,5}$/u.test(number)) return Number(number)
  throw new Failure({
    zh: `${option} 不能是 ${number}；请写正整数。`,
    en: `${option} cannot be ${number}; write a whole number above zero.`,
  })
}
