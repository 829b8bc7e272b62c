import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Document, Passage } from '../src/document.ts'
import { bare, tables } from '../src/document.ts'
import type { Failure } from '../src/failure.ts'
import { fold } from '../src/readers/pdf/fold.ts'
import { framesOf } from '../src/readers/pdf/grid.ts'
import type { Rule } from '../src/readers/pdf/marks.ts'
import { boxThrough, multiply, turnBox, turnOf } from '../src/readers/pdf/matrix.ts'
import { networksOf } from '../src/readers/pdf/networks.ts'
import { rulingsOf } from '../src/readers/pdf/rulings.ts'
import pdf from '../src/readers/pdf.ts'
import { computed } from './computed.ts'
import { madePdf } from './made.ts'
import { drawnPdf, grid, lines, rule, text } from './pdf.ts'
import { pdfCases } from './pdf-cases.ts'

const read = (bytes: Uint8Array, password?: string) => pdf.read(bytes, 'made.pdf', { password })
const textsOf = ({ blocks }: Document) => blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))

describe('accepts', () => {
  test('a header within the first kilobyte', () => {
    expect(pdf.accepts(bytesOf(`${' '.repeat(1000)}%PDF-1.4`))).toBe(true)
    expect(pdf.accepts(bytesOf(`${' '.repeat(1024)}%PDF-1.4`))).toBe(false)
    expect(pdf.accepts(new Uint8Array())).toBe(false)
  })
})

describe('fails with a sentence on', () => {
  const whole = drawnPdf([{ content: text(50, 250, 12, '字') }])
  test.each([
    ['nothing but a header', bytesOf('%PDF-1.7\n'), undefined],
    ['rubbish after a header', bytesOf(`%PDF-1.7\n${'rubbish '.repeat(200)}`), undefined],
    ['a file cut before its pages', whole.subarray(0, 120), undefined],
    ['a file cut before its end', bytesIn('report').subarray(0, 290_000), undefined],
  ])('%s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ says: { en: expect.stringContaining('damaged') } })
  })

  test('an encrypted file without its password, and with a wrong one', async () => {
    const bytes = madePdf(['字'], { user: 'open', owner: 'own' })
    for (const password of [undefined, 'shut']) {
      const { says } = (await read(bytes, password).catch((error) => error)) as Failure
      expect(says.en).toContain('--password')
      expect(says.zh).toContain('--password')
    }
  })
})

describe('opens', () => {
  test('an encrypted file with its password', async () => {
    expect(textsOf(await read(madePdf(['字'], { user: 'open', owner: 'own' }), 'open'))).toEqual(['字'])
  })

  test('an encrypted file whose user password is empty', async () => {
    expect(textsOf(await read(madePdf(['字'], { user: '', owner: 'own' })))).toEqual(['字'])
  })

  test('a file whose cross-reference table is lost', async () => {
    const whole = Buffer.from(drawnPdf([{ content: text(50, 250, 12, '字') }])).toString('latin1')
    const without = whole.slice(0, whole.indexOf('xref')) + whole.slice(whole.indexOf('trailer'))
    expect(textsOf(await read(bytesOf(without)))).toEqual(['字'])
  })

  test('a file that its caller goes on to use', async () => {
    const bytes = drawnPdf([{ content: text(50, 250, 12, '字') }])
    const copy = bytes.slice()
    await read(bytes)
    expect(bytes).toEqual(copy)
  })
})

describe('the reference document', () => {
  const makings = ['report', 'report.chromium', 'report.furniture', 'report.rotated', 'report.thinrect']
  const cellsOf = (document: Document) =>
    tables(document).map(({ cells }) =>
      cells.map(({ row, column, rowSpan, colSpan, text }) => [row, column, rowSpan, colSpan, bare(text)]),
    )

  test('reads the same from every making', async () => {
    const documents = await Promise.all(makings.map((name) => read(bytesIn(name))))
    const [first, ...others] = documents.map(cellsOf)
    expect(first).toHaveLength(10)
    for (const other of others) expect(other).toEqual(first)
  })

  test('reads as it was written', async () => {
    const written = new Set(
      readFileSync('fixtures/yangquan-2021/restored.txt', 'utf8')
        .split(/[\n\t]/u)
        .map(bare),
    )
    const document = await read(bytesIn('report'))
    const cells = tables(document).flatMap((table) => table.cells.map(({ text }) => text))
    for (const printed of [...textsOf(document), ...cells]) expect(written).toContain(bare(printed))
  })

  test('has a box for every character', async () => {
    const { blocks } = await read(bytesIn('report.rotated'))
    const passages = blocks.flatMap((block): Passage[] => {
      if (block.type === 'table') return block.cells
      return block.type === 'paragraph' ? [block] : []
    })
    for (const { start, end, position } of passages.flatMap(({ pieces }) => pieces)) {
      expect(position.kind === 'page' && position.glyphs?.length).toBe((end - start) * 4)
    }
  })
})

describe('joins tables over page ends', () => {
  const xs = [50, 150, 350]
  const row = (y: number, label: string, value: string) => text(60, y, 12, label) + text(160, y, 12, value)
  const part = (value: string) => ({
    content: grid(xs, [280, 160, 40]) + row(210, '名称', value) + row(90, '金额', '100'),
  })

  test('but not with a title between them', async () => {
    const titled = { content: `${text(150, 285, 12, '另一张表')}${part('乙').content}` }
    expect(tables(await read(drawnPdf([part('甲'), titled])))).toHaveLength(2)
  })

  test('but not a table of other width', async () => {
    const wide = { content: grid([50, 150, 380], [280, 160, 40]) + row(210, '类别', '丙') }
    expect(tables(await read(drawnPdf([part('甲'), wide])))).toHaveLength(2)
  })

  test('but not when much of the page is left', async () => {
    const short = { content: grid(xs, [280, 260, 240]) + row(265, '名称', '甲') }
    const long = { content: grid(xs, [280, 260, 40]) + row(265, '单位', '乙') }
    expect(tables(await read(drawnPdf([short, long])))).toHaveLength(2)
  })

  test('over several pages', async () => {
    const pages = ['一', '二', '三'].map((name) => ({
      content: grid(xs, [280, 160, 40]) + row(210, `${name}上`, '1') + row(90, `${name}下`, '2'),
    }))
    const [table, ...others] = tables(await read(drawnPdf(pages)))
    expect(others).toEqual([])
    expect(table?.pages).toEqual([1, 2, 3])
    expect(table?.cells.map((cell) => cell.text)).toEqual([
      '一上',
      '1',
      '一下',
      '2',
      '二上',
      '1',
      '二下',
      '2',
      '三上',
      '1',
      '三下',
      '2',
    ])
  })
})

describe('rulings', () => {
  const ruled = (vertical: boolean, at: number, from: number, to: number): Rule => ({
    vertical,
    at,
    from,
    to,
    width: 1,
    order: 0,
    color: '#000000',
  })

  test('join segments, dashes and rules side by side', () => {
    const rules = [ruled(false, 10, 0, 20), ruled(false, 10.4, 21, 40), ruled(false, 10, 60, 80), ruled(true, 5, 0, 3)]
    const { horizontal, vertical } = rulingsOf(rules)
    expect(horizontal.map(({ from, to }) => [from, to])).toEqual([
      [0, 40],
      [60, 80],
    ])
    expect(vertical).toEqual([])
  })

  test('draw cells with spans', () => {
    const ruling = (at: number, from: number, to: number) => ({ at, from, to })
    const frames = framesOf({
      horizontal: [ruling(0, 0, 100), ruling(20, 50, 100), ruling(40, 0, 100)],
      vertical: [ruling(0, 0, 40), ruling(50, 0, 40), ruling(100, 0, 40)],
    })
    expect(frames.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan])).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 1],
      [1, 1, 1, 1],
    ])
  })

  test('of two tables are two networks', () => {
    const boxAt = (x: number) => [
      ruled(false, 0, x, x + 50),
      ruled(false, 40, x, x + 50),
      ruled(true, x, 0, 40),
      ruled(true, x + 50, 0, 40),
    ]
    expect(networksOf(rulingsOf([...boxAt(0), ...boxAt(100)]))).toHaveLength(2)
  })
})

describe('matrices', () => {
  test('multiply, measure and turn', () => {
    expect(multiply([2, 0, 0, 2, 10, 20], [1, 0, 0, 1, 5, 5])).toEqual([2, 0, 0, 2, 20, 30])
    expect(boxThrough([0, 1, -1, 0, 0, 0], 0, 0, 10, 20)).toEqual({ left: -20, top: 0, right: 0, bottom: 10 })
    expect([turnOf(1, 0), turnOf(0, 1), turnOf(-1, 0), turnOf(0, -1), turnOf(1, 1)]).toEqual([0, 1, 2, 3, -1])
    const box = { left: 1, top: 2, right: 3, bottom: 5 }
    for (const turn of [0, 1, 2, 3]) expect(turnBox(turnBox(box, turn), (4 - turn) % 4)).toEqual(box)
  })
})

test('the cases are those that are made', () => {
  for (const [name, bytes] of Object.entries(pdfCases)) {
    expect(new Uint8Array(readFileSync(`fixtures/readers/pdf/${name}/input.pdf`))).toEqual(bytes)
  }
})

test('radicals and ligatures are folded, signs are not', () => {
  expect([...'⻓⻋⻅⻔⻛⻝⺠⼈⼾豈〈―ﬁ'].map(fold).join('')).toBe('长车见门风食民人户豈〈—fi')
  expect([...'²㎡①％Ａ½'].map(fold).join('')).toBe('²㎡①％Ａ½')
})

describe('stays quick on', () => {
  test.each([
    ['a page of crossing rules', hatch(3000)],
    ['many small boxes', Array.from({ length: 8000 }, (_, at) => `${at % 390} ${(at * 7) % 290} 6 6 re S`).join('\n')],
    [
      'many fills over text',
      `${'1 1 1 rg 0 0 400 300 re f\n'.repeat(5000)}${lines(10, 290, 4, Array(60).fill('字'.repeat(90)), 4.5)}`,
    ],
    [
      'many lines with many gaps',
      Array.from({ length: 900 }, (_, at) => lines(2, 299 - at / 4, 1, ['字 '.repeat(40 + (at % 7))])).join(''),
    ],
    ['deep nesting', `${'q 1 0 0 1 0 0 cm\n'.repeat(5000)}${text(50, 250, 12, '字')}`],
  ])('%s', async (_, content) => {
    const start = computed()
    await read(drawnPdf([{ content }]))
    expect(computed() - start).toBeLessThan(10)
  })
})

function hatch(count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      rule((at * 400) / count, 0, (at * 400) / count, 300) + rule(0, (at * 300) / count, 400, (at * 300) / count),
  ).join('')
}

function bytesOf(content: string): Uint8Array {
  return new Uint8Array(Buffer.from(content, 'latin1'))
}

function bytesIn(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`fixtures/yangquan-2021/${name}.pdf`))
}
