import { Failure } from './failure.ts'
import type { Message } from './model.ts'

/** What an error means, and what to do about it. */
export function sentence(error: unknown): Message {
  if (error instanceof Failure) return error.says
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return system[code] ?? unexpected(error)
}

const unconnected: Message = {
  zh: '所在的网络磁盘已断开；请重新连接。',
  en: 'its network drive does not answer; connect it again.',
}

// What the operating system answers when a file is read.
const system: Record<string, Message> = {
  ENOENT: { zh: '没有这个文件；请检查路径。', en: 'there is no such file; check the path.' },
  EACCES: { zh: '没有读取权限；请更改文件的权限。', en: 'it may not be read; change its permissions.' },
  EPERM: { zh: '没有读取权限；请更改文件的权限。', en: 'it may not be read; change its permissions.' },
  ENAMETOOLONG: { zh: '文件名过长；请检查路径。', en: 'the name is too long; check the path.' },
  ENOTDIR: { zh: '路径中有一段不是文件夹；请检查路径。', en: 'part of the path is no folder; check the path.' },
  ELOOP: { zh: '符号链接循环；请检查路径。', en: 'its symbolic links go round in a circle; check the path.' },
  EIO: {
    zh: '磁盘读取出错；请检查磁盘，或换一份副本。',
    en: 'the disk fails to read it; check the disk or take another copy.',
  },
  ESTALE: unconnected,
  ENOTCONN: unconnected,
  EHOSTDOWN: unconnected,
  ETIMEDOUT: unconnected,
  ERR_FS_FILE_TOO_LARGE: { zh: '文件超过 2 GiB，无法读取；请拆分。', en: 'it is larger than 2 GiB; split it.' },
  EISDIR: {
    zh: '这是文件夹；请用 disclose batch 读取，或列出其中的文件，例如 文件夹/*.pdf。',
    en: 'it is a folder; read it with disclose batch, or name the files in it, for example folder/*.pdf.',
  },
}

function unexpected(error: unknown): Message {
  const [what = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return {
    zh: `程序自身出错（${what}）；用 DEBUG=disclose 重新运行可看到出错位置，请报告。`,
    en: `the program itself failed (${what}); run it with DEBUG=disclose to see where, and report it.`,
  }
}
