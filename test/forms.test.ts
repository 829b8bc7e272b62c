import { existsSync, readFileSync } from 'node:fs'
import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passagesOf } from '../src/document.ts'
import { interpret } from '../src/extract.ts'
import { read } from '../src/read.ts'
import { formCases } from './form-cases.ts'

test.each(Object.entries(formCases))('%s is as made', (name, made) => {
  const path = `fixtures/forms/${name}/input.docx`
  expect(existsSync(path) && new Uint8Array(readFileSync(path))).toEqual(new Uint8Array(made))
})

// Whatever stands in a document, in whatever order: labels of every form, figures, blanks, rubbish.
const words = [
  ...'项目名称 项目资金（万元） 年度资金总额 其中：财政拨款 上年结转 总体目标 中期目标 年度目标 一级指标 二级指标 三级指标 指标值'.split(
    ' ',
  ),
  ...'指标性质 计量单位 分值（90） 实际完成值 得分 年初预算数 全年预算数 全年执行数 绩效指标 绩效目标 负责人： 执行率分值（10）'.split(
    ' ',
  ),
  ...'产出指标 1.产出指标 数量指标 成本指标 满意度指标 服务对象满意度指标 ≥90% 100% 2021年底前 1,960.35 - 有效提升 3年'.split(
    ' ',
  ),
  ...[
    '(1)项目名称：甲',
    '项目概述：乙',
    '一、项目概述',
    '甲经费情况说明',
    '附件：丙',
    '项目绩效目标申报表',
    '（2024年度）',
    '',
    '',
    '',
  ],
  ...[
    '共计 626.4 万元，其中特定目标类项目 8 个计 616.9 万元',
    '满意度 $\\geq 90\\%$',
    '年度预算资金总额 8',
    '1、专项资金',
  ],
]
const cell = constantFrom(...words)
const row = array(cell, { minLength: 1, maxLength: 9 })
const line = row.map((cells) => cells.join('\t'))
const document = array(line, { minLength: 1, maxLength: 40 })

describe('whatever stands in a document', () => {
  test('every character is accounted for, and every source has a place', async () => {
    await Promise.all([
      check(document.map((lines) => lines.join('\n'))),
      check(
        array(string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 20 }).map(
          (lines) => `表\n${lines.join('\t\n')}`,
        ),
      ),
    ])
  })

  async function check(texts: ReturnType<typeof string>): Promise<void> {
    const samples: string[] = []
    assert(
      property(texts, (text) => samples.push(text) > 0),
      { numRuns: 300 },
    )
    for (const sample of samples) await balances(sample)
  }

  async function balances(sample: string): Promise<void> {
    const bytes = new TextEncoder().encode(sample)
    const document = await read(bytes, 'sample.txt').catch(() => undefined)
    if (!document) return
    const disclosure = interpret(document)
    const { coverage, unread } = disclosure
    const passages = [...document.blocks.flatMap(passagesOf), ...document.furniture]
    expect(coverage.read + coverage.furniture + coverage.unread, sample).toBe(coverage.characters)
    expect(coverage.characters, sample).toBe(characters(passages.map(({ text }) => text).join('')))
    expect(characters(unread.map(({ text }) => text).join('')), sample).toBe(coverage.unread)
    expect(JSON.stringify(disclosure), sample).not.toContain('"source":[]')
  }
})

function characters(text: string): number {
  return [...text.replace(/\s/gu, '')].length
}

test.each([
  ['one row of 100,000 cells', `项目名称\t甲\n一级指标\t二级指标\t三级指标\t指标值\n${'产出指标\t'.repeat(100_000)}`],
  ['50,000 labels in a cell', `项目名称\t甲\n${'负责人：甲 '.repeat(50_000)}\t乙\n三级指标\t指标值\n`],
  ['100,000 spaces in a cell', `项目名称\t甲\n1${' '.repeat(100_000)}x\t乙\n三级指标\t指标值\n`],
  ['100,000 spaces behind a label', `项目名称\t甲\n年度资金总额：${' '.repeat(100_000)}x\t\n三级指标\t指标值\n`],
  ['30,000 rows of a form', `项目名称\t甲\n三级指标\t指标值\n${'图书数\t≥1册\n'.repeat(30_000)}`],
  ['10,000 projects', '(1)项目名称：甲\n本年度预算安排：预算2万元\n'.repeat(10_000)],
  ['10,000 forms', '项目名称\t甲\n三级指标\t指标值\n图书数\t≥1册\n续\n'.repeat(10_000)],
])('%s end in bounded time', async (_, text) => {
  const document = await read(new TextEncoder().encode(text), 'hostile.txt')
  const { coverage } = interpret(document)
  expect(coverage.characters).toBe(
    characters(
      document.blocks
        .flatMap(passagesOf)
        .map(({ text }) => text)
        .join(''),
    ),
  )
})
