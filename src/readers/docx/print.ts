import type { Numbering } from './numbering.ts'
import { type Mark, markOf } from './reduce.ts'
import type { Node } from './tree.ts'

/** What Word shows of one paragraph. */
export interface Printed {
  /** With its automatic number, without white space at its ends. */
  text: string
  bullet: string
  hidden: string
  marks: Set<Mark['kind']>
}

/** What Word shows of a paragraph of mammoth's tree; counts its automatic number. */
export function print(paragraph: Node, numbering: Numbering): Printed {
  const marks: Mark[] = []
  const [shown, hidden]: [string[], string[]] = [[], []]
  const visit = (node: Node): void => {
    const mark = node.type === 'bookmarkStart' ? markOf(node.name ?? '') : undefined
    if (mark) marks.push(mark)
    const isHidden = marks.findLast(({ kind }) => kind === 'hidden' || kind === 'shown')?.kind === 'hidden'
    const list = isHidden ? hidden : shown
    list.push(node.type === 'text' ? (node.value ?? '') : (characters[node.type] ?? ''))
    for (const child of node.children ?? []) visit(child)
  }
  visit(paragraph)
  const number = numberOf(marks, numbering)
  return {
    text: `${number?.isBullet ? '' : (number?.text ?? '')}${shown.join('').trim()}`.trim(),
    bullet: number?.isBullet ? number.text : '',
    hidden: hidden.join('').trim(),
    marks: new Set(marks.map(({ kind }) => kind)),
  }
}

const characters: Record<string, string> = { tab: '\t', break: '\n' }

// Paragraphs that a deletion has joined have the properties of the last one.
function numberOf(marks: Mark[], numbering: Numbering): ReturnType<Numbering> {
  const mark = marks.findLast((mark) => mark.kind === 'number')
  return mark && numbering(mark)
}
