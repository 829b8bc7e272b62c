import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Outcome } from '../src/archive/outcome.ts'
import { unpack } from '../src/archive/pack.ts'
import { openPool, type Pool } from '../src/archive/pool.ts'
import { parse } from '../src/parse.ts'
import { tables } from '../src/tables/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclose-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pdf = 'readers/pdf/merged-cells/input.pdf'
const docx = 'forms/self-evaluation/annual/input.docx'
const txt = 'yangquan-2021/report.txt'

const parser = new URL('./archive.pool.parser.ts', import.meta.url)

function poolOf(terms: Partial<Parameters<typeof openPool>[0]> = {}): Pool {
  const pool = openPool({ jobs: 1, timeout: 60, maxMemory: 1024, parser, ...terms })
  onTestFinished(() => pool.end())
  return pool
}

describe('a document', () => {
  const pool = openPool({ jobs: 2, timeout: 60, maxMemory: 1024 })
  afterAll(() => pool.end())

  test.each([pdf, docx, txt])('%s is read as parse reads it', async (name) => {
    const outcome = await pool.read(name, fixture(name))
    if ('error' in outcome) expect.fail(outcome.error.en)
    const report = await parse(fixture(name), name)
    expect(JSON.stringify(unpack(outcome.report))).toBe(JSON.stringify(report))
    expect(outcome.rows).toEqual(Object.fromEntries(tables.map((table) => [table.name, table.rows(report)])))
  })

  test('has its own outcome, whoever is done first', async () => {
    const names = [docx, txt, docx, txt, docx]
    const outcomes = await Promise.all(names.map((name, index) => pool.read(`${index}`, fixture(name))))
    const files = outcomes.map((outcome) => ('error' in outcome ? 'lost' : outcome.rows.documents?.[0]?.[0]))
    expect(files).toEqual(['0', '1', '2', '3', '4'])
  })

  test('that cannot be read is a loss with the sentence of parse', async () => {
    const error = { zh: '文件是空的；请重新下载。', en: 'the file is empty; download it again.' }
    expect(await pool.read('empty.pdf', new Uint8Array())).toEqual({ error, isLimited: false })
  })

  test('over which the program fails is a loss that says so', async () => {
    expect(await order(poolOf(), 'tell your process')).toEqual({
      error: {
        zh: expect.stringMatching(/^程序自身出错（process \d+）/u),
        en: expect.stringMatching(/^the program itself failed \(process \d+\)/u),
      },
      isLimited: false,
    })
  })
})

describe('a limit', () => {
  test('of time ends a document that computes or waits for ever, and the next is read', async () => {
    const pool = poolOf({ timeout: 0.5 })
    const tooSlow = {
      error: {
        zh: '读取超过 0.5 秒，已中止；请用 --timeout 增加时间，再用 --resume 继续。',
        en: 'reading it took longer than 0.5 s and was ended; allow more with --timeout and go on with --resume.',
      },
      isLimited: true,
    }
    const orders = ['loop', 'wait', 'tell your process'].map((words) => order(pool, words))
    expect(await Promise.all(orders)).toMatchObject([tooSlow, tooSlow, { isLimited: false }])
  })

  test('of memory ends a document whose array buffers go beyond it', async () => {
    const peak = peakOfChildren()
    expect(await order(poolOf({ maxMemory: 256 }), 'fill buffers')).toEqual(tooLarge(256))
    // Only Linux tells of other processes how much memory they ever held.
    if (process.platform === 'linux') expect(Math.abs(peak() - 256)).toBeLessThan(64)
  })

  // V8 gives up before there is too much memory in all.
  test('of memory ends a document whose objects go beyond it', async () => {
    expect(await order(poolOf({ maxMemory: 300 }), 'fill the heap')).toEqual(tooLarge(300))
  })

  test('of memory is not reached by what documents leave behind', async () => {
    const pool = poolOf({ maxMemory: 512 })
    const before = await processOf(pool)
    expect(await processOf(pool)).toBe(before)
    await order(pool, 'grow')
    expect(await processOf(pool)).not.toBe(before)
    expect(isAlive(before)).toBe(false)
  })

  function tooLarge(maxMemory: number): Outcome {
    return {
      error: {
        zh: `读取所需内存超过 ${maxMemory} MiB，已中止；请用 --max-memory 增加内存，再用 --resume 继续。`,
        en: `reading it took more than ${maxMemory} MiB of memory and was ended; allow more with --max-memory and go on with --resume.`,
      },
      isLimited: true,
    }
  }
})

describe('a worker', () => {
  test('that dies is replaced, and its document read once more', async () => {
    expect(await order(poolOf(), `die once\n${join(folder, 'once')}`)).toHaveProperty('rows')
  })

  test('that dies twice over a document leaves a loss, and the next is read', async () => {
    const pool = poolOf()
    const error = { en: expect.stringMatching(/^it brought its worker down twice;/u) }
    expect(await order(pool, 'die')).toMatchObject({ error, isLimited: true })
    expect(await processOf(pool)).toBeGreaterThan(0)
  })

  test('that does not start is no loss of the document', async () => {
    const pool = poolOf({ parser: new URL('./none.ts', import.meta.url) })
    await expect(order(pool, 'wait')).rejects.toThrow(/^the processes that read documents do not start \(.*none\.ts/u)
  })

  test('leaves Ctrl-C to the main process', async () => {
    expect(await order(poolOf(), 'be interrupted')).toHaveProperty('rows')
  })

  test('is gone after the end, idle or busy, and what it read is lost', async () => {
    const pool = poolOf({ jobs: 2 })
    const path = join(folder, 'busy')
    const pending = [order(pool, `loop\n${path}`), order(pool, 'wait'), order(pool, 'wait')]
    const busy = await processIn(path)
    await pool.end()
    expect(isAlive(busy)).toBe(false)
    expect(children()).toEqual([])
    const error = { en: expect.stringMatching(/^the run was ended before it was read/u) }
    for (const outcome of [...pending, order(pool, 'wait')]) expect(await outcome).toMatchObject({ error })
  })

  test('writes nothing, and goes with a main process that is killed, also when it is busy', async () => {
    const path = join(folder, 'orphan')
    const main = spawn(process.execPath, ['--input-type=module', '-e', script(path)])
    const written: string[] = []
    for (const stream of [main.stdout, main.stderr]) stream.on('data', (data) => written.push(String(data)))
    const child = await processIn(path)
    main.kill('SIGKILL')
    await once(main, 'close')
    expect(written).toEqual([])
    await expect.poll(() => isAlive(child), { timeout: 10_000 }).toBe(false)
  })

  function script(path: string): string {
    return `
      import { openPool } from './src/archive/pool.ts'
      const pool = openPool({ jobs: 1, timeout: 60, maxMemory: 1024, parser: new URL('${parser}') })
      await pool.read('speak.txt', Buffer.from('speak'))
      await pool.read('loop.txt', Buffer.from(${JSON.stringify(`loop\n${path}`)}))
    `
  }
})

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`fixtures/${name}`))
}

function order(pool: Pool, words: string): Promise<Outcome> {
  return pool.read('order.txt', new TextEncoder().encode(words))
}

async function processOf(pool: Pool): Promise<number> {
  const outcome = await order(pool, 'tell your process')
  return Number(/process (\d+)/u.exec('error' in outcome ? outcome.error.en : '')?.[1])
}

async function processIn(path: string): Promise<number> {
  while (!existsSync(path) || readFileSync(path, 'utf8') === '') await pause(10)
  return Number(readFileSync(path, 'utf8'))
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** The most memory that a child of this process held at any time since, in MiB. */
function peakOfChildren(): () => number {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, ...children().map(peakOf))
  }, 5)
  return () => {
    clearInterval(timer)
    return peak
  }
}

function children(): string[] {
  const tasks = process.platform === 'linux' ? readdirSync('/proc/self/task') : []
  return tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').match(/\d+/gu) ?? [])
}

/** In MiB; 0 for a process that is gone. */
function peakOf(id: string): number {
  try {
    return Number(/VmHWM:\s*(\d+) kB/u.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
