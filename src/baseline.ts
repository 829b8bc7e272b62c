import { Failure } from './failure.ts'
import type { Message } from './model.ts'
import { setAside } from './suppress.ts'
import type { Validated, Validation } from './validate.ts'

/** A finding that has been accepted: one finding of the same fingerprint does not count. */
export interface Accepted {
  file: string
  rule: string
  fingerprint: string
  message: Message
}

/** All findings of today, as a baseline. */
export function baselineOf(validations: Validation[]): Accepted[] {
  return validations.flatMap((validation) =>
    'error' in validation
      ? []
      : validation.findings.map(({ rule, fingerprint, message }) => ({
          file: validation.file,
          rule,
          fingerprint,
          message,
        })),
  )
}

/** What is left when the findings of a baseline are set aside, and the entries whose document no longer has the finding. */
export function accept(
  validations: Validation[],
  baseline: Accepted[],
): { validations: Validation[]; gone: Accepted[] } {
  const left = new Set(baseline)
  const known = Map.groupBy(baseline, ({ fingerprint }) => fingerprint)
  const take = (isSame: (accepted: Accepted, validated: Validated) => boolean) => (validation: Validation) =>
    setAside(validation, ({ fingerprint, ...finding }, validated) => {
      const alike = known.get(fingerprint) ?? []
      const found = alike.find((accepted) => left.has(accepted) && isSame(accepted, validated))
      if (!found) return undefined
      left.delete(found)
      return { finding: { ...finding, fingerprint }, by: 'baseline', reason }
    })
  // A document that has got another name keeps its findings, unless they belong to a document that still has its name.
  const remaining = validations.map(take(({ file }, validated) => file === validated.file)).map(take(() => true))
  const files = new Set(validations.map(({ file }) => file))
  return { validations: remaining, gone: [...left].filter(({ file }) => files.has(file)) }
}

const reason: Message = { zh: '基线中已有', en: 'in the baseline' }

/** The baseline that a JSON text states; a Failure when it is none. */
export function baselineIn(text: string): Accepted[] {
  const entries = parsed(text)
  if (Array.isArray(entries) && entries.every(isAccepted)) return entries
  throw new Failure({
    zh: '不是 disclose 写出的基线；请删除后重新运行。',
    en: 'it is no baseline that disclose wrote; delete it and run the command again.',
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}

function isAccepted(entry: unknown): entry is Accepted {
  if (typeof entry !== 'object' || entry === null) return false
  return (
    'file' in entry && typeof entry.file === 'string' && 'fingerprint' in entry && typeof entry.fingerprint === 'string'
  )
}
