import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { said } from './compare.ts'
import { withPages } from './pages.ts'
import { usageOf } from './usage.ts'

const [few, some, many] = [45, 250, 1000]

/** Reads a short PDF and a long one with the built command, each in a process of its own. */
export async function* memory(): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'disclose-bench-'))
  try {
    const [short, middle, long] = [few, some, many].map((pages) => reading(pages, folder))
    if (!short || !middle || !long) return
    const [peaks, times] = [pair(long.peak, short.peak), pair(long.cpu, middle.cpu)]
    yield said(long.peak / short.peak, 1.5, `peak memory over ${many} pages / over ${few}, ${peaks} MB`)
    yield said(long.cpu / middle.cpu, many / some, `CPU over ${many} pages / over ${some}, ${times} ms`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function reading(pages: number, folder: string) {
  const file = join(folder, `${pages}.pdf`)
  writeFileSync(file, withPages(readFileSync('fixtures/yangquan-2021/report.pdf'), pages))
  return usageOf(['bin/disclose.js', 'parse', file, '-q', '-o', join(folder, `${pages}.json`)])
}

function pair(one: number, other: number): string {
  return `${one.toFixed(0)} / ${other.toFixed(0)}`
}
