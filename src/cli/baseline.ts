import { readFile } from 'node:fs/promises'
import { type Accepted, accept, baselineIn, baselineOf } from '../baseline.ts'
import { Failure } from '../failure.ts'
import type { Message } from '../model.ts'
import { sentence } from '../sentence.ts'
import type { Validation } from '../validate.ts'
import type { Options } from './options.ts'
import { deliver } from './outputs.ts'
import { remark } from './speech.ts'

/** The baseline that a file holds; none when the file is not there. */
export async function baselineAt(path: string): Promise<Accepted[] | undefined> {
  try {
    return baselineIn(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    const { zh, en } = sentence(error)
    throw new Failure({ zh: `${path}: ${zh}`, en: `${path}: ${en}` })
  }
}

/** What is left when the findings of a baseline are set aside; without a baseline, today's findings are written as one. */
export async function withoutBaseline(
  validations: Validation[],
  baseline: Accepted[] | undefined,
  path: string,
  options: Options,
): Promise<Validation[]> {
  if (!baseline) {
    const accepted = baselineOf(validations)
    await deliver(written(accepted), path)
    remark(path, begun(accepted.length), options)
    return accept(validations, accepted).validations
  }
  const { validations: remaining, gone } = accept(validations, baseline)
  if (gone.length > 0) remark(path, outdated(gone.length), options)
  return remaining
}

// One finding a line, so that a change of the baseline is easy to read.
function written(baseline: Accepted[]): string {
  const lines = baseline.map((accepted) => JSON.stringify(accepted))
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`
}

function begun(count: number): Message {
  return {
    zh: `已写入今天的 ${count} 个问题作为基线；以后只报告新的问题。`,
    en: `today's findings (${count}) were written to it as the baseline; from now on only new ones are reported.`,
  }
}

function outdated(count: number): Message {
  return {
    zh: `其中 ${count} 个问题已不存在；删除此文件后重新运行可更新基线。`,
    en: `${count} of its findings are gone; delete it and run the command again to renew it.`,
  }
}
