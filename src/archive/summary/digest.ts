import type { Message } from '../../model.ts'
import { add, decimal, print } from '../../money.ts'
import { grouped } from './list.ts'
import type { Money, Summary } from './summary.ts'
import { type Words, words } from './words.ts'

/** The summary of an archive in a few lines: its money, its findings, and the files that need a look, worst first. */
export function digest({ money, rules, look }: Summary, language: keyof Message): string[] {
  const say = words[language]
  const found = rules.map(({ rule, severity, findings }) => [grouped(findings), `${say.level[severity]}  ${rule}`])
  const looks = look.map(({ file, why }) => `${file}: ${why.map((reason) => reason[language]).join(say.semicolon)}`)
  return [
    ...part(say.annual, aligned(sums(money, say)), say),
    ...part(say.rules, aligned(found), say),
    ...part(say.look, looks, say),
  ]
}

// All that is longer is read in the page.
const most = 10

function part(title: string, lines: string[], { further }: Words): string[] {
  if (lines.length === 0) return []
  const rest = lines.length > most ? [further(lines.length - most)] : []
  return [title, ...[...lines.slice(0, most), ...rest].map((line) => `  ${line}`)]
}

// What documents of different kinds state of a year is never added up.
function sums(money: Money[], { kinds, unknown }: Words): string[][] {
  const known = money.filter(({ annual }) => annual !== undefined)
  const groups = Map.groupBy(known, ({ fiscalYear, kind }) => `${fiscalYear ?? unknown}  ${kinds[kind] ?? kind}`)
  const lines = Array.from(groups, ([name, entries]) => ({
    name,
    sum: print(add(entries.map(({ annual = 0 }) => decimal(annual)))),
  }))
  return lines.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, sum }) => [grouped(sum), name])
}

function aligned(rows: string[][]): string[] {
  const width = Math.max(...rows.map(([number = '']) => number.length))
  return rows.map(([number = '', name = '']) => `${number.padStart(width)}  ${name}`)
}
