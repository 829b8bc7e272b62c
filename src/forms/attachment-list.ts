import { type Block, content, type Document, part, type Span, textOf, whole } from '../document.ts'
import { quote } from '../location.ts'
import type { Form, Reading } from './form.ts'
import { ordinalOf } from './narrative/ordinal.ts'
import { attachmentLabel } from './narrative/sentences.ts'
import { isFormTitle } from './table/heading.ts'

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
    if (block.type !== 'paragraph' || !match || isHeading(blocks, index)) continue
    labels.push(part(whole(block), 0, match[0].length))
    const own = part(whole(block), match[0].length)
    const list = textOf(own) === '' ? numbered(blocks.slice(index + 1)) : [own]
    names.push(...list.filter((name) => textOf(name) !== ''))
  }
  return { facts: { attachments: names.map((name) => quote(name, textOf(name))) }, labels }
}

// `附件3：项目支出绩效目标表` over a table is the attachment itself; the year and the unit may stand between.
function isHeading(blocks: Block[], index: number): boolean {
  const [block, ...below] = blocks.slice(index, index + 4)
  const table = below.findIndex(({ type }) => type === 'table')
  const isTitle = block?.type === 'paragraph' && isFormTitle(block.text)
  return (
    isTitle && table >= 0 && below.slice(0, table).every((line) => line.type === 'paragraph' && line.text.length <= 20)
  )
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
