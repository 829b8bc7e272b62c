import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disclose } from './command.ts'

// A folder that shares what the commands of the README need, so that what they write is written there.
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclose-'))
  for (const name of ['bin', 'dist', 'fixtures', 'node_modules', 'package.json', 'schemas']) {
    symlinkSync(join(process.cwd(), name), join(folder, name))
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

const readmes = ['README.md', 'README.zh-CN.md'].map((file) => readFileSync(file, 'utf8'))
const [english = [], chinese = []] = readmes.map(commandsIn)

describe('the READMEs', () => {
  const commands = [...new Set([...english, ...chinese])].filter((command) => command.includes('disclose'))
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

  // npm takes longer than most commands; what it does is the same each time, so it does it for the first one only.
  test.each(commands)('%s', (command) => {
    const run = command === commands[0] ? command : command.replace('npm run -s disclose --', scripts.disclose)
    const { status, stderr } = spawnSync('bash', ['-c', run], { cwd: folder, encoding: 'utf8' })
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('print the two commands that set everything up', () => {
    expect(english.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test'])
  })

  test('print the same commands', () => {
    expect(chinese.map((command) => command.replace(' --lang zh', ''))).toEqual(english)
  })

  test('link to files that are there', () => {
    const links = readmes.flatMap((text) => Array.from(text.matchAll(/\]\(([^)#:]+)\)/gu), ([, link = '']) => link))
    expect(links.filter((link) => !existsSync(link))).toEqual([])
  })
})

test('the library does what the command does, and its example in the README runs', () => {
  const [, example = ''] = /^```js\n([^`]*)```/mu.exec(readmes[0] ?? '') ?? []
  const report = 'fixtures/forms/wide-sheet/two-projects/input.docx'
  const script = `${example.replaceAll('report.pdf', report)}\nconsole.log(JSON.stringify({ report, findings }))\n`
  writeFileSync(join(folder, 'example.mjs'), script)
  const lines = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' }).trimEnd().split('\n')
  const printed = JSON.parse(lines.at(-1) ?? '')
  expect(lines.length).toBe(3)
  expect(printed.report).toEqual(JSON.parse(disclose(['parse', report]).stdout))
  expect(printed.findings).toEqual(printed.report.findings)
})

test('the package holds the command, the library and the schema, and no source or fixture', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
  )
  const paths = packed.files.map(({ path }: { path: string }) => path)
  expect(paths).toEqual(
    expect.arrayContaining(['bin/disclose.js', 'dist/index.js', 'dist/index.d.ts', 'schemas/report.schema.json']),
  )
  expect(paths.filter((path: string) => /^(?:src|fixtures|test)\//u.test(path))).toEqual([])
})

describe('what is loaded', () => {
  const watch = `import { registerHooks } from 'node:module'
    registerHooks({ load: (url, context, next) => { process.stderr.write(url + '\\n'); return next(url, context) } })`
  const loadedBy = (...args: string[]) => {
    const preload = `data:text/javascript,${encodeURIComponent(watch)}`
    const { stderr } = spawnSync(process.execPath, ['--import', preload, 'bin/disclose.js', ...args], {
      encoding: 'utf8',
    })
    return (name: string) => stderr.includes(`/node_modules/${name}/`)
  }

  test('--version and --help load commander alone', () => {
    for (const option of ['--version', '--help']) {
      const loads = loadedBy(option)
      expect(['commander', 'zod', 'pdfjs-dist', 'mammoth', 'fast-csv', 'chalk'].map(loads)).toEqual([
        true,
        ...Array(5).fill(false),
      ])
    }
  })

  test('parse loads what the format needs, and no schema', () => {
    const loads = loadedBy('parse', 'fixtures/forms/two-horizon-objectives/aligned/input.txt')
    expect(['commander', 'zod', 'pdfjs-dist', 'mammoth', 'fast-csv'].map(loads)).toEqual([
      true,
      ...Array(4).fill(false),
    ])
    expect(loadedBy('parse', 'fixtures/readers/pdf/merged-cells/input.pdf')('pdfjs-dist')).toBe(true)
  })

  test('a PDF is read without the HTTP client of Node', () => {
    const list = "data:text/javascript,process.on('exit', () => console.error(process.moduleLoadList.join('\\n')))"
    const input = 'fixtures/readers/pdf/merged-cells/input.pdf'
    const { stderr } = spawnSync(process.execPath, ['--import', list, 'bin/disclose.js', 'parse', input], {
      encoding: 'utf8',
    })
    expect(stderr).toContain('NativeModule fs\n')
    expect(stderr).not.toContain('undici')
  })
})

function commandsIn(text: string): string[] {
  const blocks = Array.from(text.matchAll(/^```sh\n([^`]*)```/gmu), ([, block = '']) => block)
  return blocks.flatMap((block) => block.trimEnd().split('\n'))
}
