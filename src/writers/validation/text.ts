import type { Evidence, Finding } from '../../model.ts'
import type { Validated, Validation } from '../../validate.ts'
import { columns, excerpt } from './columns.ts'
import { contextOf, type Quotation, quotationsOf } from './context.ts'
import { line, plain } from './escapes.ts'
import { placeName } from './place.ts'
import { heading, type Language, tally, type Wording, words } from './words.ts'

/** The findings of all inputs for people to read: by input, then by project, then the count of outcomes. */
export function text(validations: Validation[], { language }: Wording): string {
  return plain(validations.map((validation) => `${section(validation, language)}\n`).join('\n'))
}

function section(validation: Validation, language: Language): string {
  const say = words[language]
  if ('error' in validation) return `${line(validation.file)}\n  ${say.refused}  ${line(validation.error[language])}`
  const quotations = quotationsOf(validation.disclosure)
  const groups = [...Map.groupBy(validation.findings, ({ project }) => project)]
  const found = groups.map(([project, findings]) => [
    line(heading(project, validation, language)),
    ...findings.map((finding) => indented(paragraph(finding, language, quotations))),
  ])
  const body = found.length > 0 ? found.map((lines) => lines.join('\n')) : [say.nothing]
  return [line(validation.file), ...body, counts(validation, language)].join('\n\n')
}

/** One finding: what is wrong, the formula with the numbers put in, then the evidence as it is printed. */
export function paragraph(finding: Finding, language: Language, quotations: Quotation[] = []): string {
  const { severity, rule, message, formula, evidence } = finding
  const [first, ...others] = evidence
  const isMarked = severity !== 'info' && first
  return [
    `${words[language].severities[severity]}  ${rule}  ${line(message[language])}`,
    ...(formula ? [`  ${line(formula)}`] : []),
    ...(isMarked ? marked(first, finding, language, quotations) : []),
    ...listed(isMarked ? others : evidence, finding, language),
  ].join('\n')
}

// The place, then the row with the figure underlined: what a compiler shows of a program.
function marked(evidence: Evidence, finding: Finding, language: Language, quotations: Quotation[]): string[] {
  const place = `  ${placeName(evidence, language)}  `
  if (evidence.text.trim() === '') return [`${place}${words[language].empty}`]
  const { row, start, end } = contextOf(evidence, finding, quotations)
  const { before, figure, after } = excerpt(row, start, end, room - columns(place))
  const underline = `${' '.repeat(columns(place + before))}${'^'.repeat(columns(figure))}`
  return [`${place}${before}${figure}${after}`, ...(before || after ? [underline] : [])]
}

const room = 100

// What the first piece of evidence was compared with: as many pieces on a line as fit, each cut around its figure.
function listed(evidence: Evidence[], finding: Finding, language: Language): string[] {
  const lines: string[] = []
  const places = Map.groupBy(evidence, (piece) => placeName(piece, language))
  for (const [place, pieces] of places) {
    const texts = new Set(pieces.map((piece) => short(piece, finding) || words[language].empty))
    for (const [index, item] of [...texts].entries()) append(lines, index === 0 ? `${place}  ${item}`.trim() : item)
  }
  return lines
}

function append(lines: string[], item: string): void {
  const last = lines.at(-1)
  const isFitting = last !== undefined && columns(last) + columns(item) + 5 <= room
  if (isFitting) lines[lines.length - 1] = `${last}  ·  ${item}`
  else lines.push(`  ${item}`)
}

function short(evidence: Evidence, finding: Finding): string {
  const { row, start, end } = contextOf(evidence, finding, [])
  return Object.values(excerpt(row, start, end, 36)).join('')
}

const order = ['holds', 'fails', 'undetermined', 'not-applicable'] as const

function counts(validation: Validated, language: Language): string {
  const say = words[language]
  const numbers = order.map((name) => {
    const number = validation.outcomes.filter(({ outcome }) => outcome === name).length
    return `${say.outcomes[name]} ${number}`
  })
  return `${tally(validation, language)}${say.stop}\n${numbers.join(say.comma)}${say.stop}`
}

function indented(text: string): string {
  return text.replace(/^/gmu, '  ')
}
