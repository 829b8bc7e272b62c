import type { Sourced } from '../model.ts'
import { foldName } from '../values/normalise.ts'
import { type Disclosure, fails, holds, type Result, type Rule } from './rule.ts'
import { evidence } from './shared/states.ts'
import { foldedOf } from './shared/texts.ts'

/** An attachment that is announced is in the input. */
const rule: Rule = {
  name: 'attachment-present',
  chapter: 'form',
  severity: 'info',
  title: { zh: '正文提到的附件在文件之中', en: 'An attachment that is announced is in the document' },
  why: {
    zh: '附件没有一并提供，其中的内容没有参与校验。附件单独公开的，请一并查看。',
    en: 'The attachment is not here, so nothing in it was checked. Where it is published beside the document, look there too.',
  },
  *checkDocument(disclosure) {
    for (const attachment of disclosure.attachments) yield check(attachment, disclosure)
  },
}

export default rule

function check(attachment: Sourced<string>, { unread, title }: Disclosure): Result {
  const name = foldedOf(attachment).replace(/\.(?:docx?|xlsx?|pdf|zip)$/iu, '')
  const isHere = [...unread, ...(title ? [title] : [])].some(({ text, source }) => {
    const isElsewhere = !source.some((place) => attachment.source.includes(place))
    return name !== '' && isElsewhere && foldName(text.slice(0, reach)).includes(name)
  })
  if (isHere) return holds()
  return fails({
    message: {
      zh: `附件“${attachment.text}”不在此文件中。`,
      en: `The attachment “${attachment.text}” is not in this document.`,
    },
    evidence: evidence(attachment),
  })
}

// An attachment begins with its name.
const reach = 400
