import { Failure } from './failure.ts'
import type { Message } from './model.ts'

/** Does what writes to a place. Throws a Failure that names the place when the system refuses. */
export async function writing<T>(place: Message, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? new Failure(unwritable(place, codeOf(error))) : error
  }
}

function unwritable(place: Message, code: string): Message {
  const why = reasons[code] ?? { zh: `系统报告 ${code}`, en: `the system says ${code}` }
  const advice = ['ENOSPC', 'EDQUOT'].includes(code) ? makeRoom : chooseAnother
  return {
    zh: `${place.zh} 无法写入：${why.zh}；${advice.zh}。`,
    en: `${place.en} cannot be written: ${why.en}; ${advice.en}.`,
  }
}

const chooseAnother: Message = { zh: '请用 --output 另选路径', en: 'choose another path with --output' }
const makeRoom: Message = {
  zh: '请腾出空间后重新运行（disclose batch 加上 --resume 即可继续）',
  en: 'make room and run it again; disclose batch goes on with --resume',
}

const reasons: Record<string, Message> = {
  ENOENT: { zh: '所在的文件夹不存在', en: 'its folder does not exist' },
  EISDIR: { zh: '这是文件夹', en: 'it is a folder' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'part of the path is no folder' },
  EEXIST: { zh: '已有同名文件', en: 'there is a file of that name' },
  EACCES: { zh: '没有写入权限', en: 'permission is denied' },
  EPERM: { zh: '没有写入权限', en: 'permission is denied' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已用尽', en: 'the disk quota is used up' },
}

/** The code that the system gives an error, ENOSPC. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
