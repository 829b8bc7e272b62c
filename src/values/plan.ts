import type { Amount } from '../model.ts'
import { shift } from './decimal.ts'
import type { Normalised } from './normalise.ts'
import { type Statement, statementsIn } from './statement.ts'

/** A sum of a plan with the sums that it is made of. */
export interface Item extends Statement {
  parts: Item[]
  /** What shows that these are the parts; none when the item has no parts. */
  closed?: '小计' | '合计' | '其中' | '：'
  /** The strongest mark of separation that may stand between the parts. */
  limit?: number
  /** Whether sums of another year or plan stand among the parts, so that it is not clear what was added up. */
  isUnclear?: boolean
}

/** What a plan in prose costs: a tree of sums, and the sums beside it. */
export interface Plan {
  /** The sums that are part of no other one. */
  roots: Item[]
  /** The sums that have parts, each below the ones it is part of. */
  sums: Item[]
  /** All sums, in printed order, differences and sums of other plans included. */
  items: Item[]
}

/** Read the sums of a plan: 小计 closes its list, 合计 closes all, 其中 and a colon open the parts of the sum before them. */
export function plan(text: string, year?: number, copy?: Normalised): Plan {
  const items = statementsIn(text, year, copy).map((statement): Item => ({ ...statement, parts: [] }))
  const state: State = { closed: [], open: [], apart: [], beside: [] }
  for (const [index, item] of items.entries()) {
    if (item.role === 'sum') take(state, item, items[index - 1])
    else if (item.role === 'reference') state.beside.push(item)
  }
  const roots = rootsOf(state)
  return { roots, sums: [...roots, ...state.apart].flatMap(sumsIn), items }
}

/** Whether the parts add up to a sum, exactly. */
export function addsUp(sum: Amount, parts: Item[]): boolean {
  return parts.length > 0 && parts.reduce((total, { value }) => total + whole(value), 0n) === whole(sum)
}

interface State {
  /** Lists that are closed already, and the items of the list that is still open. */
  closed: Item[]
  open: Item[]
  /** The sum whose parts are being listed. */
  head?: Item | undefined
  /** Sums that are parted a second time. */
  apart: Item[]
  /** Sums of other years or plans since the last total. */
  beside: Item[]
}

function take(state: State, item: Item, before: Item | undefined): void {
  if (item.joint.opens && before?.role === 'sum') enter(state, before, item)
  else if (state.head && isBehind(state.head, item)) state.head = undefined
  if (item.mark === 'subtotal') subtotal(state, item)
  else if (isTotal(item)) total(state, item)
  else add(state, item)
}

function enter(state: State, head: Item, { joint }: Item): void {
  if (state.head?.parts.includes(head)) return
  state.head = head
  if (head.parts.length > 0) {
    state.head = { ...head, parts: [] }
    state.apart.push(state.head)
  }
  state.head.closed = joint.opens === '：' ? '：' : '其中'
  state.head.limit = joint.opens === '其中' ? 2 : 3
}

// The parts of a sum end when they add up, and at a mark of separation stronger than theirs.
function isBehind(head: Item, { joint, mark }: Item): boolean {
  if (mark === 'subtotal' || mark === 'total' || head.parts.length === 0) return false
  if (head.parts.at(-1)?.joint.isInBrackets && !joint.isInBrackets) return true
  if (addsUp(head.value, head.parts)) return true
  return joint.style ? joint.style === head.joint.style : joint.strength > (head.limit ?? 3)
}

function add(state: State, item: Item): void {
  if (state.head) {
    state.head.parts.push(item)
    return
  }
  if (item.joint.isHeaded) settle(state)
  state.open.push(item)
}

function settle(state: State): void {
  state.closed.push(...state.open)
  state.open = []
}

// Where a list may begin in several places, the reading under which it adds up is taken.
function subtotal(state: State, item: Item): void {
  const inner = state.head && state.head.parts.length > 1 ? state.head.parts : undefined
  const list = inner ?? state.open
  const start = list.findIndex((_, index) => addsUp(item.value, list.slice(index)))
  close(item, list.splice(Math.max(0, start)), '小计')
  if (inner) inner.push(item)
  else {
    settle(state)
    state.closed.push(item)
  }
}

function total(state: State, item: Item): void {
  const { head } = state
  state.head = undefined
  const roots = rootsOf(state)
  // 总预算 10 万元，其中 A 6 万元，B 4 万元，合计 10 万元: the total says the first sum again.
  if (head && head.parts.length > 1 && roots.length === 1 && roots[0] === head) {
    close(item, head.parts, '合计')
    head.parts = [item]
    return
  }
  const lists = [roots, state.open, [...roots, ...state.beside].sort((a, b) => a.start - b.start)]
  const fitting = lists.find((list) => addsUp(item.value, list))
  const parts = fitting ?? roots
  close(item, parts, '合计')
  if (!fitting && state.beside.length > 0) item.isUnclear = true
  state.beside = []
  state.closed = [...roots.filter((root) => !parts.includes(root)), item]
  state.open = []
}

function close(item: Item, parts: Item[], closed: '小计' | '合计'): void {
  if (parts.length > 0) Object.assign(item, { parts, closed })
}

function rootsOf({ closed, open }: State): Item[] {
  return [...closed, ...open]
}

function sumsIn(item: Item): Item[] {
  return item.parts.length > 0 ? [item, ...item.parts.flatMap(sumsIn)] : []
}

// 4 场，每场 2 万元，共计 8 万元 is worked out from its own count, not from a list.
function isTotal({ mark, counts, rate }: Item): boolean {
  return mark === 'total' && !(counts.length > 0 && rate)
}

function whole({ yuan }: Amount): bigint {
  return BigInt(shift(String(yuan), 4).replace(/\..*/u, ''))
}
