import { type Block, content, type Document, part, type Span, textOf, whole } from '../document.ts'
import { quote } from '../location.ts'
import type { Form, Reading } from './form.ts'
import { ordinalOf } from './narrative/ordinal.ts'
import { attachmentLabel } from './narrative/sentences.ts'

/** The attachments that a document announces: `附件：…`, one, or a numbered list under the label. */
const form: Form = {
  name: 'attachment-list',
  title: { zh: '附件', en: 'Announced attachments' },
  read: readAttachments,
}

export default form

function readAttachments({ blocks }: Document): Reading {
  const [labels, names]: [Span[], Span[]] = [[], []]
  for (const [index, block] of blocks.entries()) {
    const match = block.type === 'paragraph' ? attachmentLabel.exec(block.text) : null
    if (block.type !== 'paragraph' || !match) continue
    labels.push(part(whole(block), 0, match[0].length))
    const own = part(whole(block), match[0].length)
    const list = textOf(own) === '' ? numbered(blocks.slice(index + 1)) : [own]
    names.push(...list.filter((name) => textOf(name) !== ''))
  }
  return { facts: { attachments: names.map((name) => quote(name, textOf(name))) }, labels }
}

// The numbered lines directly under a label without text: 1, 2, 3 … in one style.
function numbered(blocks: Block[]): Span[] {
  const list: Span[] = []
  for (const block of blocks) {
    const ordinal = block.type === 'paragraph' ? ordinalOf(content(block)) : undefined
    if (block.type !== 'paragraph' || ordinal?.value !== list.length + 1) break
    list.push(content(block))
  }
  return list
}
