import type { Listing } from '../../archive/listing.ts'
import type { Summary } from '../../archive/summary/summary.ts'
import type { Message } from '../../model.ts'
import type { Options } from '../options.ts'
import { remark } from '../speech.ts'

// More sentences than these are read in the summary.
const most = 10

/** Says on standard error what a batch came to, after a sentence for each of the first files that were not read. */
export function close({ files, ...summary }: Summary, listings: Listing[], output: string, options: Options): void {
  const failed = listings.flatMap(({ state, file, reason }) => (state === 'failed' && reason ? [{ file, reason }] : []))
  for (const { file, reason } of failed.slice(0, most)) remark(file, reason, options)
  if (failed.length > most) remark('disclose', further(failed.length - most), options)
  const { projects, indicators, findings } = summary
  const { documents, duplicates, skipped } = files
  remark(
    'disclose',
    {
      zh: `${documents} 份文件，${duplicates} 个重复，${skipped} 个跳过，${files.failed} 个未能读取；${projects} 个项目，${indicators} 条指标；${findings.error} 个错误，${findings.warning} 个警告，${findings.info} 个提示；已写入 ${output}，汇总见 ${output}/index.html。`,
      en: `documents ${documents}, duplicates ${duplicates}, skipped ${skipped}, not read ${files.failed}; projects ${projects}, indicators ${indicators}; errors ${findings.error}, warnings ${findings.warning}, info ${findings.info}; written to ${output}, with a summary in ${output}/index.html.`,
    },
    options,
  )
}

/** Says how to go on with a batch that was interrupted. */
export function interrupted(done: number, total: number): Message {
  return {
    zh: `已中断，${total} 个文件中已完成 ${done} 个，结果已保存；加上 --resume 再次运行同一命令即可继续。`,
    en: `interrupted after ${done} of ${total} files, which are kept; run the same command with --resume to go on.`,
  }
}

function further(number: number): Message {
  return {
    zh: `另有 ${number} 个文件未能读取，见汇总。`,
    en: `${number} more files were not read; see the summary.`,
  }
}
