import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// What the tests compile, in their own processes and in those that they start, is kept for the next run.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node')

// Nothing in a test changes what another one sees, so a worker keeps what it has loaded. Many tests start the command, and
// none is about how long that takes.
export default defineConfig({
  test: { isolate: false, maxWorkers: 2, testTimeout: 120_000, hookTimeout: 120_000, update: 'none' },
})
