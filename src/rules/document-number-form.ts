import type { Evidence, Project } from '../model.ts'
import type { Found } from '../values/found.ts'
import type { DocumentNumber } from '../values/reference.ts'
import { type Disclosure, fails, holds, type Problem, type Result, type Rule } from './rule.ts'
import { evidence, valueIn } from './shared/states.ts'
import { referencesIn } from './shared/texts.ts'

/** Document numbers are written 机关代字〔year〕number号, with a year that can be. */
const rule: Rule = {
  name: 'document-number-form',
  chapter: 'form',
  severity: 'warning',
  title: {
    zh: '文号由机关代字、六角括号括起的年份和序号组成，年份不晚于预算年度',
    en: 'A document number has an issuer, a year in 〔〕 and a serial, and is not later than the fiscal year',
  },
  why: {
    zh: '年份晚于预算年度的文件不可能是立项依据；没有机关代字的文号无法查证。请核对文号。',
    en: 'A document of a later year cannot be the basis of this budget; a number without issuer cannot be looked up. Check the number.',
  },
  basis: {
    zh: '文号的标准形式为机关代字、六角括号〔〕括起的年份、不加“第”且不补零的序号。',
    en: 'The standard form is the issuer’s code, the year in 〔〕, and a serial without 第 and without leading zeros.',
  },
  *checkProject(project, disclosure) {
    const citations = citationsIn(project)
    if (citations.length === 0) return
    const numbers = Map.groupBy(citations, ({ found }) => found.value.number)
    for (const cited of numbers.values()) yield* check(cited, latestYear(disclosure))
    yield* style(
      citations,
      /[【[(（［﹝]/u,
      '文号年份应使用六角括号〔〕',
      'the year of a document number stands in 〔〕',
    )
    yield* style(
      citations,
      /第\s*\d+\s*号|[〕】\])）］]\s*0\d/u,
      '文号序号前不加“第”，也不补零',
      'the serial of a document number has no 第 and no leading zero',
    )
  },
}

export default rule

interface Citation {
  place: Evidence
  found: Found<DocumentNumber>
}

function citationsIn({ narrative, form }: Project): Citation[] {
  const places = [
    ...[
      narrative?.legalBasis,
      narrative?.implementationPlan,
      narrative?.budget,
      narrative?.objectives,
      narrative?.overview,
    ],
    ...[form?.legalBasis, form?.safeguards, form?.implementationPlan, form?.overview, form?.necessity],
  ]
  return places.flatMap((place) => (place ? referencesIn(place).map((found) => ({ place, found })) : []))
}

// Final accounts of a year are approved in the next one.
function latestYear({ fiscalYear, kind }: Disclosure): number | undefined {
  const year = valueIn(fiscalYear)
  return year === undefined ? undefined : year + (kind === 'final-accounts' || kind === 'self-evaluation' ? 1 : 0)
}

function* check(cited: Citation[], latest: number | undefined): Iterable<Result> {
  const [first, ...others] = cited
  if (!first) return
  const { number, year, issuerCode } = first.found.value
  const places = evidence(first.place, ...others.map(({ place }) => place))
  if ((latest !== undefined && year > latest) || year < 1949) {
    return yield fails({
      message: {
        zh: `文号 ${number} 的年份${year < 1949 ? '过早' : `晚于预算年度 ${latest}`}。`,
        en: `The year of ${number} is ${year < 1949 ? 'too early' : `after the fiscal year ${latest}`}.`,
      },
      evidence: places,
    })
  }
  if (issuerCode === '') yield fails(withoutIssuer(first, places))
  else yield holds()
}

// Minutes are numbered without an issuer: 市政府办公室专题会议纪要〔2020〕48号.
function withoutIssuer({ place, found }: Citation, places: Problem['evidence']): Problem {
  const isMinutes = /纪要/u.test(place.text.slice(Math.max(0, found.start - 60), found.start))
  return {
    message: {
      zh: `文号 ${found.value.number} 没有机关代字。`,
      en: `The number ${found.value.number} names no issuer.`,
    },
    evidence: places,
    ...(isMinutes && { severity: 'info' }),
  }
}

function* style(citations: Citation[], pattern: RegExp, zh: string, en: string): Iterable<Result> {
  const [first, ...others] = citations.filter(({ found }) => pattern.test(found.text))
  if (!first) return
  const written = [...new Set([first, ...others].map(({ found }) => found.text))]
  yield fails({
    message: { zh: `${written.join('、')}：${zh}。`, en: `${written.join(', ')}: ${en}.` },
    evidence: evidence(first.place, ...others.map(({ place }) => place)),
    severity: 'info',
  })
}
