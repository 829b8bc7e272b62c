import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, balance, compare, decimal, multiply, print, subtract, type Unit, unitOf } from '../src/money.ts'

const amount = (yuan: number, step: number, unit: Unit) => ({ amount: { yuan, step }, unit })

describe('decimals', () => {
  test.each([
    [0.07, '0.07'],
    [1e-7, '0.0000001'],
    [371514655, '371514655'],
    [1.5e21, '1500000000000000000000'],
    [-0.5, '-0.5'],
  ])('%d prints as %s', (number, text) => expect(print(decimal(number))).toBe(text))

  test('a sum of tenths is exact', () => {
    expect(print(add([decimal(0.1), decimal(0.2)]))).toBe('0.3')
  })

  test('sums and products of cents are those of whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), fc.integer({ min: 0, max: 50 }), (cents, times) => {
        const sum = add(cents.map((cent) => decimal(cent / 100)))
        const expected = cents.reduce((total, cent) => total + BigInt(cent), 0n)
        expect(compare(multiply(sum, decimal(times)), { digits: expected * BigInt(times), places: 2 })).toBe(0)
        expect(subtract(sum, sum).digits).toBe(0n)
      }),
    )
  })

  test.each([
    [371514655, '万元', '37151.4655'],
    [40, '万元', '0.004'],
    [250000000, '亿元', '2.5'],
    [0, '万元', '0'],
  ] as const)('%d yuan in %s is %s', (yuan, unit, text) => expect(print(decimal(yuan), unit)).toBe(text))
})

describe('the unit of a printed figure', () => {
  test.each([
    [2900000, 10000, '290', '万元'],
    [371514655, 0.01, '371,514,655.00', '元'],
    [0, 10000, '0', '万元'],
    [290000, 10000, '2021年文件〔2021〕21号批复该项目预算29万元。', '万元'],
    [120000000, 10000000, '1.2亿元', '亿元'],
    [290000, 1, '人民币贰拾玖万元整', '元'],
  ] as const)('%d with step %d, printed %s: %s', (yuan, step, text, unit) => {
    expect(unitOf({ yuan, step }, text)).toBe(unit)
  })
})

describe('balance', () => {
  test('a plan of 14 and 4 does not make 19', () => {
    const parts = [amount(140000, 10000, '万元'), amount(40000, 10000, '万元')]
    expect(balance(amount(190000, 10000, '万元'), parts).verdict).toBe('mismatch')
  })

  test('trailing zeros that prose drops are there', () => {
    const parts = [amount(69600, 100, '万元'), amount(10400, 100, '万元')]
    expect(balance(amount(80000, 10000, '万元'), parts).verdict).toBe('exact')
  })

  test('the bound is half a step for every figure', () => {
    const parts = (last: number) => [amount(94995789, 1, '元'), amount(last, 1, '元')]
    expect(balance(amount(94995790, 1, '元'), parts(0)).verdict).toBe('rounding')
    expect(balance(amount(94995792, 1, '元'), parts(1)).verdict).toBe('mismatch')
  })

  test('between units the coarser figure decides', () => {
    expect(balance(amount(371514700, 100, '万元'), [amount(371514655, 1, '元')]).verdict).toBe('rounding')
    expect(balance(amount(371515700, 100, '万元'), [amount(371514655, 1, '元')]).verdict).toBe('mismatch')
  })

  test('hundreds of millions keep their own step', () => {
    const parts = [amount(130000000, 10000000, '亿元'), amount(130000000, 10000000, '亿元')]
    expect(balance(amount(250000000, 10000000, '亿元'), parts).verdict).toBe('rounding')
    expect(balance(amount(250000000, 10000, '万元'), parts).verdict).toBe('mismatch')
  })
})
