import { basename } from 'node:path'
import { Failure } from '../../failure.ts'
import type { Message } from '../../model.ts'

/** What an error of the database means, as a Failure; any other error as it is. */
export function explained(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error
  const known = causes.find(([pattern]) => pattern.test(error.message))
  return known ? new Failure(known[1](path)) : error
}

type Says = (path: string) => Message

// DuckDB has no codes for what goes wrong; these are its words.
const causes: [RegExp, Says][] = [
  [/No space left|Disk quota exceeded|File too large/iu, full],
  [/Could not set lock|Conflicting lock/iu, locked],
  [/not a valid DuckDB database file/iu, foreign],
  // Why a file cannot be opened stands behind that it cannot.
  [/Read-only file system|Permission denied/iu, forbidden],
  [/database does not exist|No such file or directory|Cannot open file/iu, missing],
  [/version number|newer version|storage version/iu, newer],
  [
    /database has been invalidated|Corrupt|checksum|Failure while replaying WAL|Could not read enough bytes|INTERNAL Error/iu,
    damaged,
  ],
]

function full(path: string): Message {
  return {
    zh: `${path} 无法写入：磁盘已满；腾出空间后用 --resume 继续，已提交的文件不会丢失。`,
    en: `${path} cannot be written: the disk is full; make room and go on with --resume, nothing that was committed is lost.`,
  }
}

function locked(path: string): Message {
  return {
    zh: `${path} 正被另一个进程使用；请等它结束后再试。`,
    en: `${path} is in use by another process; wait until that has ended.`,
  }
}

function missing(path: string): Message {
  return {
    zh: `没有 ${path}；请给出 disclose batch 写出的文件夹。`,
    en: `there is no ${path}; name the folder that disclose batch wrote.`,
  }
}

/** That a file is no archive. */
export function foreign(path: string): Message {
  return {
    zh: `${path} 不是 disclose batch 生成的数据库；请检查路径。`,
    en: `${path} is no database that disclose batch made; check the path.`,
  }
}

/** That a file was made by a newer version. */
export function newer(path: string): Message {
  return {
    zh: `${path} 由更新版本的 disclose 生成；请更新 disclose，或换一个 --output。`,
    en: `${path} was made by a newer version of disclose; update disclose, or choose another --output.`,
  }
}

function forbidden(path: string): Message {
  return {
    zh: `${path} 没有访问权限；请更改权限，或换一个 --output。`,
    en: `${path} may not be accessed; change its permissions, or choose another --output.`,
  }
}

function damaged(path: string): Message {
  return {
    zh: `${path} 已损坏；请删除它并重新运行。`,
    en: `${path} is damaged; remove it and run again.`,
  }
}

/** That there is an archive already, and no word of going on with it. */
export function existing(path: string): Failure {
  return new Failure({
    zh: `${path} 已经存在；请用 --resume 继续，或换一个 --output。`,
    en: `${path} exists; go on with it with --resume, or choose another --output.`,
  })
}

// A list of files may name a hundred thousand.
const longest = 200

/** That an archive was made of inputs which are not named any more. */
export function otherInputs(path: string, inputs: string[]): Failure {
  const named = inputs.join(', ')
  const names = named.length > longest ? `${named.slice(0, longest)}…` : named
  return new Failure({
    zh: `${basename(path)} 还由其他输入生成（${names}）；请一并给出，或换一个 --output。`,
    en: `${basename(path)} was made of other inputs, too (${names}); name them as well, or choose another --output.`,
  })
}
