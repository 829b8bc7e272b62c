import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { files } from '../src/archive/files.ts'
import { tables } from '../src/tables/index.ts'
import { disclose } from './command.ts'

let folder: string

const bin = join(import.meta.dirname, '../bin/disclose.js')
const form = readFileSync('fixtures/forms/two-horizon-objectives/aligned/input.txt')
const args = ['batch', 'archive', '-f', 'csv', '-f', 'ndjson', '--jobs', '1', '-q']
const written = ['summary.json', 'reports.ndjson', ...[...tables, files].map(({ name }) => `csv/${name}.csv`)]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-kill-'))
  mkdirSync(join(folder, 'archive'))
  for (let number = 1; number <= 24; number++) {
    // Every fourth repeats the one before it, every seventh cannot be read.
    const mark = Buffer.from(`\n第 ${number % 4 === 0 ? number - 1 : number} 份\n`)
    const contents = number % 7 === 0 ? Buffer.from(`%PDF-1.7\n${number}`) : Buffer.concat([form, mark])
    writeFileSync(join(folder, `archive/${String(number).padStart(2, '0')}.txt`), contents)
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

test('a batch that is killed at twenty moments ends in the same dataset', async () => {
  const start = performance.now()
  expect(disclose([...args, '-o', 'whole'], { cwd: folder }).status).toBe(2)
  // They spread over a whole run, however fast the machine is.
  const length = performance.now() - start
  const moments = Array.from({ length: 20 }, () => Math.round(Math.random() * length))
  let killed = 0
  for (const moment of moments) if (await killedAfter(moment)) killed += 1
  expect(killed, 'runs that were killed').toBeGreaterThan(0)
  disclose([...args, '-o', 'killed', '--resume'], { cwd: folder })
  const said = `killed after ${moments.join(', ')} ms`
  for (const name of written) expect(contentsOf('killed', name), `${name}, ${said}`).toBe(contentsOf('whole', name))
  expect(tablesOf('killed'), said).toEqual(tablesOf('whole'))
})

// Whether it was killed, or had ended by then.
async function killedAfter(milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, [bin, ...args, '-o', 'killed', '--resume'], { cwd: folder, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  const [, signal] = await once(child, 'exit')
  clearTimeout(timer)
  return signal === 'SIGKILL'
}

function contentsOf(out: string, name: string): string {
  return readFileSync(join(folder, out, name), 'utf8')
}

// Every table of the database, as one text of all its rows.
function tablesOf(out: string): object[] {
  const texts = [...tables, files].map(
    ({ name }) =>
      `select '${name}' as name, string_agg(t::varchar, chr(10) order by t::varchar) as rows from "${name}" t`,
  )
  const { status, stdout } = disclose(['query', out, texts.join(' union all '), '-f', 'json'], { cwd: folder })
  expect(status).toBe(0)
  return JSON.parse(stdout)
}
