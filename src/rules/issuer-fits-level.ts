import type { Evidence } from '../model.ts'
import { matchesOf } from '../values/matches.ts'
import { type Disclosure, fails, holds, type Result, type Rule } from './rule.ts'
import { evidence } from './shared/states.ts'
import { plainOf } from './shared/texts.ts'

/** The general office of a party committee or a government is called as its level requires. */
const rule: Rule = {
  name: 'issuer-fits-level',
  chapter: 'form',
  severity: 'info',
  title: {
    zh: '党委、政府办公厅（室）的名称与行政层级相符',
    en: 'The general office of a committee or government is named as its level requires',
  },
  why: {
    zh: '省级和副省级称“办公厅”，地级及以下称“办公室”。名称不符，文件便难以查找。',
    en: 'It is 办公厅 at provincial and sub-provincial level and 办公室 below. A wrong name makes a document hard to find.',
  },
  *checkProject({ narrative, form }, disclosure) {
    const [place] = placesOf(disclosure)
    const texts = [form?.legalBasis, form?.necessity, form?.overview, form?.safeguards, form?.implementationPlan]
    const said = [narrative?.overview, narrative?.legalBasis, narrative?.implementationPlan]
    const offices = [...said, ...texts].flatMap((text) => (text ? officesIn(text, place) : []))
    for (const same of Map.groupBy(offices, ({ name }) => name).values()) yield* check(same)
  },
}

export default rule

// Sub-provincial cities, and the cities directly under the central government.
const high = /广州|深圳|南京|武汉|沈阳|西安|成都|济南|杭州|哈尔滨|长春|大连|青岛|厦门|宁波|北京|上海|天津|重庆/u

// The city that a document is from tells whose 市委办公厅 a bare name is.
function placesOf({ region, body, title }: Disclosure): string[] {
  return [region, body, title].flatMap((printed) => /([一-鿿]{2,8}?)市/u.exec(plainOf(printed))?.[1] ?? [])
}

interface Office {
  name: string
  due: string | undefined
  printed: Evidence
}

function officesIn(printed: Evidence, place: string | undefined): Office[] {
  if (!/办公[厅室]/u.test(printed.text)) return []
  return matchesOf(pattern, plainOf(printed)).map(([name, city = '', level = '']) => ({
    name,
    due: dueFor(level, city || place),
    printed,
  }))
}

function dueFor(level: string, city: string | undefined): string | undefined {
  if (level === '省') return '办公厅'
  const isKnown = level !== '市' || (city !== undefined && !high.test(city))
  return isKnown ? '办公室' : undefined
}

function* check([office, ...others]: Office[]): Iterable<Result> {
  const { name, due, printed } = office ?? {}
  if (!name || !due || !printed) return
  if (name.endsWith(due)) return yield holds()
  yield fails({
    message: {
      zh: `“${name}”与行政层级不符，应为“${due}”。`,
      en: `“${name}” does not fit its level, which has a ${due}.`,
    },
    evidence: evidence(printed, ...others.map((other) => other.printed)),
    expected: due,
  })
}

const pattern = /((?!中共|共)[一-鿿]{2,3})?([省市县]|(?<!自治)区)(?:委|(?:人民)?政府)办公[厅室]/gu
