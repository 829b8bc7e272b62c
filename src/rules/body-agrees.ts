import type { Evidence } from '../model.ts'
import { type Disclosure, fails, holds, type Result, type Rule } from './rule.ts'
import { likeness } from './shared/names.ts'
import { evidence, isRead } from './shared/states.ts'
import { foldedOf, plainOf } from './shared/texts.ts'

/** The disclosing body has one name on the cover and in the sentences that speak of it, and one kind of budget. */
const rule: Rule = {
  name: 'body-agrees',
  chapter: 'agreement',
  severity: 'warning',
  title: {
    zh: '单位名称、“部门”与“单位”的口径前后一致',
    en: 'The body has one name, and the document is of one kind, throughout',
  },
  why: {
    zh: '名称或口径不一，多为套用模板未改，读者会误认公开主体。请与封面统一。',
    en: 'Another name or kind is usually left from a template and misleads readers about who discloses. Follow the cover.',
  },
  *checkDocument(disclosure) {
    yield* checkName(disclosure)
    yield* checkKind(disclosure)
  },
}

export default rule

// The summary sentence and the announced attachments begin with the name of the body.
function* checkName({ body, summary, attachments }: Disclosure): Iterable<Result> {
  if (!isRead(body)) return
  const name = bodyIn(foldedOf(body)) ?? foldedOf(body)
  for (const place of [...(summary ? [summary.text] : []), ...attachments]) {
    const other = bodyIn(foldedOf(place).replace(/^附件\d*:?/u, ''))
    if (other === undefined) continue
    const isSame = other.endsWith(name) || name.endsWith(other) || likeness(name, other) !== 'different'
    yield isSame ? holds() : fails(named(body, place, other))
  }
}

function bodyIn(text: string): string | undefined {
  return /^(?:关于)?(?:\d{4}年度?,?)?([一-鿿]{2,24}?(?:局|委员会|办公室|办事处|厅|委|院|中心|学校|大学|街道|政府))(?=\(|\d{4}年|部门|单位|项目|专项|$)/u.exec(
    text,
  )?.[1]
}

function named(body: Evidence, place: Evidence, other: string) {
  return {
    message: {
      zh: `此处的单位名称为“${other}”，封面为“${body.text}”。`,
      en: `The body is called “${other}” here and “${body.text}” on the cover.`,
    },
    evidence: evidence(place, body),
    expected: body.text,
  }
}

// 部门预算 is that of a department with all its units, 单位预算 that of one unit.
function* checkKind({ title, body, unread }: Disclosure): Iterable<Result> {
  const kind = /(?:部门|单位)(?=预算|决算)/u.exec(plainOf(title))?.[0]
  if (!title || !body || !kind) return
  const other = kind === '部门' ? '单位' : '部门'
  const own = foldedOf(body)
  const headings = unread.filter(({ what, text }) => what === 'paragraph' && text.length <= longestHeading)
  for (const heading of headings) {
    const text = plainOf(heading)
    if (
      !text.includes(own) ||
      !/(?:部门|单位)(?:预算|决算)$|(?:部门|单位)(?:预算|决算)(?:公开|情况)?(?:说明|表)?$/u.test(text)
    )
      continue
    yield new RegExp(`${other}(?:预算|决算)`, 'u').test(text) ? fails(mixed(heading, title, kind, other)) : holds()
  }
}

const longestHeading = 45

function mixed(heading: Evidence, title: Evidence, kind: string, other: string) {
  return {
    message: {
      zh: `标题写作“${other}”，封面为“${kind}”。`,
      en: `The heading says ${other} where the cover says ${kind}.`,
    },
    evidence: evidence(heading, title),
    expected: kind,
  }
}
