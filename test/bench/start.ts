import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compare, median, said } from './compare.ts'
import { withPages } from './pages.ts'
import { usageOf } from './usage.ts'

// The least that a reader on pdf.js does: the operators of each page, with the library opened as ours opens it.
const bare = `
  import { readFileSync } from 'node:fs'
  import { loadLibrary, openingFor } from './src/readers/pdf/library.ts'
  const { getDocument } = await loadLibrary()
  const task = getDocument(await openingFor(new Uint8Array(readFileSync(process.argv[2])), undefined, false))
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) await (await document.getPage(number)).getOperatorList()
  await task.destroy()
`

/** Starts the built command: for its version, and for a PDF of three pages. */
export async function* start(): AsyncGenerator<string> {
  yield await compare({
    name: 'start of disclose --version / start of Node alone',
    target: 2,
    pairs: 15,
    ours: () => spawnSync(process.execPath, ['bin/disclose.js', '--version']),
    bare: () => spawnSync(process.execPath, ['-e', '0']),
  })
  const folder = mkdtempSync(join(tmpdir(), 'disclose-bench-'))
  // In the folder of the package, where pdf.js is found; bundled as our own command is.
  const least = 'dist/bench.mjs'
  try {
    const stdin = { contents: bare, resolveDir: process.cwd() }
    await build({ stdin, outfile: least, bundle: true, format: 'esm', platform: 'node', packages: 'external' })
    yield threePages(least, join(folder, 'report.pdf'), join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true })
    rmSync(least, { force: true })
  }
}

function threePages(bare: string, file: string, output: string): string {
  writeFileSync(file, withPages(readFileSync('fixtures/yangquan-2021/report.pdf'), 3))
  const pairs = Array.from({ length: 9 }, () => ({
    least: usageOf([bare, file]).cpu,
    ours: usageOf(['bin/disclose.js', 'parse', file, '-q', '-o', output]).cpu,
  }))
  const times = [median(pairs.map(({ ours }) => ours)), median(pairs.map(({ least }) => least))]
  const what = `CPU of disclose parse of 3 pages / of tuned pdf.js alone, ${times.map((time) => time.toFixed(0)).join(' / ')} ms`
  return said(median(pairs.map(({ ours, least }) => ours / least)), 1.3, what)
}
