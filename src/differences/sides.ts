import type { Location, Message, Sourced } from '../model.ts'
import { stateOf } from '../rules/shared/states.ts'
import { foldedOf } from '../rules/shared/texts.ts'
import type { Difference, Side } from './comparison.ts'

/** A value on one side; of what is not printed, the place is the name of the project or indicator that lacks it. */
export function sideOf(printed: Sourced<unknown> | undefined, place: Location[]): Side {
  const state = stateOf(printed)
  if (!printed) return { state, text: '', source: place }
  const { text, source, value } = printed
  // The value of a text is the text.
  return { state, text, source, ...(value !== null && typeof value !== 'string' && { value }) }
}

/** What became of a value; nothing when both sides state the same, or nothing alike. */
export function changeOf<T>(
  before: Sourced<T> | undefined,
  after: Sourced<T> | undefined,
  isSame: (before: T, after: T) => boolean,
): Difference['change'] | undefined {
  const [from, to] = [stateOf(before), stateOf(after)]
  if (!before || !after) return from === to ? undefined : before ? 'gone' : 'new'
  if (from === to && foldedOf(before) === foldedOf(after)) return sameText(before, after, isSame)
  if (from === 'unreadable' || to === 'unreadable') return 'undetermined'
  if (before.value !== null && after.value !== null && from === 'read' && to === 'read')
    return isSame(before.value, after.value) ? undefined : 'changed'
  return from === to ? undefined : 'changed'
}

// One text under two units means two things: 290 万元 and 290 元.
function sameText<T>(before: Sourced<T>, after: Sourced<T>, isSame: (before: T, after: T) => boolean) {
  if (before.value === null || after.value === null) return undefined
  return isSame(before.value, after.value) ? undefined : 'changed'
}

/** How a side is shown in a sentence. */
export function shown({ state, text }: Side, read: string): Message {
  if (state === 'absent') return { zh: '未印出', en: 'not printed' }
  if (state === 'empty') return { zh: '空白', en: 'empty' }
  if (state === 'nil') return { zh: `“${text}”（无此项）`, en: `“${text}” (none)` }
  if (state === 'unreadable') return { zh: `“${text}”（无法识别）`, en: `“${text}” (unreadable)` }
  return { zh: read, en: read }
}

/** What a value was and what it is, in one sentence. */
export function sentence(label: Message, was: Message, is: Message, growth: Message | undefined): Message {
  return {
    zh: `${label.zh}：${was.zh} → ${is.zh}${growth?.zh ?? ''}。`,
    en: `${capital(label.en)}: ${was.en} → ${is.en}${growth?.en ?? ''}.`,
  }
}

/** A text with a capital letter at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
