import { abbreviates, similarity } from '../rules/shared/names.ts'
import type { Member } from './members.ts'
import { marksOf } from './naming.ts'

/** Two projects of like names. */
export interface Likeness {
  before: Member
  after: Member
  /** From 0 to 1. */
  likeness: number
  /** Whether one name is a short form of the other, however unlike they are letter by letter. */
  isShort: boolean
}

/** The pairs of projects of one body whose names are somewhat alike; nothing when there are too many to look at. */
export function likenessesOf(before: Member[], after: Member[]): Likeness[] | undefined {
  const rest = Map.groupBy(after.map(counted), ({ member }) => member.body)
  const partners = ({ body }: Member) =>
    body === '' ? [...rest.values()].flat() : [...(rest.get(body) ?? []), ...(rest.get('') ?? [])]
  const lengths = new Map([...rest].map(([body, group]) => [body, lengthOf(group)]))
  const all = [...lengths.values()].reduce((sum, length) => sum + length, 0)
  const left = before.map(counted)
  const workOf = ({ length, member: { body } }: Counted) => length * (body ? sizeIn(lengths, body) : all)
  if (left.reduce((sum, one) => sum + workOf(one), 0) > mostWork) return undefined
  return left.flatMap((one) => partners(one.member).flatMap((other) => weigh(one, other)))
}

/** The pairs that are clearly alike, and to which nothing else comes near on either side. */
export function clearAmong(all: Likeness[]): Likeness[] {
  const [lefts, rights] = [Map.groupBy(all, ({ before }) => before), Map.groupBy(all, ({ after }) => after)]
  return all.filter((pair) => {
    const rivals = [...(lefts.get(pair.before) ?? []), ...(rights.get(pair.after) ?? [])]
    return isClear(pair) && rivals.every((other) => other === pair || isBehind(other, pair))
  })
}

function isBehind(other: Likeness, pair: Likeness): boolean {
  return !other.isShort && other.likeness <= pair.likeness - margin
}

/** Whether nothing but another pair can keep two projects from being one. */
export function isClear({ before, after, likeness }: Likeness): boolean {
  return likeness >= clear && isSameEntity(before, after) && marksOf(before.bare) === marksOf(after.bare)
}

/** Whether the units that carry out two projects may be one. */
export function isSameEntity({ entity }: Member, other: Member): boolean {
  return entity === '' || other.entity === '' || entity === other.entity
}

/** How alike two names are without years and ordinals, from 0 to 1, to two places. */
export function likenessOf(before: Member, after: Member): number {
  return rounded(similarity(before.bare, after.bare))
}

const [clear, margin, least] = [0.8, 0.1, 0.6]

// Some seconds, whatever the names.
const mostWork = 2e8
// As far as names are compared.
const longestName = 300

interface Counted {
  member: Member
  length: number
  characters: Map<string, number>
}

function counted(member: Member): Counted {
  const characters = new Map<string, number>()
  const text = [...member.bare].slice(0, longestName)
  for (const character of text) characters.set(character, (characters.get(character) ?? 0) + 1)
  return { member, length: text.length, characters }
}

function lengthOf(group: Counted[]): number {
  return group.reduce((sum, { length }) => sum + length, 0)
}

function sizeIn(lengths: Map<string, number>, body: string): number {
  return (lengths.get(body) ?? 0) + (lengths.get('') ?? 0)
}

// No text can be more alike than the characters that both have: most pairs need no closer look.
function weigh(one: Counted, other: Counted): Likeness[] {
  const [before, after] = [one.member, other.member]
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)]
  const shared = sharedBy(one, other)
  if (shorter === 0 || (shared < least * longer && shared < 0.9 * shorter)) return []
  const likeness = likenessOf(before, after)
  const isShort = abbreviates(before.bare, after.bare)
  return likeness >= least || isShort ? [{ before, after, likeness, isShort }] : []
}

function sharedBy(one: Counted, other: Counted): number {
  let shared = 0
  for (const [character, count] of one.characters) shared += Math.min(count, other.characters.get(character) ?? 0)
  return shared
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100
}
