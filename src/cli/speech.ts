import type { Message } from '../model.ts'
import { sentence } from '../sentence.ts'
import { shown } from '../writers/validation/escapes.ts'
import { language, type Options } from './options.ts'
import { clearLine } from './progress.ts'

/** Says on standard error what went wrong with a file, as one sentence; with DEBUG=disclose also where in the code. */
export function complain(file: string, error: unknown, options: Options): void {
  tell(file, sentence(error), options)
  if (isDebugging() && error instanceof Error) process.stderr.write(`${error.stack}\n`)
}

/** Says something on standard error that is no error; --quiet silences it. */
export function remark(file: string, message: Message, options: Options): void {
  if (!options.quiet) tell(file, message, options)
}

/** Writes a line on standard error that is no sentence; --quiet silences it. */
export function note(line: string, { quiet }: Options): void {
  if (!quiet) process.stderr.write(`${shown(line)}\n`)
}

// On a terminal the line may hold the progress. A member of a ZIP archive can be called anything.
function tell(file: string, message: Message, options: Options): void {
  process.stderr.write(`${process.stderr.isTTY ? clearLine : ''}${shown(`${file}: ${message[language(options)]}`)}\n`)
}

function isDebugging(): boolean {
  return (process.env.DEBUG ?? '').split(',').includes('disclose')
}
