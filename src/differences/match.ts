import type { Stated } from '../rules/rule.ts'
import type { Match } from './comparison.ts'
import { clearAmong, type Likeness, likenessesOf, likenessOf } from './likeness.ts'
import { contentOf, type Member } from './members.ts'
import { type Pair, pairUp } from './pairing.ts'
import { explain, type Way } from './ways.ts'

/** The projects that two editions both state, those that only one states, and what those might be. */
export interface Matching {
  pairs: Matched[]
  gone: Member[]
  new: Member[]
  /** Pairs that might be one project, among those that have no partner. */
  doubtful: Likeness[]
  /** Whether there were too many names to look for those that are alike. */
  isLimited: boolean
}

export interface Matched {
  before: Stated
  after: Stated
  match: Match
}

interface Step {
  way: Way
  keyOf(member: Member): string
}

/** Match the projects of two editions: by code, by name, then by likeness of the name; only where nothing is ambiguous. */
export function matchProjects(before: Member[], after: Member[]): Matching {
  const pairs: Matched[] = []
  let rest = { gone: before, new: after }
  for (const step of stepsFor(before, after)) {
    const found = matchBy(step, rest.gone, rest.new)
    pairs.push(...found.pairs.map((pair) => matched(pair, step.way)))
    rest = found
  }
  const alike = likenessesOf(rest.gone, rest.new)
  const clear = clearAmong(alike ?? [])
  const taken = new Set(clear.flatMap(({ before, after }) => [before, after]))
  const isLeft = (member: Member) => !taken.has(member)
  const left = { gone: rest.gone.filter(isLeft), new: rest.new.filter(isLeft) }
  const doubtful = (alike ?? []).filter(({ before, after }) => isLeft(before) && isLeft(after))
  return {
    pairs: [...pairs, ...clear.map((pair) => matched({ ...pair, by: 'key' }, 'alike'))],
    ...left,
    doubtful: [...doubtful, ...namesakes(left.gone, left.new, doubtful)],
    isLimited: alike === undefined,
  }
}

function stepsFor(before: Member[], after: Member[]): Step[] {
  const named = new Set(after.map(nameIn))
  const renamed = new Set(before.map(nameIn))
  const isElsewhere = (member: Member) => named.has(nameIn(member)) && renamed.has(nameIn(member))
  return [
    { way: 'code', keyOf: (one) => (one.code ? `${one.code}\n${one.name}` : '') },
    // A code whose project goes on under its name with another code is a running number, and proves nothing.
    { way: 'code', keyOf: (one) => (isElsewhere(one) ? '' : one.code) },
    { way: 'entity', keyOf: (one) => (one.name && one.entity ? `${one.name}\n${one.entity}` : '') },
    { way: 'name', keyOf: (one) => one.name },
    { way: 'years', keyOf: (one) => one.undated },
    { way: 'ordinals', keyOf: (one) => one.bare },
    { way: 'content', keyOf: (one) => (one.name ? '' : contentOf(one)) },
  ]
}

function nameIn({ name, body }: Member): string {
  return `${name}\n${body}`
}

// First within one body, then with those of which the body is not known.
function matchBy({ keyOf }: Step, before: Member[], after: Member[]) {
  const own = pairUp(before, after, (one) => inBody(keyOf(one), one), contentOf)
  const open = pairUp(own.gone, own.new, (one) => keyOf(one), contentOf)
  const known = open.pairs.filter(({ before, after }) => before.body === '' || after.body === '')
  const taken = new Set(known.flatMap(({ before, after }) => [before, after]))
  const isLeft = (member: Member) => !taken.has(member)
  return { pairs: [...own.pairs, ...known], gone: own.gone.filter(isLeft), new: own.new.filter(isLeft) }
}

function inBody(key: string, { body }: Member): string {
  return key === '' ? '' : `${key}\n${body}`
}

function matched({ before, after, by }: Pair<Member>, way: Way): Matched {
  const likeness = likenessOf(before, after)
  return { before: before.stated, after: after.stated, match: explain(way, by, likeness, before.code) }
}

// One name in two bodies, which are not looked at for likeness.
function namesakes(gone: Member[], added: Member[], known: Likeness[]): Likeness[] {
  const others = Map.groupBy(added, ({ bare }) => bare)
  const partners = Map.groupBy(known, ({ before }) => before)
  return gone.flatMap((before) => {
    const named = new Set(partners.get(before)?.map(({ after }) => after))
    const same = before.bare === '' ? [] : (others.get(before.bare) ?? []).slice(0, mostNamesakes)
    return same.filter((after) => !named.has(after)).map((after) => ({ before, after, likeness: 1, isShort: true }))
  })
}

const mostNamesakes = 10
