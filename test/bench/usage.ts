import { spawnSync } from 'node:child_process'

/** What a process took: CPU time in milliseconds, and the most memory that it held, in megabytes. */
export interface Usage {
  cpu: number
  peak: number
}

const report =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\n'+JSON.stringify(process.resourceUsage())))"

/** Runs Node in a process of its own, which says itself what it took; throws when it fails. */
export function usageOf(args: string[]): Usage {
  const { status, stderr } = spawnSync(process.execPath, ['--import', report, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}`)
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '')
  return { cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 }
}
