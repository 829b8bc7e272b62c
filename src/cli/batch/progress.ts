import type { Progress } from '../../archive/progress.ts'
import { type Language, language, type Options } from '../options.ts'
import { clearLine } from '../progress.ts'
import { lineOf } from './line.ts'
import { type Mark, type Snapshot, snapshotOf } from './snapshot.ts'

/** Shows on standard error how far a batch is. */
export interface Display {
  update(progress: Progress): void
  end(): void
}

export interface DisplayOptions extends Options {
  progress?: 'text' | 'json'
}

/** One line that is renewed on a terminal, a line now and then elsewhere, an object a line for tools; nothing if quiet. */
export function progressOf(options: DisplayOptions): Display {
  const style = styleOf(options)
  if (!style) return { update() {}, end() {} }
  const marks: Mark[] = []
  let latest: Progress | undefined
  const draw = (isLast: boolean) => {
    if (latest) process.stderr.write(style.text(snapshotAt(performance.now(), latest, marks), isLast))
  }
  const timer = setInterval(draw, style.interval, false).unref()
  return {
    update(progress) {
      latest = progress
    },
    end() {
      clearInterval(timer)
      draw(true)
    },
  }
}

/** What is written how often, in milliseconds. */
interface Style {
  interval: number
  text(snapshot: Snapshot, isLast: boolean): string
}

function styleOf(options: DisplayOptions): Style | undefined {
  // What a tool asks for is no remark, so that --quiet leaves a stream of nothing else.
  if (options.progress === 'json') return { interval: 1000, text: (snapshot) => `${JSON.stringify(snapshot)}\n` }
  if (options.quiet) return undefined
  const say = language(options)
  if (process.stderr.isTTY && !process.env.CI) return renewed(say)
  return plain(say)
}

// After a short run its summary is enough.
function plain(say: Language): Style {
  const interval = 10_000
  const isShort = ({ seconds }: Snapshot) => seconds * 1000 < interval
  return { interval, text: (snapshot) => (isShort(snapshot) ? '' : `disclose: ${lineOf(snapshot, say)}\n`) }
}

// In the last column the cursor would go to the next line.
function renewed(say: Language): Style {
  const room = () => (process.stderr.columns || 80) - 1
  const text: Style['text'] = (snapshot, isLast) => clearLine + (isLast ? '' : lineOf(snapshot, say, room()))
  return { interval: 200, text }
}

// The pace of late tells more than that since the start: what is known from before is done at once.
const window = 30_000

function snapshotAt(now: number, progress: Progress, marks: Mark[]): Snapshot {
  while (marks[1] && marks[1].at < now - window) marks.shift()
  const [mark = { at: progress.started, done: 0 }] = marks
  marks.push(...(marks.length === 0 ? [mark] : []), { at: now, done: progress.done })
  return snapshotOf(progress, mark, now)
}
