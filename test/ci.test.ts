import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { configurationIn } from '../src/configuration.ts'
import { madePdf } from './made.ts'

// What docs/ci.md prints is run in a folder as it describes it.

interface Step {
  uses?: string
  run?: string
  env?: Record<string, string>
  with?: Record<string, string>
}

const page = readFileSync('docs/ci.md', 'utf8')
const [workflow, pipeline] = blocks('yaml').map((block) => parse(block))
const action = parse(readFileSync('action.yml', 'utf8'))
const steps: Step[] = workflow.jobs.validate.steps
const inputs = steps.find(({ uses }) => uses === './tools/disclose')?.with ?? {}

// The ordinal of its second project is odd, which is a warning.
const disclosure = `2021 年某市水务局专项资金信息公开

1、特定目标类专项资金

（1）项目名称：河道整治
立项依据：《关于河道整治的通知》（某水发〔2020〕14 号）
本年度预算安排：该项目预算 15.7 万元。

（3）项目名称：水文监测
立项依据：《关于水文监测的通知》（某水发〔2020〕15 号）
本年度预算安排：该项目预算 8 万元。`

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-'))
  for (const name of ['documents', 'tools']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'documents/公开 2021.pdf'), madePdf([disclosure]))
  symlinkSync(process.cwd(), join(folder, 'tools/disclose'))
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('GitHub', () => {
  test('the workflow uses inputs that the action has', () => {
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)))
    const required = Object.entries<{ required?: boolean }>(action.inputs).filter(([, { required }]) => required)
    for (const [name] of required) expect(inputs).toHaveProperty(name)
  })

  test('the action writes what the workflow asks for', () => {
    const { status, stdout, stderr } = act({})
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^::(?:warning|notice) file=documents\/公开 2021\.pdf,title=/u)
    expect(read('summary.md')).toContain('documents/公开 2021.pdf')
    expect(read('disclose.html')).toContain('href="documents/%E5%85%AC%E5%BC%80%202021.pdf#page=')
    expect(JSON.parse(read('disclose.sarif')).runs[0].results.length).toBe(stdout.trimEnd().split('\n').length)
  })

  test('the action hands on its other inputs', () => {
    expect(act({ 'max-warnings': '0' }).status).toBe(1)
    expect(act({ files: 'none.pdf\n\n' }).status).toBe(2)
    const files = 'documents/*.pdf\ntools/disclose/fixtures/yangquan-2021/restored.txt\n'
    const { status, stderr } = act({ files, baseline: 'baseline.json', 'max-warnings': '0' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('baseline.json') })
    expect(act({ config: 'none.json' })).toMatchObject({ status: 2 })
  })

  test.skipIf(spawnSync('bash', ['-c', 'command -v jq']).status !== 0)(
    'suppressed results are left out of the upload',
    () => {
      act({ baseline: 'baseline.json' })
      const run = steps.find(({ run }) => run?.startsWith('jq'))?.run ?? ''
      expect(shell(run, {}).stderr).toBe('')
      const results = (name: string) => JSON.parse(read(name)).runs[0].results
      expect(results('disclose.sarif').length).toBeGreaterThan(0)
      expect(results('open.sarif')).toEqual([])
    },
  )
})

test('the job of GitLab writes the reports that it hands over', () => {
  const [install, ...commands]: string[] = pipeline.disclosures.script
  expect(install).toBe('(cd tools/disclose && npm ci)')
  for (const command of commands) expect(shell(command, {})).toMatchObject({ status: 0, stderr: '' })
  const { paths, reports } = pipeline.disclosures.artifacts
  for (const path of [...paths, ...Object.values<string>(reports)]) expect(existsSync(join(folder, path))).toBe(true)
})

test('the configuration is one', () => {
  for (const block of blocks('json')) expect(configurationIn(block).suppressions?.length).toBe(2)
})

test('the Chinese page prints the same workflow, job and configuration', () => {
  const translated = readFileSync('docs/ci.zh-CN.md', 'utf8')
  for (const language of ['yaml', 'json']) expect(blocks(language, translated)).toEqual(blocks(language))
})

function act(changed: Record<string, string>) {
  const [, validate]: Step[] = action.runs.steps
  const defaults = Object.entries<{ default?: string }>(action.inputs).map(([name, { default: value }]) => [
    name,
    value,
  ])
  const given: Record<string, string> = { ...Object.fromEntries(defaults), ...inputs, ...changed }
  const values = Object.entries(validate?.env ?? {}).map(([name, expression]) => {
    const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/u.exec(expression) ?? []
    expect(action.inputs).toHaveProperty(input)
    return [name, given[input]]
  })
  const paths = { GITHUB_ACTION_PATH: join(folder, 'tools/disclose'), GITHUB_STEP_SUMMARY: join(folder, 'summary.md') }
  return shell(validate?.run ?? '', { ...Object.fromEntries(values), ...paths })
}

// As a runner does it, with the Node of the tests before any other.
function shell(script: string, env: Record<string, string>) {
  const path = `${join(process.cwd(), 'node_modules/.bin')}:${process.env.PATH}`
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', ...env, PATH: path },
  })
}

function blocks(language: string, text = page): string[] {
  return Array.from(text.matchAll(/^```(\w+)\n([^`]*)```/gmu)).flatMap(([, name, block = '']) =>
    name === language ? [block] : [],
  )
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}
