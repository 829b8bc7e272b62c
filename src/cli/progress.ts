import { shown } from '../writers/validation/escapes.ts'
import type { Options } from './options.ts'

/** Empties the line of a terminal. */
export const clearLine = '\r\u001B[2K'

/** Shows on a terminal which of several inputs is being read. */
export function progress(done: number, total: number, file: string, { quiet }: Options): void {
  const isShown = process.stderr.isTTY && !quiet && !process.env.CI && total > 1
  if (!isShown) return
  process.stderr.write(done === total ? clearLine : `${clearLine}${done + 1}/${total} ${shown(file)}`)
}
