import type { Target } from '../model.ts'
import { matchesOf } from './matches.ts'

type Tiers = Extract<Target, { kind: 'tiers' }>
type Tier = Tiers['tiers'][number]
type Measured = (text: string) => Target | null

/** Several values under conditions: `批发:3万元/家 零售:5万元/家`, or a graded standard; else null. */
export function tiers(text: string, measured: Measured): Target | null {
  if (text.length > longest) return null
  const found = labelled(text.trim(), measured) ?? graded(text.trim(), measured)
  return found && found.length > 1 ? { kind: 'tiers', tiers: found } : null
}

const longest = 500

function labelled(text: string, measured: Measured): Tier[] | null {
  const [first = '', ...bodies] = text.split(/[:：]/u)
  if (bodies.length < 2) return null
  const found: Tier[] = []
  let when = first.trim()
  for (const [index, body] of bodies.entries()) {
    const [value, next] = index === bodies.length - 1 ? [body, ''] : parted(body, measured)
    const target = measured(value)
    if (!target || !/\p{Script=Han}/u.test(when)) return null
    found.push({ when, target })
    when = next
  }
  return found
}

// A value and the label after it: the longest beginning that is a value, up to a separator or a space. Where a cell is
// too narrow for both, the line ends between them and leaves no space.
function parted(body: string, measured: Measured): [value: string, label: string] {
  const fused = /^[^/]{1,20}\/(?:家次?|人次?|批?次|[个户场项台套所处件名座辆班期亩])(?=\p{Script=Han}{2})/u.exec(
    body,
  )?.[0]
  if (fused && measured(fused)) return [fused, body.slice(fused.length).trim()]
  const cuts = matchesOf(/[\s,，;；、。]/gu, body)
    .map(({ index }) => index)
    .toReversed()
  const cut = cuts.find((index) => body.slice(index + 1).trim() !== '' && measured(body.slice(0, index)))
  return cut === undefined ? ['', ''] : [body.slice(0, cut), body.slice(cut + 1).trim()]
}

// A comma between two figures is a thousands mark; any other one parts two standards.
function graded(text: string, measured: Measured): Tier[] | null {
  const clauses = text.split(/[，；;、。\n]|(?<!\d),|,(?!\d)/u).map((clause) => clause.trim())
  const found = clauses.filter(Boolean).map((clause) => standard(clause, measured))
  return found.every((tier) => tier !== null) ? found : null
}

const verb =
  /(?:给予|予以)?(?:一次性)?(?:奖励|补助|补贴|奖补|扶持|资助|支持|补偿)(?:资金|标准)?(?:为|:|：)?(?=[^\p{Script=Han}]|不超过|最高)/u

function standard(clause: string, measured: Measured): Tier | null {
  const match = verb.exec(clause) ?? /(?<=^[\p{Script=Han}（）() ]{2,20})(?=\d)/u.exec(clause)
  if (!match) return null
  const target = measured(clause.slice(match.index + match[0].length))
  const isMoney = target?.kind === 'rate' || (target?.kind === 'number' && /元|万$/u.test(target.unit))
  const when = clause.slice(0, match.index).trim().replace(/的$/u, '')
  return isMoney && when ? { when, target } : null
}
