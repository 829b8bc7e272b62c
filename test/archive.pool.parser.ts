import { existsSync, writeFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import type { parse as ours } from '../src/parse.ts'

/** Reads as ours does, but for texts whose first line orders something terrible. */
export async function parse(...[bytes, file, options]: Parameters<typeof ours>): ReturnType<typeof ours> {
  flushCompileCache()
  const [order = '', path = ''] = new TextDecoder().decode(bytes).split('\n')
  await orders[order]?.(path)
  // Ours is loaded when it is needed, for most orders are the last.
  const { parse } = await import('../src/parse.ts')
  return parse(bytes, file, options)
}

const kept: unknown[] = []

const orders: Record<string, (path: string) => unknown> = {
  loop: (path) => {
    if (path !== '') writeFileSync(path, String(process.pid))
    for (;;);
  },
  wait: () => new Promise(() => setInterval(() => {}, 1000)),
  'fill buffers': () => {
    for (;;) kept.push(new Uint8Array(2 ** 20).fill(1))
  },
  'fill the heap': () => {
    for (;;) kept.push(new Array(2 ** 24).fill(0.5))
  },
  grow: () => {
    kept.push(new Uint8Array(2 ** 28).fill(1))
    throw new TypeError('grown')
  },
  'tell your process': () => {
    throw new TypeError(`process ${process.pid}`)
  },
  'be interrupted': () => process.kill(process.pid, 'SIGINT'),
  speak: () => {
    process.stdout.write('something\n')
    process.stderr.write('something\n')
    throw new TypeError('spoken')
  },
  die: () => process.kill(process.pid, 'SIGKILL'),
  'die once': (path) => {
    if (existsSync(path)) return
    writeFileSync(path, '')
    process.kill(process.pid, 'SIGKILL')
  },
}
