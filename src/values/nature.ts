import type { Form } from '../model.ts'
import { matchesOf } from './matches.ts'
import { normalise } from './normalise.ts'

type Nature = NonNullable<NonNullable<Form['nature']>['value']>

/** The nature of a project (项目属性, 项目性质); of tick boxes the ticked one; null when none or several are named. */
export function nature(text: string): Nature | null {
  const marks = matchesOf(pattern, normalise(text).text).map(([mark]) => mark)
  const named = marks.filter((mark) => natures.has(mark))
  const chosen = marks.some((mark) => ticks.test(mark)) ? ticked(marks) : named
  const values = new Set(chosen.map((name) => natures.get(name)))
  const [value] = values
  return values.size === 1 ? (value ?? null) : null
}

const natures = new Map<string, Nature>([
  ['经常性', 'recurrent'],
  ['常年性', 'recurrent'],
  ['一次性', 'one-off'],
  ['阶段性', 'phased'],
  ['新增', 'new'],
  ['延续', 'continuing'],
  ['持续性', 'continuing'],
])
const pattern = new RegExp(`${[...natures.keys()].join('|')}|[□☐○√✓✔☑☒■●]`, 'gu')
const ticks = /[√✓✔☑☒■●]/u

// Boxes stand before their words when the first mark is one; □√ is one ticked box.
function ticked(marks: string[]): string[] {
  const isBefore = !natures.has(marks[0] ?? '')
  const order = isBefore ? marks : marks.toReversed()
  let isTicked = false
  const chosen: string[] = []
  for (const mark of order) {
    if (!natures.has(mark)) isTicked ||= ticks.test(mark)
    else {
      if (isTicked) chosen.push(mark)
      isTicked = false
    }
  }
  return chosen
}
