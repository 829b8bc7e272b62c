import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount, findAmounts, isNil, moneyUnit } from '../src/values/amount.ts'
import { nature } from '../src/values/nature.ts'
import { foldName, normalise } from '../src/values/normalise.ts'
import { number, numeral } from '../src/values/numeral.ts'
import { date, findYears, period, term } from '../src/values/period.ts'
import { findReferences } from '../src/values/reference.ts'
import { target, targetOfCells } from '../src/values/target.ts'
import { computed } from './computed.ts'

// One table a function: a printed text, a tab, what it means as JSON; null also stands for undefined.
const readings: Record<string, (text: string) => unknown> = {
  amount: (text) => amount(text),
  'amount-in-ten-thousands': (text) => amount(text, '万元'),
  amounts: (text) => slices(findAmounts(text)),
  date,
  'fold-name': foldName,
  'money-unit': moneyUnit,
  nature,
  nil: isNil,
  normalise: (text) => normalise(text).text,
  number,
  numeral,
  period,
  references: (text) => slices(findReferences(text)),
  target,
  term,
  years: (text) => slices(findYears(text)),
}
const everyReading = Object.entries(readings)

describe.each(everyReading)('%s', (name, read) => {
  const lines = readFileSync(new URL(`../fixtures/values/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')

  test.each(lines.map((line) => line.split('\t')))('%s', (text = '', meaning = '') => {
    expect(JSON.parse(JSON.stringify(read(text) ?? null))).toEqual(JSON.parse(meaning))
  })
})

describe('a value in cells means what it means in one', () => {
  test.each([
    [{ comparison: '≥', value: '90', unit: '%' }, '≥90%'],
    [{ comparison: '=', value: '100', unit: '百分比' }, '=100%'],
    [{ comparison: '≤', value: '180', unit: '元/人·天' }, '≤180元/人·天'],
    [{ comparison: '≤', value: '2024年12月31日', unit: '' }, '≤2024年12月31日'],
    [{ comparison: '≥', value: '≥90', unit: '%' }, '≥90%'],
    [{ comparison: '≥', value: '90%', unit: '%' }, '≥90%'],
    [{ comparison: '定性', value: '有效提升', unit: '无' }, '有效提升'],
    [{ value: '28.8万元', unit: '%' }, '28.8万元'],
    [{ value: '90', unit: '%' }, '90%'],
    [{ comparison: '≥', value: '', unit: '%' }, ''],
    [{ comparison: '=', value: '2000', unit: '册' }, '=2000册'],
    [{ comparison: '≤', value: '2000', unit: '元' }, '≤2000元'],
    [{ comparison: '≥', value: '10万', unit: '人' }, '≥10万人'],
    [{ comparison: '≥', value: '10万', unit: '' }, '≥10万'],
    [{ comparison: '达到', value: '100', unit: '%' }, '达到100%'],
    [{ comparison: '≤', value: '12月底', unit: '' }, '≤12月底'],
    [{ comparison: '定量', value: '2000', unit: '户' }, '2000户'],
    [{ comparison: '≤', value: '2025.12', unit: '万元' }, '≤2025.12万元'],
    [{ value: '2000-2005', unit: '元' }, '2000-2005元'],
    [{ value: '2025', unit: '年' }, '2025年'],
    [{ comparison: '≥', value: '95', unit: '%（抽查）' }, '≥95%（抽查）'],
    [{ value: '9O', unit: '%' }, '9O'],
    [{ value: '144', unit: 'm2' }, '144m2'],
    [{ value: '90%', unit: '2025年' }, '90%'],
    [{ value: '有效提升', unit: '2025年' }, '有效提升'],
  ])('%o', (cells, whole) => {
    expect(targetOfCells(cells)).toEqual(target(whole))
  })

  test.each([
    [{ value: '12', unit: '2025年' }, '12 2025年'],
    [{ comparison: '≥', value: '12', unit: '10元' }, '≥12 10元'],
  ])('unless the unit holds a figure of its own: %o', (cells, words) => {
    expect(targetOfCells(cells)).toEqual({ kind: 'words', words })
  })
})

describe('every text', () => {
  const scraps = [
    ...'0123456789.,，-~()（）〔〕《》〈〉:：;；、/*%$\\ \n年月日前底万亿元家人一二十百千零贰拾至每较率按',
    ...[
      '≥',
      '不低于',
      '以上',
      '2021年',
      '1-10月',
      '万元/家',
      '奖励',
      '\\geq',
      '<p>',
      '〔2021〕21号',
      '市财政局',
      '单位：',
      '上年增长',
    ],
  ]
  const printed = fc.oneof(
    fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )

  test.each(everyReading)('%s never throws', (_, read) => {
    fc.assert(fc.property(printed, (text) => read(text) !== Symbol.iterator))
  })

  test('keeps its places', () => {
    fc.assert(
      fc.property(printed, (text) => {
        const copy = normalise(text)
        expect(copy.at).toHaveLength(copy.text.length + 1)
        expect(copy.at.at(-1)).toBe(text.length)
        expect(copy.at).toEqual(copy.at.toSorted((left, right) => left - right))
        copy.ends.forEach((end, index) => {
          expect(end).toBeGreaterThan(copy.at[index] ?? 0)
        })
      }),
    )
  })

  test('holds what was found in it', () => {
    fc.assert(
      fc.property(printed, (text) => {
        for (const { start, end, text: slice } of [...findAmounts(text), ...findYears(text), ...findReferences(text)]) {
          expect(slice).toBe(text.slice(start, end))
          expect(slice).not.toBe('')
        }
      }),
    )
  })
})

describe('an amount', () => {
  const units = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 } as const
  const figure = fc.record({
    whole: fc.bigInt({ min: 0n, max: 999_999n }),
    fraction: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 4 }),
    unit: fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])),
  })

  test('is exact to the last printed digit', () => {
    fc.assert(
      fc.property(figure, ({ whole, fraction, unit }) => {
        const text = `${whole}${fraction && '.'}${fraction}${unit}`
        // In units of 0.0001 yuan, which every figure of up to four digits behind the point is a whole number of.
        const scaled = BigInt(`${whole}${fraction.padEnd(4, '0')}`) * 10n ** BigInt(units[unit])
        expect(plain(amount(text)?.yuan)).toBe(scaled)
        expect(plain(amount(text)?.step)).toBe(10n ** BigInt(4 + units[unit] - fraction.length))
      }),
    )
  })

  test('is the same in a sentence, with thousands marks and in wide digits', () => {
    fc.assert(
      fc.property(figure, ({ whole, fraction, unit }) => {
        const text = `${whole}${fraction && '.'}${fraction}${unit}`
        const grouped = `${whole.toLocaleString('en')}${fraction && '.'}${fraction}${unit}`
        const wide = text.replace(/[0-9.]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        for (const form of [text, grouped, wide]) {
          expect(findAmounts(`预算共计 ${form}，其中`).map(({ value }) => value)).toEqual([amount(text)])
        }
      }),
    )
  })
})

describe('a hostile text', () => {
  const seeds = [
    '1',
    '1,111',
    '1.1',
    '一',
    '1万',
    '壹',
    '〔2021〕1号',
    '《',
    '市财政局',
    '(',
    '$',
    '\\text{',
    '<p ',
    ' ',
    '\n',
  ]
    .concat([
      '-',
      '至',
      'and',
      '2021年',
      '2021-',
      '1月-',
      '不低于',
      '率',
      '每',
      '元/人·',
      '批发:3万元/家 ',
      '□',
      '〈',
      '*',
      ':',
    ])
    .concat(['500万以上奖励5万元/家,', '2021年1月1日-', '单位', '含'])

  // The other readings do little more than to normalise.
  const grammars = { normalise, findAmounts, findReferences, target, period }

  test.each(Object.entries(grammars))('costs %s no more than its length', (_, read) => {
    for (const seed of seeds) {
      const text = seed.repeat(100_000 / seed.length)
      const start = computed()
      read(`${text}元`)
      expect(computed() - start, seed).toBeLessThan(2)
    }
  })
})

function slices(found: { text: string; value: unknown }[]): unknown {
  return found.map(({ text, value }) => ({ text, value }))
}

function plain(number: number | undefined): bigint {
  const [whole = '', fraction = ''] = String(number).split('.')
  return BigInt(whole + fraction.padEnd(4, '0'))
}
