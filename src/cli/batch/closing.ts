import { digest } from '../../archive/summary/digest.ts'
import type { Summary } from '../../archive/summary/summary.ts'
import { Failure } from '../../failure.ts'
import type { Message } from '../../model.ts'
import { language } from '../options.ts'
import { complain, note, remark } from '../speech.ts'
import type { DisplayOptions } from './progress.ts'

/** Says on standard error what a batch came to; if it is to be quiet, only that something failed. */
export function close(summary: Summary, output: string, options: DisplayOptions): void {
  const { failed } = summary.files
  // A tool that asked for progress has it from there, in a stream of nothing else.
  if (options.quiet && failed > 0 && options.progress !== 'json')
    complain(output, new Failure(notRead(failed)), options)
  for (const line of digest(summary, language(options))) note(line, options)
  remark('disclose', counts(summary, output), options)
}

function counts({ files, projects, indicators, coverage, findings }: Summary, output: string): Message {
  const { documents, duplicates, skipped, failed } = files
  const { error, warning, info } = findings
  const read = coverage === undefined ? '–' : `${(coverage * 100).toFixed(1)} %`
  return {
    zh: `${documents} 份文件，${duplicates} 个重复，${skipped} 个跳过，${failed} 个未能读取；${projects} 个项目，${indicators} 条指标，已读文字 ${read}；${error} 个错误，${warning} 个警告，${info} 个提示；已写入 ${output}，汇总见 ${output}/index.html。`,
    en: `documents ${documents}, duplicates ${duplicates}, skipped ${skipped}, not read ${failed}; projects ${projects}, indicators ${indicators}, text read ${read}; errors ${error}, warnings ${warning}, info ${info}; written to ${output}, with a summary in ${output}/index.html.`,
  }
}

function notRead(failed: number): Message {
  return {
    zh: `有 ${failed} 个文件未能读取；是哪些、为什么，见其中的 index.html。`,
    en: `${failed} ${failed === 1 ? 'file' : 'files'} could not be read; index.html in it says which, and why.`,
  }
}

/** Says how to go on with a batch that was interrupted. */
export function interrupted(done: number, total: number): Message {
  return {
    zh: `已中断，${total} 个文件中已完成 ${done} 个，结果已保存；加上 --resume 再次运行同一命令即可继续。`,
    en: `interrupted after ${done} of ${total} files, which are kept; run the same command with --resume to go on.`,
  }
}
