import type { Stated } from '../rules/rule.ts'
import { fiscalYearOf } from '../rules/shared/years.ts'
import type { Matched } from './match.ts'
import type { Member } from './members.ts'

/** The projects that several editions state, each through its editions, in the order of the fiscal years. */
export function historiesIn(members: Member[], pairs: Matched[]): Stated[][] {
  const next = new Map(pairs.map(({ before, after }) => [before, after]))
  const isLater = new Set(pairs.map(({ after }) => after))
  return members
    .filter(({ stated }) => next.has(stated) && !isLater.has(stated))
    .map(({ stated }) => inOrder(chainFrom(stated, next)))
}

function chainFrom(first: Stated, next: Map<Stated, Stated>): Stated[] {
  const chain = [first]
  for (let one = next.get(first); one; one = next.get(one)) chain.push(one)
  return chain
}

// Where a year is not printed the order of the editions stands; the rules say what they lack.
function inOrder(chain: Stated[]): Stated[] {
  const isDated = chain.every((stated) => fiscalYearOf(stated) !== undefined)
  return isDated ? chain.sort((a, b) => (fiscalYearOf(a) ?? 0) - (fiscalYearOf(b) ?? 0)) : chain
}
