import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Found } from '../src/archive/source.ts'
import { namesFrom, sourcesOf } from '../src/archive/sources.ts'
import { Failure } from '../src/failure.ts'
import { madePdf } from './made.ts'
import { madeWord, p } from './word.ts'
import { gbk, madeZip, type Packed, unicodePath, type Wrapping } from './zip.ts'

const start = process.cwd()
const home = realpathSync(mkdtempSync(join(tmpdir(), 'sources-')))
const isRoot = process.getuid?.() === 0

beforeAll(() => process.chdir(home))

afterAll(() => {
  process.chdir(start)
  rmSync(home, { recursive: true, force: true })
})

test('documents are listed with their sizes, sorted by code point and depth first, and nothing is skipped', async () => {
  lay('plain/b.txt', '乙')
  lay('plain/a/2.pdf', madePdf(['甲']))
  lay('plain/a/10.docx', madeWord(p('甲')))
  lay('plain/a.txt', '甲')
  lay('plain/\u{1f4c4}.txt', '丙')
  lay('plain/\uff21.txt', '丁')
  const found = await foundUnder('plain')
  expect(found.map(({ file }) => file)).toEqual([
    'plain/a/10.docx',
    'plain/a/2.pdf',
    'plain/a.txt',
    'plain/b.txt',
    'plain/\uff21.txt',
    'plain/\u{1f4c4}.txt',
  ])
  expect(found.at(-1)).toMatchObject({ bytes: 3 })
  expect(Object.values(await accountOf('plain')).filter((what) => what.startsWith('skipped'))).toEqual([])
})

test('the folders, files and patterns that are named are listed in that order, each file once', async () => {
  for (const name of ['x/1.txt', 'x/2.txt', 'y/1.txt', 'y/out/1.csv', 'y/[1].txt']) lay(`named/${name}`, name)
  expect(await filesOf(['./named/y/', 'named/x/2.txt', 'named//x'])).toEqual([
    'named/y/1.txt',
    'named/y/[1].txt',
    'named/y/out/1.csv',
    'named/x/2.txt',
    'named/x/1.txt',
  ])
  expect(await filesOf(['named/*/[12].txt'])).toEqual(['named/x/1.txt', 'named/x/2.txt', 'named/y/1.txt'])
  expect(await filesOf(['named/y/[1].txt'])).toEqual(['named/y/[1].txt'])
  lay('named/__MACOSX/1.txt', '')
  expect(await accountOf('named/*/2.txt', 'named/__*/*')).toEqual({
    'named/x/2.txt': 'x/2.txt',
    'named/__MACOSX': hidden,
  })
  expect(await filesOf(['named/__MACOSX/*'])).toEqual(['named/__MACOSX/1.txt'])
  process.chdir('named/x')
  expect(await filesOf(['.'])).toEqual(['1.txt', '2.txt'])
  expect(await filesOf(['..'])).toContain('../x/1.txt')
  process.chdir(home)
})

test('what is not there fails with a sentence, and the others go on', async () => {
  lay('there.txt', '文')
  expect(await accountOf('gone.pdf', 'gone/*.pdf', 'there.txt', 'there.txt/x')).toEqual({
    'gone.pdf': 'failed: there is no such file; check the path.',
    'gone/*.pdf': 'failed: no file matches; check the path.',
    'there.txt': '文',
    'there.txt/x': 'failed: part of the path is no folder; check the path.',
  })
})

test('the folder of output is not entered: named, matched, behind a link, or made while the files are listed', async () => {
  for (const name of ['a.txt', 'out/b.txt', 'c.txt']) lay(`excluded/${name}`, name)
  link('excluded/out', 'excluded/z')
  const exclude = ['excluded/out/', 'excluded/later']
  const listed = ['excluded/a.txt', 'excluded/c.txt', 'excluded/z']
  expect(await filesOf(['excluded'], exclude)).toEqual(listed)
  expect(await filesOf(['excluded/**'], exclude)).toEqual(listed)
  expect(await filesOf(['excluded'], ['excluded/a.txt', 'excluded/out'])).toEqual(['excluded/c.txt', 'excluded/z'])
  const files: string[] = []
  for await (const { file } of sourcesOf(['excluded'], { exclude })) {
    lay('excluded/later/d.txt', '')
    files.push(file)
  }
  expect(files).toEqual(listed)
})

test('a dataset that was written before is not read', async () => {
  lay('datasets/2020/archive.duckdb', '')
  lay('datasets/2020/index.html', '<p>')
  lay('datasets/2021.txt', '文')
  expect(await accountOf('datasets')).toEqual({
    'datasets/2020': 'skipped: a dataset that disclose batch wrote, not entered.',
    'datasets/2021.txt': '文',
  })
})

test('what is no document is skipped with the reason', async () => {
  lay('junk/Thumbs.db', Buffer.from('d0cf11e0a1b11ae100', 'hex'))
  lay('junk/desktop.ini', '[.ShellClassInfo]')
  lay('junk/.DS_Store', Buffer.from('0000000142756431', 'hex'))
  lay('junk/._报告.pdf', Buffer.from('0005160700020000', 'hex'))
  lay('junk/~$报告.docx', '\x05admin')
  lay('junk/__MACOSX/报告.pdf', 'x')
  lay('junk/.git/config', 'x')
  lay('junk/.gitignore', '*.pdf')
  lay('junk/page_files/site.js', 'alert(1)')
  lay('junk/run', '#!/bin/sh\n')
  lay('junk/empty.pdf', '')
  lay('junk/scan.jpg', Buffer.from('ffd8ffe000104a46', 'hex'))
  lay('junk/setup.exe', 'MZ\x90\0\x03\0')
  lay('junk/old.rar', 'Rar!\x1a\x07\x01\0')
  lay('junk/old.tar.gz', Buffer.from('1f8b0800', 'hex'))
  lay('junk/old.tar', `${'x'.repeat(256)}\0ustar\x0000`)
  lay('junk/nothing.zip', madeZip([]))
  expect(await accountOf('junk')).toEqual({
    'junk/._报告.pdf': 'skipped: a companion file of macOS (AppleDouble), no document.',
    'junk/.DS_Store': system,
    'junk/.git': hidden,
    'junk/.gitignore': tool,
    'junk/Thumbs.db': system,
    'junk/__MACOSX': hidden,
    'junk/desktop.ini': system,
    'junk/empty.pdf': 'skipped: the file is empty; if it should not be, download it again.',
    'junk/nothing.zip': 'skipped: a ZIP archive without any file.',
    'junk/old.rar': unpacked,
    'junk/old.tar': unpacked,
    'junk/old.tar.gz': unpacked,
    'junk/page_files/site.js': tool,
    'junk/run': tool,
    'junk/scan.jpg': 'skipped: a picture without text; if it is a scanned document, run text recognition first.',
    'junk/setup.exe':
      'skipped: no document: neither its contents nor its name are those of a PDF, a Word document or a text.',
    'junk/~$报告.docx': system,
  })
})

test('a document that cannot be read, and what is only named like one, is no skip: it must be looked at', async () => {
  lay('looked/budget.doc', Buffer.from('d0cf11e0a1b11ae100', 'hex'))
  lay('looked/budget.xlsx', madeZip([{ name: '[Content_Types].xml', contents: '<Types/>' }, member('xl/a.xml')]))
  lay('looked/budget.odt', madeZip([member('a.xml'), { name: 'mimetype', contents: 'application/x', method: 0 }]))
  lay('looked/budget.ofd', madeZip([member('Doc_0/Document.xml'), member('OFD.xml')]))
  lay('looked/table.pdf', madeZip([{ name: '[Content_Types].xml', contents: '<Types/>' }]))
  lay('looked/scan.pdf', Buffer.from('ffd8ffe000104a46', 'hex'))
  lay('looked/lost.pdf', Buffer.alloc(64))
  lay('looked/page.html', '<html>')
  lay('looked/说明', '文')
  const found = await foundUnder('looked')
  expect(found.filter((item) => 'load' in item)).toHaveLength(9)
})

test('members of ZIP archives are documents under the name of their archive, sorted as in a folder', async () => {
  lay('zip/b.zip', madeZip([member('b.txt'), member('局/2.txt'), { name: 'a/', contents: '' }, member('a/1.txt')]))
  lay('zip/a.txt', '甲')
  const account = await accountOf('zip')
  expect(Object.entries(account)).toEqual([
    ['zip/a.txt', '甲'],
    ['zip/b.zip/a/1.txt', 'a/1.txt'],
    ['zip/b.zip/b.txt', 'b.txt'],
    ['zip/b.zip/局/2.txt', '局/2.txt'],
  ])
})

test('stored members, sizes behind the contents, ZIP64, and what stands before or behind an archive', async () => {
  const both = [member('1.txt'), { ...member('2.txt'), method: 0 }, { ...member('3.txt'), flags: 8 }]
  const texts = { '1.txt': '1.txt', '2.txt': '2.txt', '3.txt': '3.txt' }
  const [before, behind] = [Buffer.alloc(5000, 'MZ\0'), Buffer.from('\r\n\0\0')]
  expect(await inZip(both)).toEqual(texts)
  expect(await inZip(both, { isLong: true })).toEqual(texts)
  expect(await inZip(both, { before })).toEqual(texts)
  expect(await inZip(both, { before, isCounted: false })).toEqual(texts)
  expect(await inZip(both, { behind })).toEqual(texts)
  const pdf = { name: '1.pdf', contents: '%PDF-1.7', method: 0 }
  expect(await inZip([pdf])).toEqual({ '1.pdf': '%PDF-1.7' })
})

test('names are UTF-8 where they are said or seen to be, and GBK otherwise', async () => {
  const name = gbk('预算/绩效目标.txt')
  expect(
    await inZip([
      { name, contents: '1' },
      { name: '决算/说明.txt', contents: '2' },
      { name: '决算/标明.txt', contents: '3', flags: 0x800 },
      { name: gbk('目录.txt'), contents: '4' },
      { name: 'Übersicht.txt', contents: '5', flags: 0x800 },
      { name: 'Überblick.txt', contents: '6', system: 3 },
      { name: 'x.txt', contents: '7', extra: unicodePath(Buffer.from('x.txt'), '附表.txt') },
      { name: 'y.txt', contents: '8', extra: unicodePath(Buffer.from('z.txt'), '错误.txt') },
      { name: 'cafe\u0301.txt', contents: '9', system: 3 },
    ]),
  ).toEqual({
    '预算/绩效目标.txt': '1',
    '决算/说明.txt': '2',
    '决算/标明.txt': '3',
    '目录.txt': '4',
    'Übersicht.txt': '5',
    'Überblick.txt': '6',
    '附表.txt': '7',
    'y.txt': '8',
    'cafe\u0301.txt': '9',
  })
})

test('paths stay in their archive: what is absolute is made relative, what leads out fails, links are skipped', async () => {
  const link = { name: 'link.txt', contents: '/etc/passwd', system: 3, attributes: 0xa1ff0000 }
  const names = [
    '/root/1.txt',
    'C:\\局\\2.txt',
    './3.txt',
    '../../etc/4.txt',
    'a/..\\5.txt',
    '6\0.txt',
    `${'7'.repeat(5000)}`,
    '../Thumbs.db',
  ]
  expect(await inZip([...names.map(member), { name: '..', contents: 'x' }, link])).toEqual({
    'root/1.txt': '/root/1.txt',
    '局/2.txt': 'C:\\局\\2.txt',
    '3.txt': './3.txt',
    'etc/4.txt': outside,
    'a/5.txt': outside,
    '6\ufffd.txt': outside,
    ['7'.repeat(4096)]: outside,
    '?': outside,
    'Thumbs.db': system,
    'link.txt': 'skipped: a link in a ZIP archive, without contents.',
  })
})

test('members with the same name are all listed', async () => {
  const files = ['a/x.txt', 'a/x.txt', 'a/x (2).txt', 'a\\x.txt', 'b', 'b/c.txt']
  expect(await inZip(files.map((name, at) => ({ name, contents: String(at) })))).toEqual({
    'a/x.txt': '0',
    'a/x (3).txt': '1',
    'a/x (2).txt': '2',
    'a/x (4).txt': '3',
    'b (2)': '4',
    'b/c.txt': '5',
  })
})

test('a ZIP archive in a ZIP archive is opened, a third is not, and a document in either is none', async () => {
  const third = madeZip([member('3.txt')])
  const word = madeWord(p('甲'))
  const odd = madeZip([member('word/document.xml'), member('[Content_Types].xml')])
  const second = madeZip([packed('c.zip', third), member('2.txt'), packed('odd.docx', odd), packed('w.docx', word)])
  const sheet = madeZip([member('xl/workbook.xml'), member('[Content_Types].xml')])
  const account = await inZip([packed('b.zip', second), packed('d.xlsx', sheet), member('1.txt')])
  expect(Object.entries(account).map(([file, what]) => [file, what.slice(0, 60)])).toEqual([
    ['1.txt', '1.txt'],
    ['b.zip/2.txt', '2.txt'],
    ['b.zip/c.zip', 'failed: a ZIP archive in a ZIP archive in a ZIP archive; unp'],
    ['b.zip/odd.docx', expect.stringContaining('PK')],
    ['b.zip/w.docx', expect.stringContaining('PK')],
    ['d.xlsx', expect.stringContaining('PK')],
  ])
})

test('a damaged archive fails, and what can be read of it is read', async () => {
  const files = ['1.txt', '2.txt', '3.txt'].map(member)
  const whole = madeZip(files)
  lay('damaged/cut.zip', whole.subarray(0, 60))
  const listAt = whole.readUInt32LE(whole.length - 6)
  lay('damaged/list.zip', changed(whole, whole.indexOf('PK\x01\x02', listAt + 1), 'PKxx'))
  lay('damaged/contents.zip', changed(whole, 30 + 5, '\xff\xff'))
  lay('damaged/header.zip', changed(whole, 0, 'PK\x03\x04', whole.indexOf('PK\x03\x04', 1), 'PKxx'))
  lay('damaged/inner.zip', madeZip([{ ...packed('a.zip', whole), claims: { crc: 1 } }, member('b.txt')]))
  lay('damaged/short.zip', changed(whole, whole.length - 12, '\x02\0'))
  lay('damaged/zeros.zip', Buffer.alloc(100))
  const account = await accountOf('damaged')
  expect(account).toEqual({
    'damaged/contents.zip/1.txt': damaged,
    'damaged/contents.zip/2.txt': '2.txt',
    'damaged/contents.zip/3.txt': '3.txt',
    'damaged/cut.zip': cutOff,
    'damaged/header.zip/1.txt': '1.txt',
    'damaged/header.zip/2.txt': damaged,
    'damaged/header.zip/3.txt': '3.txt',
    'damaged/inner.zip/a.zip': damaged,
    'damaged/inner.zip/b.txt': 'b.txt',
    'damaged/list.zip': brokenAfter(1),
    'damaged/list.zip/1.txt': '1.txt',
    'damaged/short.zip': brokenAfter(2),
    'damaged/short.zip/1.txt': '1.txt',
    'damaged/short.zip/2.txt': '2.txt',
    'damaged/zeros.zip': cutOff,
  })
})

test('however an archive is damaged, each file is read, skipped or fails with a sentence, under a name in the archive', async () => {
  const nested = madeZip([{ name: gbk('局/一.txt'), contents: '一'.repeat(200) }, member('b.txt')])
  const whole = madeZip([packed('a.zip', nested), { ...member('c.txt'), flags: 8 }], { isLong: true })
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(99), async (changes, lost) => {
      const bytes = Buffer.from(whole)
      for (const [at, byte] of changes) bytes[at] = byte
      lay('any.zip', lost === 0 ? bytes.subarray(0, changes[0]?.[0]) : bytes)
      const account = Object.keys(await accountOf('any.zip'))
      expect(account.length).toBeGreaterThan(0)
      expect(account.filter((file) => !/^any\.zip(?:\/|$)/u.test(file) || file.split('/').includes('..'))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('bombs stay packed: what claims too much, holds more than it claims, or lists the same bytes many times', async () => {
  const many = Array.from({ length: 12 }, (_, at) => ({ ...member(`${at}.txt`), claims: { size: 6 * 2 ** 20 } }))
  const files = [member('1.txt'), { ...member('2.txt'), claims: { offset: 0 } }]
  expect(await inZip([{ ...member('z.txt'), claims: { size: 65 * 2 ** 20 } }, member('a.txt')])).toEqual({
    'a.txt': 'a.txt',
    'z.txt': bomb,
  })
  expect(await inZip([{ ...packed('z.txt', Buffer.alloc(2 ** 20)), claims: { size: 10 } }])).toEqual({
    'z.txt': damaged,
  })
  expect(await inZip([{ ...member('z.txt'), claims: { size: 600 * 2 ** 20 } }])).toEqual({ 'z.txt': tooLarge })
  expect(await inZip(many)).toEqual({ '': bomb })
  expect(await inZip(files)).toEqual({ '': expect.stringContaining('overlap') })
  const half = madeZip(many.slice(0, 10))
  const small = madeZip([member('d.txt')])
  const nested = await inZip([packed('a.zip', half), packed('b.zip', half), packed('c.zip', small)])
  expect(Object.keys(nested)).toEqual([...many.slice(0, 10).map(({ name }) => `a.zip/${name}`), 'b.zip', 'c.zip/d.txt'])
  expect(nested).toMatchObject({ 'b.zip': bomb, 'c.zip/d.txt': 'd.txt' })
})

test('what is packed into more than is read stays where it is, whatever it claims to become', async () => {
  const [far, huge] = [700 * 2 ** 20, 600 * 2 ** 20]
  const whole = madeZip([{ ...member('z.txt'), method: 0, claims: { packed: huge, size: 1 } }])
  const listAt = whole.readUInt32LE(whole.length - 6)
  whole.writeUInt32LE(far, whole.length - 6)
  lay('sparse.zip', whole.subarray(0, listAt))
  truncateSync('sparse.zip', far)
  appendFileSync('sparse.zip', whole.subarray(listAt))
  expect(await accountOf('sparse.zip')).toEqual({ 'sparse.zip/z.txt': tooLarge })
})

test('encrypted members fail, and those packed by another method', async () => {
  const encrypted = { ...member('e.txt'), flags: 1 }
  const method = { ...member('m.txt'), method: 12 }
  expect(await inZip([encrypted, method, member('a.txt')])).toEqual({
    'a.txt': 'a.txt',
    'e.txt': 'failed: an encrypted file of a ZIP archive; unpack it with its password to have it read.',
    'm.txt': 'failed: it is compressed by a method that cannot be read; unpack it, or pack it again with Deflate.',
  })
})

test('what is no document is skipped in an archive, too', async () => {
  const stub = Buffer.from('0005160700020000', 'hex')
  expect(
    await inZip([
      packed('__MACOSX/._a.txt', stub),
      packed('__MACOSX/._b.txt', stub),
      packed('._c.txt', stub),
      member('局/Thumbs.db'),
      packed('empty.pdf', Buffer.alloc(0)),
      { ...packed('film.mp4', Buffer.from('\0\0\0\x18ftypmp42')), claims: { size: 600 * 2 ** 20 } },
    ]),
  ).toEqual({
    __MACOSX: hidden,
    '._c.txt': expect.stringContaining('AppleDouble'),
    '局/Thumbs.db': system,
    'empty.pdf': expect.stringContaining('the file is empty'),
    'film.mp4': expect.stringContaining('no document'),
  })
})

test('links to files are followed, links to folders are not: they could lead anywhere', async () => {
  lay('links/in/a.txt', '甲')
  lay('beside/b.txt', '乙')
  lay('beside/deep/c.txt', '丙')
  link('links', 'links/in/up')
  link('links/in', 'links/again')
  link('beside', 'links/outside')
  link('beside/deep', 'links/z')
  link('', 'beside/home')
  link('beside/b.txt', 'links/b.txt')
  link('beside/gone.txt', 'links/gone.txt')
  link('links/loop', 'links/loop')
  const elsewhere = 'skipped: a link to a folder, not followed; name that folder itself to read it.'
  const broken = 'skipped: a link to a file that is not there or cannot be reached.'
  const account = await accountOf('links')
  expect(account).toEqual({
    'links/again': elsewhere,
    'links/b.txt': '乙',
    'links/gone.txt': broken,
    'links/in/a.txt': '甲',
    'links/in/up': elsewhere,
    'links/loop': broken,
    'links/outside': elsewhere,
    'links/z': elsewhere,
  })
})

test('names on disk that are not UTF-8 are shown as GBK, and can be opened', async ({ skip }) => {
  mkdirSync('foreign', { recursive: true })
  for (const name of ['预算.txt', '目录.txt']) {
    const path = Buffer.concat([Buffer.from('foreign/'), gbk(name)])
    try {
      writeFileSync(path, name)
    } catch {
      skip('this file system holds names in Unicode only')
    }
  }
  lay('foreign/预算.txt', '另一')
  mkdirSync(Buffer.concat([Buffer.from('foreign/'), gbk('局')]))
  writeFileSync(Buffer.concat([Buffer.from('foreign/'), gbk('局/报告.txt')]), '丁')
  expect(await accountOf('foreign')).toEqual({
    'foreign/局/报告.txt': '丁',
    'foreign/目录.txt': '目录.txt',
    'foreign/预算.txt': '预算.txt',
    'foreign/预算 (2).txt': '另一',
  })
})

test('a folder that may not be read fails with the reason, a device is not opened, a large file is not loaded', async () => {
  lay('closed/folder/a.txt', '甲')
  lay('closed/large.pdf', '%PDF-1.7\n')
  truncateSync('closed/large.pdf', 512 * 2 ** 20 + 1)
  symlinkSync('/dev/zero', 'closed/endless.pdf')
  chmodSync('closed/folder', 0)
  // The administrator may read everything, so somebody else looks.
  chmodSync(home, 0o755)
  if (isRoot) process.seteuid?.(65534)
  const account = await accountOf('closed')
  if (isRoot) process.seteuid?.(0)
  expect(account).toEqual({
    'closed/folder': 'failed: it may not be read; change its permissions.',
    'closed/large.pdf': tooLarge,
    'closed/endless.pdf': 'skipped: no regular file: a device, a pipe or a socket.',
  })
})

test('a list of names has one a line, or ends them with NULs, and may be in UTF-16 or GBK', () => {
  expect(namesFrom(Buffer.from('\ufeffa b.pdf\r\n\r\n局/c.pdf\n'))).toEqual(['a b.pdf', '局/c.pdf'])
  expect(namesFrom(Buffer.from('a\nb.pdf\0c.pdf\0'))).toEqual(['a\nb.pdf', 'c.pdf'])
  expect(namesFrom(Buffer.from('\ufeff局/c.pdf\r\n', 'utf16le'))).toEqual(['局/c.pdf'])
  expect(namesFrom(gbk('局/c.pdf\r\n'))).toEqual(['局/c.pdf'])
  expect(namesFrom(Buffer.alloc(0))).toEqual([])
})

const system = 'skipped: a file that an operating system or an office program keeps for itself, no document.'
const hidden = 'skipped: a hidden folder or one of the system, not entered; name it itself to read it.'
const tool = 'skipped: a file of a program: code, data or settings, no document.'
const unpacked = 'failed: an archive of another kind than ZIP; unpack it to have its files read.'
const outside =
  'failed: its path in the ZIP archive is not valid (it leads out of the archive, holds a NUL or is too long); unpack it and rename it.'
const damaged = 'failed: this file is damaged in the ZIP archive; download the archive again.'
const cutOff =
  'failed: the ZIP archive is cut off or damaged: the list of its files, which is its end, is missing or wrong, and none of its files was read; download it again, or join its parts.'
const brokenAfter = (files: number) =>
  `failed: the ZIP archive is damaged: the list of its files breaks off after ${files}, and none that follows was read; download it again.`
const bomb =
  'failed: it would unpack to far more than it holds, as a ZIP bomb does, and is left packed; unpack it yourself if you trust it.'
const tooLarge = 'failed: it is larger than 512 MiB; split it.'

/** A member whose contents are its name. */
function member(name: string): Packed {
  return { name, contents: name }
}

function packed(name: string, contents: Uint8Array): Packed {
  return { name, contents }
}

/** What becomes of the members of an archive; of the archive itself under no name. */
async function inZip(files: Packed[], wrapping?: Wrapping): Promise<Record<string, string>> {
  lay('in.zip', madeZip(files, wrapping))
  const account = Object.entries(await accountOf('in.zip'))
  return Object.fromEntries(account.map(([file, what]) => [file.replace(/^in\.zip\/?/u, ''), what]))
}

/** A copy with other bytes at some places. */
function changed(bytes: Buffer, ...changes: (number | string)[]): Buffer {
  const copy = Buffer.from(bytes)
  for (let at = 0; at < changes.length; at += 2) copy.write(String(changes[at + 1]), Number(changes[at]), 'latin1')
  return copy
}

function lay(path: string, contents: string | Uint8Array): void {
  mkdirSync(join(home, dirname(path)), { recursive: true })
  writeFileSync(join(home, path), contents)
}

function link(target: string, path: string): void {
  symlinkSync(join(home, target), join(home, path))
}

async function foundUnder(...names: string[]): Promise<Found[]> {
  return listed(names)
}

async function filesOf(names: string[], exclude: string[] = []): Promise<string[]> {
  return (await listed(names, exclude)).map(({ file }) => file)
}

async function listed(names: string[], exclude: string[] = []): Promise<Found[]> {
  const all: Found[] = []
  for await (const found of sourcesOf(names, { exclude })) all.push(found)
  return all
}

/** What becomes of each file, in their order: its text, or why it is skipped or fails. */
async function accountOf(...names: string[]): Promise<Record<string, string>> {
  const account: Record<string, string> = {}
  for (const item of await foundUnder(...names)) account[item.file] = await accountOfOne(item)
  return account
}

async function accountOfOne(item: Found): Promise<string> {
  if ('reason' in item) return `skipped: ${item.reason.en}`
  try {
    return Buffer.from(await item.load()).toString()
  } catch (error) {
    if (error instanceof Failure) return `failed: ${error.says.en}`
    throw error
  }
}
