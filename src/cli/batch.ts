import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { batch } from '../archive/batch.ts'
import { save } from '../archive/exports/output.ts'
import { linksFrom } from '../archive/exports/xlsx/link.ts'
import { type Kept, withKept } from '../archive/kept.ts'
import { openPool, type Pool } from '../archive/pool.ts'
import type { Found } from '../archive/source.ts'
import { listedName, namesFrom, sourcesOf } from '../archive/sources.ts'
import { type Archive, openArchive } from '../archive/store.ts'
import { collect } from '../archive/summary/collect.ts'
import { page } from '../archive/summary/page.ts'
import type { Summary } from '../archive/summary/summary.ts'
import { Failure } from '../failure.ts'
import { sentence } from '../sentence.ts'
import { writing } from '../writing.ts'
import { checkInputs, checkThere } from './batch/checks.ts'
import { close, interrupted } from './batch/closing.ts'
import { exportsOf, writeExports } from './batch/exports.ts'
import { type Limits, limitsOf } from './batch/limits.ts'
import { progressOf } from './batch/progress.ts'
import { checkExcel } from './excel.ts'
import { load } from './inputs.ts'
import { type FailOn, language, type Options, type Status } from './options.ts'
import { remark } from './speech.ts'
import { version } from './version.ts'

interface BatchOptions extends Options {
  output: string
  format?: string[]
  filesFrom?: string
  jobs?: string
  timeout: string
  maxMemory: string
  resume?: boolean
  excel?: boolean
  progress?: 'text' | 'json'
  failOn: FailOn
}

/** Reads whole folders and ZIP archives into one dataset. */
export async function run(names: string[], options: BatchOptions): Promise<Status> {
  const limits = limitsOf(options)
  const { output, format = [], excel } = options
  const wanted = exportsOf(format)
  checkExcel(excel, format.includes('csv'))
  const inputs = [...names, ...(await namesIn(options.filesFrom))]
  checkInputs(inputs, output)
  await writing({ zh: output, en: output }, () => mkdir(output, { recursive: true }))
  const archive = await openArchive(join(output, 'archive.duckdb'), {
    version: version(),
    inputs: inputs.map(listedName),
    resume: options.resume ?? false,
  })
  try {
    if (!(await fill(archive, inputs, limits, options))) return 130
    await writeExports(wanted, archive, output, excel)
    const summary = await summarize(archive, options)
    close(summary, output, options)
    return statusOf(summary, options.failOn)
  } finally {
    await archive.close()
  }
}

/** Reads all files that are not known yet, and says whether the run came to its end. */
async function fill(archive: Archive, inputs: string[], limits: Limits, options: BatchOptions): Promise<boolean> {
  const found = await foundIn(inputs, archive, options.output)
  const pool = openPool({ ...limits, password: options.password })
  const { signal, forget } = interruption(pool)
  const display = progressOf(options)
  const { known, commit } = archive
  try {
    const now = () => performance.now()
    const setting = { known, jobs: limits.jobs, signal, read: pool.read, commit, watch: display.update, now }
    const listings = await batch(found, setting)
    if (signal.aborted) remark('disclose', interrupted(listings.length, found.length), options)
    else await archive.settle(listings)
    return !signal.aborted
  } finally {
    forget()
    display.end()
    await pool.end()
  }
}

async function foundIn(inputs: string[], archive: Archive, output: string): Promise<(Found | Kept)[]> {
  const found: Found[] = []
  for await (const item of sourcesOf(inputs, { exclude: [resolve(output)] })) found.push(item)
  await checkThere(found, archive, output)
  return withKept(found, archive)
}

// What was read is kept; what is being read is given up. A second signal, or one while nothing is read any more, ends the
// process at once, which loses nothing either.
function interruption(pool: Pool): { signal: AbortSignal; forget(): void } {
  const controller = new AbortController()
  const stop = () => {
    controller.abort()
    void pool.end()
  }
  for (const name of signals) process.once(name, stop)
  const forget = () => {
    for (const name of signals) process.off(name, stop)
  }
  return { signal: controller.signal, forget }
}

const signals = ['SIGINT', 'SIGTERM'] as const

async function summarize(archive: Archive, options: BatchOptions): Promise<Summary> {
  const summary = await collect(archive.all)
  const { output } = options
  const links = linksFrom(output)
  const linkTo = (file: string) => links(file)?.target
  await save(join(output, 'summary.json'), once(`${JSON.stringify(summary, undefined, 2)}\n`))
  await save(join(output, 'index.html'), once(page(summary, { language: language(options), linkTo })))
  return summary
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

async function namesIn(list: string | undefined): Promise<string[]> {
  return list === undefined ? [] : namesFrom(await load(list).catch((error: unknown) => refuse(list, error)))
}

function statusOf({ files, findings }: Summary, failOn: FailOn): Status {
  if (files.failed > 0) return 2
  const failing = { error: findings.error, warning: findings.error + findings.warning, never: 0 }
  return failing[failOn] > 0 ? 1 : 0
}

function refuse(list: string, error: unknown): never {
  const { zh, en } = sentence(error)
  throw new Failure({ zh: `--files-from ${list}：${zh}`, en: `--files-from ${list}: ${en}` })
}
