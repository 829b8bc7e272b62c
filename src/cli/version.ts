import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../installation.ts'

/** The version of the package. */
export function version(): string {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
}
