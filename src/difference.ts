import type {
  Candidate,
  Comparison,
  Edition,
  MatchedProject,
  Place,
  ProjectComparison,
} from './differences/comparison.ts'
import { historiesIn } from './differences/histories.ts'
import { indicatorDifferences } from './differences/indicators.ts'
import type { Likeness } from './differences/likeness.ts'
import { type Matched, type Matching, matchProjects } from './differences/match.ts'
import { type Member, membersOf } from './differences/members.ts'
import { moneyDifferences } from './differences/money.ts'
import { extentOf, nameOf, placeOf, placesToLook } from './differences/places.ts'
import { doubt } from './differences/ways.ts'
import { wordingDifferences } from './differences/wording.ts'
import type { Stated } from './rules/rule.ts'
import { fiscalYearOf } from './rules/shared/years.ts'
import { type Judgement, validateYears } from './validate.ts'

export type * from './differences/comparison.ts'

/** What editions say otherwise than the ones before them, and what the rules say of their projects through the years. */
export interface Differences {
  version: 1
  comparisons: Comparison[]
  histories: History[]
}

/** A project that several editions state: where the latest one does, the years that are known, and what the rules say. */
export interface History extends Place, Judgement {
  fiscalYears: number[]
}

/** Compare each edition with the next, and check the projects that they share through all of them. */
export function differencesBetween(editions: Edition[]): Differences {
  const members = editions.map(({ reports }) => membersOf(reports))
  const matchings: Matching[] = []
  const comparisons = editions.slice(1).map((after, index): Comparison => {
    const [old, own] = [members[index] ?? [], members[index + 1] ?? []]
    const matching = matchProjects(old, own)
    matchings.push(matching)
    const before = editions[index] ?? after
    return {
      before: extentOf(before),
      after: extentOf(after),
      projects: [...kept(matching, own, before), ...gone(matching, after)],
      isLimited: matching.isLimited,
    }
  })
  const pairs = matchings.flatMap(({ pairs }) => pairs)
  return { version: 1, comparisons, histories: historiesIn(members.flat(), pairs).flatMap(judged) }
}

function judged(years: Stated[]): History[] {
  const fiscalYears = years.map(fiscalYearOf).filter((year) => year !== undefined)
  return years.slice(-1).map((latest) => ({ ...placeOf(latest), fiscalYears, ...validateYears(years) }))
}

// In the order of the edition after: what both state, and what is new.
function kept({ pairs, doubtful }: Matching, members: Member[], before: Edition): ProjectComparison[] {
  const partners = new Map(pairs.map((pair) => [pair.after, pair]))
  const candidates = candidatesIn(doubtful, 'after')
  const lookedIn = placesToLook(before)
  return members.map((member): ProjectComparison => {
    const pair = partners.get(member.stated)
    if (pair) return compared(pair)
    return { state: 'new', after: placeOf(member.stated), lookedIn: lookedIn(member), candidates: candidates(member) }
  })
}

function gone({ gone, doubtful }: Matching, after: Edition): ProjectComparison[] {
  const candidates = candidatesIn(doubtful, 'before')
  const lookedIn = placesToLook(after)
  return gone.map((member) => ({
    state: 'gone',
    before: placeOf(member.stated),
    lookedIn: lookedIn(member),
    candidates: candidates(member),
  }))
}

function compared({ before, after, match }: Matched): MatchedProject {
  const [from, to] = [before.project, after.project]
  const places: Parameters<typeof moneyDifferences>[2] = [nameOf(before).source, nameOf(after).source]
  const differences = [
    ...moneyDifferences(from, to, places),
    ...indicatorDifferences(from, to, places, [fiscalYearOf(before), fiscalYearOf(after)]),
    ...wordingDifferences(from, to, places),
  ]
  const state = differences.length > 0 ? 'changed' : 'unchanged'
  return { state, before: placeOf(before), after: placeOf(after), match, differences }
}

// What a project without a partner might be on the other side, the likeliest first.
function candidatesIn(doubtful: Likeness[], side: 'before' | 'after'): (member: Member) => Candidate[] {
  const other = side === 'before' ? 'after' : 'before'
  const byMember = Map.groupBy(doubtful, (pair) => pair[side])
  return (member) =>
    (byMember.get(member) ?? [])
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, mostCandidates)
      .map((pair) => ({ ...placeOf(pair[other].stated), likeness: pair.likeness, message: doubt(pair) }))
}

const mostCandidates = 5
