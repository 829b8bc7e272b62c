import { type ChildProcess, fork } from 'node:child_process'
import { moduleAt } from '../../installation.ts'
import type { Outcome } from '../outcome.ts'
import type { Answer, Task } from './child.ts'
import { tooLarge, tooSlow } from './losses.ts'

/** What one document may take, in seconds and in MiB of memory, and what opens encrypted ones. */
export interface Terms {
  timeout: number
  maxMemory: number
  password?: string | undefined
  /** The module whose `parse` reads documents, if not ours. */
  parser?: URL
}

/** A process that reads one document after the other. */
export interface Worker {
  read(file: string, bytes: Uint8Array): Promise<Outcome | Death>
  /** Whether it lives, and holds little enough memory to take another document. */
  isFit(): boolean
  end(): Promise<void>
}

/** The end of a process that reached no limit: whether it was ever ready to read, and what it said last. */
export interface Death {
  wasReady: boolean
  lastWords: string
}

/** Starts a process; it is killed when a document goes beyond the terms. */
export function hire(terms: Terms): Worker {
  const child = start(terms)
  const talk = follow(child)
  const ready = talk.next()
  let isFit = true
  child.once('exit', () => {
    isFit = false
  })
  return {
    async read(file, bytes) {
      const wasReady = (await ready) !== undefined
      if (!wasReady || !child.connected) return { wasReady, lastWords: talk.lastWords() }
      const { answer, isLate } = await answerTo({ file, bytes, password: terms.password }, child, talk, terms)
      if (!answer) return endOf(isLate, talk.lastWords(), terms)
      isFit = !isLate && answer.resident < terms.maxMemory / 2
      return answer.outcome
    },
    isFit: () => isFit,
    async end() {
      child.kill('SIGKILL')
      await talk.over
    },
  }
}

async function answerTo(
  task: Task,
  child: ChildProcess,
  { next }: Talk,
  { timeout }: Terms,
): Promise<{ answer: Answer | undefined; isLate: boolean }> {
  let isLate = false
  const giveUp = () => {
    isLate = child.kill('SIGKILL')
  }
  const timer = setTimeout(giveUp, Math.min(timeout * 1000, longest))
  child.send(task)
  // After it is ready, a child sends nothing but answers.
  const answer = (await next()) as Answer | undefined
  clearTimeout(timer)
  return { answer, isLate }
}

function endOf(isLate: boolean, lastWords: string, { timeout, maxMemory }: Terms): Outcome | Death {
  if (isLate) return tooSlow(timeout)
  return /out of memory/u.test(lastWords) ? tooLarge(maxMemory) : { wasReady: true, lastWords }
}

// A timer that is set for longer goes off at once.
const longest = 2 ** 31 - 1

// V8 collects garbage more eagerly near its own limit, which leaves a part of the memory to what it does not count. Young
// objects would take up to 128 MB, and be no faster for it. A job is one core: threads of V8 beside it would only take the
// core of another job, and cost more than they give.
function start({ parser = moduleAt('parse'), maxMemory }: Terms): ChildProcess {
  return fork(moduleAt('archive/pool/child'), [parser.href, String(maxMemory)], {
    execArgv: [`--max-old-space-size=${Math.ceil(maxMemory * 0.75)}`, '--max-semi-space-size=8', '--single-threaded'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** What a process says: message after message, until nothing when it is over; and the end of what it wrote to standard error. */
interface Talk {
  next(): Promise<unknown>
  over: Promise<void>
  lastWords(): string
}

function follow(child: ChildProcess): Talk {
  let lastWords = ''
  let settle: (message?: unknown) => void = () => {}
  const hear = (words: string) => {
    lastWords = (lastWords + words).slice(-16_384)
  }
  child.stderr?.setEncoding('utf8').on('data', hear)
  child.on('error', ({ message }) => hear(message))
  child.on('message', (message) => settle(message))
  const over = new Promise<void>((resolve) =>
    child.once('close', () => {
      settle()
      resolve()
    }),
  )
  const next = () =>
    new Promise<unknown>((resolve) => {
      settle = resolve
    })
  return { next, over, lastWords: () => lastWords }
}
