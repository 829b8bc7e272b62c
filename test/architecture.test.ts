import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { expect, test } from 'vitest'

const nouns = ['document.ts', 'failure.ts', 'location.ts', 'model.ts', 'vocabulary.ts']
const stages = [
  'baseline.ts',
  'configuration.ts',
  'difference.ts',
  'explain.ts',
  'extract.ts',
  'outline.ts',
  'parse.ts',
  'read.ts',
  'schema.ts',
  'suppress.ts',
  'validate.ts',
  'write.ts',
]
const contracts = ['readers/reader.ts', 'forms/form.ts', 'rules/rule.ts', 'writers/writer.ts']

// Who may import whom: arrows point down only. A folder stands for every file in it. The command line goes past
// index.ts, which loads the schemas.
const allowed: Record<string, string[]> = {
  'cli.ts': ['cli'],
  cli: [
    ...nouns,
    'installation.ts',
    ...stages,
    ...contracts,
    'sentence.ts',
    'writing.ts',
    'archive',
    'cli',
    'writers/answer',
    'writers/difference',
    'writers/layout',
    'writers/validation',
  ],
  archive: [
    ...nouns,
    'installation.ts',
    ...stages,
    'money.ts',
    'sentence.ts',
    'writing.ts',
    'signature.ts',
    'archive',
    'tables',
    'writers/answer/answer.ts',
    'writers/csv',
    'writers/validation',
    'writers/writer.ts',
  ],
  'index.ts': [...nouns, ...stages, ...contracts],
  'parse.ts': ['extract.ts', 'validate.ts', 'model.ts', 'readers/reader.ts'],
  'extract.ts': [
    ...nouns,
    'read.ts',
    'facts.ts',
    'projects.ts',
    'coverage.ts',
    'forms',
    'readers/reader.ts',
    'rules/rule.ts',
  ],
  'facts.ts': [...nouns, 'values'],
  'projects.ts': [...nouns, 'values', 'forms/form.ts'],
  'coverage.ts': nouns,
  'read.ts': [...nouns, 'readers', 'signature.ts'],
  'validate.ts': ['model.ts', 'rules'],
  'difference.ts': ['model.ts', 'validate.ts', 'rules/rule.ts', 'rules/shared', 'differences'],
  differences: ['model.ts', 'money.ts', 'values', 'rules/rule.ts', 'rules/shared', 'differences'],
  'configuration.ts': ['failure.ts', 'model.ts', 'validate.ts'],
  'suppress.ts': ['model.ts', 'validate.ts'],
  'baseline.ts': ['failure.ts', 'model.ts', 'suppress.ts', 'validate.ts'],
  'explain.ts': ['examples.json', 'model.ts', 'rules/rule.ts', 'validate.ts'],
  'write.ts': ['failure.ts', 'writers'],
  'outline.ts': nouns,
  'schema.ts': ['model.ts'],
  'signature.ts': ['model.ts'],
  'writing.ts': ['failure.ts', 'model.ts'],
  readers: [...nouns, 'signature.ts', 'readers'],
  forms: [...nouns, 'values', 'forms'],
  rules: ['model.ts', 'vocabulary.ts', 'money.ts', 'values', 'rules'],
  writers: [
    'location.ts',
    'model.ts',
    'document.ts',
    'outline.ts',
    'validate.ts',
    'difference.ts',
    'rules/rule.ts',
    'tables',
    'writers',
  ],
  tables: ['model.ts', 'tables'],
  values: ['model.ts', 'vocabulary.ts', 'remembered.ts', 'values'],
  'vocabulary.ts': ['model.ts', 'remembered.ts'],
  'remembered.ts': [],
  'money.ts': ['model.ts'],
  'location.ts': ['document.ts', 'model.ts'],
  'document.ts': [],
  'sentence.ts': ['failure.ts', 'model.ts'],
  'failure.ts': ['model.ts'],
  'model.ts': [],
  'installation.ts': [],
}

// Each dependency has one home.
const homes: Record<string, string[]> = {
  commander: ['cli.ts', 'cli/usage.ts'],
  chalk: ['cli/color.ts'],
  zod: ['configuration.ts', 'model.ts', 'schema.ts'],
  'fast-csv': ['writers/csv/'],
  mammoth: ['readers/docx.ts', 'readers/docx/'],
  'pdfjs-dist': ['readers/pdf.ts', 'readers/pdf/'],
  yauzl: ['archive/sources/'],
  yazl: ['archive/exports/'],
  '@duckdb': ['archive/store/', 'archive/store.ts'],
  'node:child_process': ['archive/'],
  'node:crypto': ['archive/', 'extract.ts', 'validate.ts', 'readers/pdf/'],
  'node:zlib': ['archive/', 'readers/docx/'],
  'node:url': ['installation.ts', 'archive/', 'cli/', 'readers/pdf/'],
  'node:fs': ['installation.ts', 'archive/', 'cli/version.ts'],
  'node:fs/promises': ['archive/', 'cli/'],
  'node:module': ['readers/pdf/'],
  'node:os': ['archive/', 'cli/'],
  'node:path': ['installation.ts', 'archive/', 'cli/'],
  'node:stream': ['archive/exports/', 'archive/sources/'],
  'node:stream/consumers': ['cli/'],
  'node:stream/promises': ['archive/exports/'],
  'node:util': ['archive/sources/'],
  'node:worker_threads': ['archive/'],
}

interface Module {
  file: string
  source: string
  /** What it imports: files of ours by their path in src/, packages by their name. */
  modules: string[]
  packages: string[]
}

const modules = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll(sep, '/'))
  .filter((path) => path.endsWith('.ts'))
  .map(toModule)

test('a file imports only what is below it', () => {
  const strays = modules.flatMap(({ file, modules }) => {
    const below = allowed[partOf(file)] ?? []
    return modules
      .filter((name) => !below.some((part) => name === part || name.startsWith(`${part}/`)))
      .map((name) => `${file} imports ${name}`)
  })
  expect(strays).toEqual([])
})

test('a reader, form, rule or writer imports no sibling', () => {
  const members = modules.filter(({ file }) => /^(readers|forms|rules|writers)\/[^/]+\.ts$/u.test(file))
  const strays = members
    .filter(({ file }) => !file.endsWith('/index.ts'))
    .flatMap(({ file, modules }) =>
      modules
        .filter((name) => dirname(name) === dirname(file) && !contracts.includes(name))
        .map((name) => `${file} imports ${name}`),
    )
  expect(strays).toEqual([])
})

test('each package is imported at its home only', () => {
  const strays = modules.flatMap(({ file, packages }) => {
    const isHome = (home: string) => (home.endsWith('/') ? file.startsWith(home) : file === home)
    return packages.filter((name) => !homes[packageOf(name)]?.some(isHome)).map((name) => `${file} imports ${name}`)
  })
  expect(strays).toEqual([])
})

test('the schemas, and zod with them, are loaded only where they are used', () => {
  const users = ['cli/saved.ts', 'index.ts', 'schema.ts']
  const loads = /^(?:import|export) (?!type )[^']*'[./]*model\.ts'|import\('[^']*model\.ts'\)/mu
  const loaders = modules.filter(({ source }) => loads.test(source)).map(({ file }) => file)
  expect(loaders.sort()).toEqual(users)
})

test('only the command line and the archive know the process', () => {
  const users = modules.filter(({ source }) => /\b(?:console|process)\./u.test(source)).map(({ file }) => file)
  expect(users.filter((file) => !/^(?:cli|archive)/u.test(file))).toEqual([])
})

function toModule(file: string): Module {
  const source = readFileSync(join('src', file), 'utf8')
  const names = Array.from(source.matchAll(/(?: from |^import |import\()'([^']+)'/gmu), ([, name = '']) => name)
  const own = names.filter((name) => name.startsWith('.'))
  const packages = names.filter((name) => !name.startsWith('.'))
  return { file, source, modules: own.map((name) => join(dirname(file), name)), packages }
}

function partOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function packageOf(name: string): string {
  return name.startsWith('node:') ? name : partOf(name)
}
