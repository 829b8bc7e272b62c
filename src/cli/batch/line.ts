import { columns, cut, tail } from '../../writers/validation/columns.ts'
import { shown } from '../../writers/validation/escapes.ts'
import type { Language } from '../options.ts'
import type { Snapshot } from './snapshot.ts'

/** How far a batch is, in one line of so many columns; the file that takes longest is cut at its front. */
export function lineOf(snapshot: Snapshot, language: Language, room = Number.POSITIVE_INFINITY): string {
  const { total, done, failed, findings, perSecond, secondsLeft, working } = snapshot
  const say = words[language]
  const parts = [
    `${done}/${total}`,
    ...(failed > 0 ? [say.failed(failed)] : []),
    say.findings(findings),
    ...(perSecond > 0 ? [say.pace(perSecond)] : []),
    ...(secondsLeft !== null && secondsLeft > 0 ? [say.left(spanOf(secondsLeft, say.units))] : []),
  ]
  const [slowest] = working
  if (slowest) parts.push(spanOf(Math.floor(slowest.seconds), say.units))
  const line = parts.join(gap)
  const spare = room - columns(line) - 1
  return slowest && spare >= shortest ? `${line} ${tail(shown(slowest.file), spare)}` : cut(line, room)
}

const gap = '  '

// Of a name less than this says nothing.
const shortest = 8

interface Words {
  failed(number: number): string
  findings(number: Snapshot['findings']): string
  pace(perSecond: number): string
  left(span: string): string
  units: Units
}

/** Seconds, minutes, hours. */
type Units = [string, string, string]

const words: Record<Language, Words> = {
  en: {
    failed: (number) => `failed ${number}`,
    findings: ({ error, warning, info }) => `errors ${error}, warnings ${warning}, info ${info}`,
    pace: (perSecond) => `${perSecond}/s`,
    left: (span) => `${span} left`,
    units: [' s', ' min', ' h'],
  },
  zh: {
    failed: (number) => `失败 ${number}`,
    findings: ({ error, warning, info }) => `错误 ${error}，警告 ${warning}，提示 ${info}`,
    pace: (perSecond) => `每秒 ${perSecond} 份`,
    left: (span) => `剩余 ${span}`,
    units: [' 秒', ' 分钟', ' 小时'],
  },
}

/** A span of time to two places: 42 s, 8 min, 2 h 5 min. */
function spanOf(seconds: number, [second, minute, hour]: Units): string {
  if (seconds < 60) return `${seconds}${second}`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes}${minute}`
  return `${Math.floor(minutes / 60)}${hour} ${minutes % 60}${minute}`
}
