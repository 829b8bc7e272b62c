import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

// A thread beside the one that reads, which may be too busy to notice anything itself. V8's own limits count neither
// array buffers nor the memory of native code; resident memory does, on every system.
const interval = 25

const { limit, parent }: { limit: number; parent: number } = workerData

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  if (process.memoryUsage.rss() <= limit) return
  writeSync(2, 'out of memory\n')
  process.kill(process.pid, 'SIGKILL')
}, interval)
