import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

export interface Setting {
  cwd?: string
  input?: string | Uint8Array
  env?: Record<string, string>
}

const bin = join(import.meta.dirname, '../bin/disclose.js')

/** Runs the built command as a user would, in English unless told otherwise. */
export function disclose(args: string[], { cwd, input, env }: Setting = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    input: input ?? '',
    env: { ...plain, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return { status, stdout, stderr }
}

// The environment of the tests without what changes the language, the colour or the progress of the command.
const { LC_ALL: _, LC_MESSAGES: __, LANG: ___, CI: ____, NO_COLOR: _____, FORCE_COLOR: ______, ...plain } = process.env
