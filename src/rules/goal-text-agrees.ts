import { fails, holds, type Problem, type Result, type Rule } from './rule.ts'
import { type Goal, goalsIn, type Rival } from './shared/goals.ts'
import { objectOf } from './shared/objects.ts'
import { evidence } from './shared/states.ts'

/** The numbers in the text of an objective against the quantity indicators that it puts into words. */
const rule: Rule = {
  name: 'goal-text-agrees',
  chapter: 'agreement',
  severity: 'warning',
  title: {
    zh: '总体目标文字中的数量与绩效指标值一致',
    en: 'The numbers in the text of an objective are those of its indicators',
  },
  why: {
    zh: '总体目标是绩效指标的文字表述，数字不同说明有一处没有更新。请核对目标文字与指标值。',
    en: 'An objective puts its indicators into words. When a number differs, one of the two was not updated: check both.',
  },
  *checkProject({ form }) {
    for (const goal of form ? goalsIn(form) : []) yield* check(goal)
  },
}

export default rule

// Objectives name some indicators only, so a number that no indicator is clearly about decides nothing.
function* check(goal: Goal): Iterable<Result> {
  const [best, second] = goal.rivals
  if (!best || best.likeness === 0) return
  const together = togetherIn(goal)
  if (together.length > 1) return yield* asSum(goal, together)
  const equal = goal.rivals.find(
    ({ target, likeness }) => target.value.number === goal.count.number && likeness * 2 >= best.likeness,
  )
  if (equal) return yield compareWords(goal, equal)
  const isFirst = !second || best.likeness > second.likeness || best.stretch > second.stretch
  const isClear = best.likeness >= 0.6 && isFirst
  if (isClear || goal.isLone) yield fails(problem(goal, [best]))
}

function compareWords(goal: Goal, rival: Rival): Result {
  const [said, set] = [directions[goal.count.comparison], directions[rival.target.value.comparison]]
  if (said * set < 0) return fails(problem(goal, [rival]))
  return goal.count.comparison === '≈' && set > 0 ? holds(loosely(goal, rival)) : holds()
}

const directions = { '≥': 1, '>': 1, '≤': -1, '<': -1, '=': 0, '≈': 0 }

// 参加各类会议、培训、调研 27 人次 gives one number for what several indicators count one by one.
function togetherIn({ before, rivals }: Goal): Rival[] {
  const things = before.split(/[、和及与]/u).map((thing) => thing.slice(-2))
  if (things.length < 2) return []
  const counted = rivals.map((rival) => ({
    rival,
    things: things.filter((thing) => objectOf(rival.indicator).includes(thing)),
  }))
  const parts = counted.filter((part) => part.things.length > 0)
  const all = parts.flatMap((part) => part.things)
  const isParted = new Set(all).size === all.length && all.length === things.length
  return isParted ? parts.map(({ rival }) => rival) : []
}

function* asSum(goal: Goal, rivals: Rival[]): Iterable<Result> {
  const sum = rivals.reduce((total, { target }) => total + target.value.number, 0)
  if (sum === goal.count.number || /[各均]/u.test(goal.before.replace(/各[类种项]/gu, ''))) return yield holds()
  yield fails({
    ...problem(goal, rivals),
    formula: `${rivals.map(({ target }) => target.value.number).join(' + ')} = ${sum} ≠ ${goal.count.number}`,
  })
}

function problem({ phrase, printed, side }: Goal, rivals: Rival[]): Problem {
  const set = rivals.map(({ target, indicator }) => `“${indicator.name?.text ?? ''}”${target.text}`)
  return {
    message: {
      zh: `${side.zh}目标写“${phrase}”，指标值为${set.join('、')}。`,
      en: `The ${side.en} objective says “${phrase}”; the indicators set ${set.join(' and ')}.`,
    },
    evidence: evidence(
      { text: phrase, source: printed.source },
      ...rivals.flatMap(({ target, indicator }) => [target, indicator.name]),
    ),
    expected: rivals.map(({ target }) => target.text).join(', '),
  }
}

function loosely(goal: Goal, rival: Rival): Problem {
  const { message, ...rest } = problem(goal, [rival])
  return {
    ...rest,
    message: {
      zh: `${message.zh}目标为约数，指标为下限。`,
      en: `${message.en} The objective is approximate, the indicator a floor.`,
    },
  }
}
