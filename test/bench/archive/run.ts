import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

/** What a run of `disclose batch` took: seconds, milliseconds of CPU of all its processes, MiB at most in each. */
export interface Run {
  seconds: number
  cpu: number
  main: number
  worker: number
}

/** Runs the built command. */
export async function run(args: string[]): Promise<Run> {
  const command = [process.execPath, 'bin/disclose.js', 'batch', ...args, '--quiet', '--fail-on', 'never']
  const start = performance.now()
  // A shell knows the times of all processes that it waited for, and of those that these waited for (POSIX, times).
  const shell = spawn('sh', ['-c', '"$@"; echo $?; times', 'sh', ...command], { stdio: ['ignore', 'pipe', 'inherit'] })
  const peaks = { main: 0, worker: 0 }
  const watch = setInterval(() => {
    const [main] = childrenOf(shell.pid)
    peaks.main = Math.max(peaks.main, peakOf(main))
    peaks.worker = Math.max(peaks.worker, ...childrenOf(main).map(peakOf))
  }, 100)
  const [status, , times = ''] = (await text(shell.stdout)).trim().split('\n')
  clearInterval(watch)
  if (status !== '0') throw new Error(`disclose batch ended with ${status}`)
  return { seconds: (performance.now() - start) / 1000, cpu: millisecondsIn(times), ...peaks }
}

// 1m2.5s 0m0.25s
function millisecondsIn(times: string): number {
  const all = Array.from(times.matchAll(/(\d+)m([\d.]+)s/gu))
  return all.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0)
}

function childrenOf(id: number | undefined): number[] {
  return tasksOf(id).flatMap((task) => (contents(`/proc/${id}/task/${task}/children`).match(/\d+/gu) ?? []).map(Number))
}

function tasksOf(id: number | undefined): string[] {
  try {
    return readdirSync(`/proc/${id}/task`)
  } catch {
    return []
  }
}

// Linux keeps how much memory a process ever held, so that no peak is between two looks.
function peakOf(id: number | undefined): number {
  return Number(/VmHWM:\s*(\d+) kB/u.exec(contents(`/proc/${id}/status`))?.[1] ?? 0) / 1024
}

function contents(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
