import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { whole } from '../src/document.ts'
import { sourceOf } from '../src/location.ts'
import { read } from '../src/read.ts'
import { pack } from '../src/readers/docx/pack.ts'
import { readers } from '../src/readers/index.ts'
import { computed } from './computed.ts'
import { madeWord, p, tbl, tc, tr } from './word.ts'
import { wordCases } from './word-cases.ts'

const word = new Uint8Array(readFileSync('fixtures/yangquan-2021/report.docx'))
const lines = textBytes('项目概述：为老旧小区加装电梯\n\n金额\t100万元\n')

describe('what a reader accepts', () => {
  test.each([
    ['docx', word],
    ['text', lines],
    ['pdf', new Uint8Array(readFileSync('fixtures/yangquan-2021/report.pdf'))],
  ])('%s alone accepts its format', (name, bytes) => {
    expect(readers.filter((reader) => reader.accepts(bytes)).map((reader) => reader.name)).toEqual([name])
  })

  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'the file is empty'],
    ['a photograph', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'a picture without text'],
    ['a picture', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'a picture without text'],
    ['an old or encrypted Office file', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0'), 'an old or encrypted Office file'],
    ['an archive', pack({ 'a.txt': 'text' }), 'a ZIP archive'],
    [
      'a Word file within an archive',
      pack({ 'a.docx': Buffer.from(madeWord(p('文'))).toString('latin1') }),
      'a ZIP archive',
    ],
    ['another archive', gzipSync('text'), 'an archive'],
    ['a web page', textBytes('\ufeff\n<!DOCTYPE html><p>文</p>'), 'a web page'],
    ['rich text', bytes('{\\rtf1\\ansi}'), 'a rich text file'],
    ['other bytes', bytes('\x01\x02\x03\x04\x05\x06\x07\x08'), 'in no format that can be read'],
  ])('%s is refused with a sentence', async (_, bytes, sentence) => {
    await expect(read(bytes, 'input')).rejects.toThrow(sentence)
  })
})

describe('text', () => {
  test.each([
    ['report.txt', ['105,107', '162,164', '210,212', '249,251', '294,296']],
    ['restored.txt', []],
  ])('%s has its sentences joined where a page cuts them, and no others', async (file, joined) => {
    const { blocks } = await read(new Uint8Array(readFileSync(`fixtures/yangquan-2021/${file}`)), file)
    const paragraphs = blocks.filter((block) => block.type === 'paragraph')
    const cut = paragraphs.filter(({ pieces }) => pieces.length > 1)
    expect(cut.flatMap((paragraph) => sourceOf([whole(paragraph)]))).toEqual(
      joined.map((lines) => `${file}#line=${lines}`),
    )
  })

  test('that is cut inside a character is not taken for another encoding', async () => {
    await expect(read(textBytes('项目名称：电梯').subarray(0, -1), 'input')).rejects.toThrow('neither UTF-8')
  })

  test.each<[string, Uint8Array]>([
    ['bytes', new Uint8Array(33 * 2 ** 20).fill(0x61)],
    ['fields', new Uint8Array(2 ** 20).fill(9, 1)],
  ])('of too many %s is refused', async (_, bytes) => {
    bytes[0] = 0x61
    await expect(read(bytes, 'input')).rejects.toThrow('too large')
  })

  test.each([
    ['open tags', `<p${' '.repeat(2e6)}`],
    ['brackets', '（）('.repeat(500_000)],
    ['unfinished sentences', '围绕全市高质量发展目标任务，\n\n'.repeat(40_000)],
    ['cut rows', 'a\tb\n\n'.repeat(40_000)],
    ['spaces', `-${' '.repeat(2e6)}x`],
  ])('of nothing but %s takes no longer than its length', async (_, text) => {
    const start = computed()
    await read(textBytes(text), 'input')
    expect(computed() - start).toBeLessThan(5)
  })
})

describe('Word files', () => {
  test.each(Object.entries(wordCases))('%s is as made', (name, made) => {
    const path = `fixtures/readers/docx/${name}/input.docx`
    expect(existsSync(path) && new Uint8Array(readFileSync(path))).toEqual(new Uint8Array(made))
  })

  test.each([
    ['cut off', word.subarray(0, 40_000)],
    ['with a wrong byte', word.with(20_000, (word[20_000] ?? 0) ^ 255)],
    ['without an end tag', madeWord('<w:p>')],
    ['of elements nested too deep', madeWord('<w:p>'.repeat(5000))],
    ['whose main part is missing', pack({ 'word/document2.xml': '<w:document/>' })],
  ])('%s are refused as damaged', async (_, bytes) => {
    await expect(read(bytes, 'input')).rejects.toThrow('damaged or cut off')
  })

  test('that unpack to too much are refused before they are unpacked', async () => {
    await expect(read(madeWord('<w:p/>'.repeat(1_600_000)), 'input')).rejects.toThrow('too large')
    await expect(read(declared(100 * 2 ** 20), 'input')).rejects.toThrow('too large')
  })

  test('that understate their size are refused as damaged', async () => {
    await expect(read(declared(10), 'input')).rejects.toThrow('damaged or cut off')
  })

  test('of wide and long tables keep every cell', async () => {
    const row = tr(Array.from({ length: 20 }, (_, at) => tc(String(at))))
    const { blocks } = await read(madeWord(tbl(...Array.from({ length: 50 }, () => row))), 'input')
    expect(blocks.map((block) => block.type === 'table' && block.cells.length)).toEqual([1000])
  })
})

// The reference document with another size of its main part in the directory of the archive.
function declared(size: number): Uint8Array {
  const buffer = Buffer.from(word)
  const name = buffer.lastIndexOf('word/document.xml')
  buffer.writeUInt32LE(size, name - 22)
  return new Uint8Array(buffer)
}

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function bytes(characters: string): Uint8Array {
  return new Uint8Array(Buffer.from(characters, 'latin1'))
}
