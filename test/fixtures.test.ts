import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract, outline, read, write } from '../src/index.ts'
import type { Files } from '../src/writers/writer.ts'
import { reportsOn, validationsIn, withoutRules } from './reports.ts'

// What runs on the input of a case, by the folder the case is in: fixtures/<stage>/<name>/<case>/input.*
const stages: Record<string, (bytes: Uint8Array, file: string, name: string) => Promise<Files>> = {
  readers: async (bytes, file, name) => {
    const document = await read(bytes, file)
    expect(document.format).toBe(name)
    return { 'output.txt': outline(document) }
  },
  forms: async (bytes, file) => {
    const { sha256: _, bytes: __, ...disclosure } = await extract(bytes, file)
    return { 'output.json': `${JSON.stringify(disclosure, null, 2)}\n` }
  },
  writers: async (bytes, _, name) => {
    const content = new TextDecoder().decode(bytes)
    const files = name === 'validation' ? reportsIn(content) : await write(JSON.parse(content), name)
    return Object.fromEntries(Object.entries(files).map(([file, text]) => [`output.${file}`, text]))
  },
}

for (const [stage, run] of Object.entries(stages)) {
  describe(stage, () => {
    test.each(inputsOf(stage))('%s', async (input) => {
      const bytes = new Uint8Array(readFileSync(`fixtures/${stage}/${input}`))
      const [name = ''] = input.split('/')
      for (const [file, text] of Object.entries(await run(bytes, basename(input), name))) {
        await expect(text).toMatchFileSnapshot(`../fixtures/${stage}/${dirname(input)}/${file}`)
      }
    })
  })
}

// A report that is for people is written in both languages.
function reportsIn(content: string): Files {
  const validations = validationsIn(content)
  const { text, sarif = '', ...others } = reportsOn(validations)
  const chinese = reportsOn(validations, 'zh')
  return { ...others, sarif: withoutRules(sarif), 'en.txt': text ?? '', 'zh.txt': chinese.text ?? '' }
}

function inputsOf(stage: string): string[] {
  if (!existsSync(`fixtures/${stage}`)) return []
  const paths = readdirSync(`fixtures/${stage}`, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => basename(path).startsWith('input.')).sort()
}
