import { damaged } from './failures.ts'
import { pack } from './pack.ts'
import type { Parts } from './parts.ts'
import { reduce, write } from './reduce.ts'
import { hideByStyle } from './styles.ts'
import type { Node } from './tree.ts'
import { attribute, child, type Element, elementsOf } from './xml.ts'

/** The tree that mammoth makes of a Word file, taken before any HTML is made of it. */
export async function treeOf(parts: Parts): Promise<Node> {
  const { default: mammoth } = await import('mammoth')
  const trees: Node[] = []
  const transformDocument = (tree: Node): Node => {
    trees.push(tree)
    return { ...tree, children: [] }
  }
  await mammoth.convertToHtml({ buffer: packed(parts) }, { transformDocument }).catch(() => undefined)
  const [tree] = trees
  if (!tree) throw damaged()
  return tree
}

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

function packed({ body, notes, margins, styles }: Parts): Buffer {
  for (const part of [body, ...notes, ...margins]) hideByStyle(part, styles)
  const content = [
    reduce(child(body, 'w:body') ?? body),
    ...notes.flatMap(notesOf).map(reduce),
    `<w:p>${write({ kind: 'margin' })}</w:p>`,
    ...margins.map(reduce),
  ]
  return pack({
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${relationship}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${namespace}"><w:body>${content.join('').replaceAll('</w:t><w:t>', '')}</w:body></w:document>`,
  })
}

// Notes of a type are the lines that Word draws between text and notes.
function notesOf(part: Element): Element[] {
  return elementsOf(part).filter((note) => attribute(note, 'type') === undefined)
}
