import { Failure } from '../../failure.ts'
import type { Loss } from '../outcome.ts'

/** A document that took longer than it may, in seconds. */
export function tooSlow(timeout: number): Loss {
  return limited(
    `读取超过 ${timeout} 秒，已中止；请用 --timeout 增加时间，再用 --resume 继续。`,
    `reading it took longer than ${timeout} s and was ended; allow more with --timeout and go on with --resume.`,
  )
}

/** A document that took more memory than it may, in MiB. */
export function tooLarge(maxMemory: number): Loss {
  return limited(
    `读取所需内存超过 ${maxMemory} MiB，已中止；请用 --max-memory 增加内存，再用 --resume 继续。`,
    `reading it took more than ${maxMemory} MiB of memory and was ended; allow more with --max-memory and go on with --resume.`,
  )
}

/** A document whose process died twice; it may have been killed by a system that ran out of memory, so it is no final loss. */
export const broughtDown = limited(
  '读取它的进程两次意外终止；请用 disclose parse 单独读取以查明原因，或减少 --jobs，再用 --resume 继续。',
  'it brought its worker down twice; read it alone with disclose parse to see why, or take fewer --jobs and go on with --resume.',
)

/** A document that was not read because the run was ended. */
export const interrupted = limited(
  '运行已中断，未读取；请用 --resume 继续。',
  'the run was ended before it was read; go on with --resume.',
)

/** That processes for reading do not start, with what the last one said. */
export function notStarted(lastWords: string): Failure {
  const [last = ''] = lastWords.trim().split('\n')
  const reason = /^.*error.*$/imu.exec(lastWords)?.[0] ?? last
  return new Failure({
    zh: `无法启动读取文件的进程（${reason}）；请减少 --jobs，或重新安装。`,
    en: `the processes that read documents do not start (${reason}); take fewer --jobs, or install the program again.`,
  })
}

function limited(zh: string, en: string): Loss {
  return { error: { zh, en }, isLimited: true }
}
