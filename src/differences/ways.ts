import type { Message } from '../model.ts'
import type { Match } from './comparison.ts'
import { isClear, isSameEntity, type Likeness } from './likeness.ts'
import type { Member } from './members.ts'
import { marksOf } from './naming.ts'
import type { Pair } from './pairing.ts'

/** What showed that two projects are one. */
export type Way = 'code' | 'entity' | 'name' | 'years' | 'ordinals' | 'content' | 'alike'

/** How two projects were found to be one, in words. */
export function explain(way: Way, by: Pair<unknown>['by'], likeness: number, code: string): Match {
  const said = ways[way](likeness, code)
  const chosen = choices[by]
  return {
    by: kinds[way],
    likeness,
    message: { zh: `${said.zh}${chosen.zh}。`, en: `${said.en}${chosen.en}.` },
  }
}

const kinds: Record<Way, Match['by']> = {
  code: 'code',
  entity: 'name',
  name: 'name',
  years: 'likeness',
  ordinals: 'likeness',
  content: 'content',
  alike: 'likeness',
}

const ways: Record<Way, (likeness: number, code: string) => Message> = {
  code: (likeness, code) => ({
    zh: `项目编码同为 ${code}，${alike(likeness).zh}`,
    en: `Both have the code ${code}; ${alike(likeness).en}`,
  }),
  entity: () => ({ zh: '名称和实施单位都相同', en: 'The names and the implementing units are the same' }),
  name: () => ({ zh: '名称相同', en: 'The names are the same' }),
  years: () => ({ zh: '除年份外名称相同', en: 'The names are the same but for the year' }),
  ordinals: () => ({ zh: '除年份和序号外名称相同', en: 'The names are the same but for years and ordinals' }),
  content: () => ({ zh: '都没有名称，内容相同', en: 'Neither has a name, and the contents are the same' }),
  alike: (likeness) => ({
    zh: `名称相似度 ${likeness}，双方都没有其他相近的项目`,
    en: `The names are ${likeness} alike, and no other project comes near on either side`,
  }),
}

const choices: Record<Pair<unknown>['by'], Message> = {
  key: { zh: '', en: '' },
  content: {
    zh: '；有几个这样的项目，内容相同的是这一个',
    en: '; of several such projects this one has the same contents',
  },
  rest: { zh: '；其余这样的项目内容未变', en: '; the other such projects have not changed' },
}

/** Why two projects whose names are somewhat alike are not taken for one. */
export function doubt(pair: Likeness): Message {
  const { before, after } = pair
  const [{ zh, en }, reason] = [alike(pair.likeness), reasonOf(pair, before, after)]
  return { zh: `${zh}，${reason.zh}`, en: `${en}, ${reason.en}` }
}

function reasonOf(pair: Likeness, before: Member, after: Member): Message {
  if (before.body !== after.body && before.body !== '' && after.body !== '')
    return { zh: '但公开单位不同', en: 'but the disclosing bodies are not' }
  if (!isSameEntity(before, after)) return { zh: '但实施单位不同', en: 'but the implementing units are not' }
  if (marksOf(before.bare) !== marksOf(after.bare))
    return { zh: '但编号或括号中的内容不同', en: 'but differ in a number or in brackets' }
  if (isClear(pair)) return { zh: '但相近的项目不止一个', en: 'but so are those of other projects' }
  return { zh: '不足以认定', en: 'which is not enough' }
}

function alike(likeness: number): Message {
  if (likeness === 1) return { zh: '名称相同', en: 'the names are the same' }
  return { zh: `名称相似度 ${likeness}`, en: `the names are ${likeness} alike` }
}
