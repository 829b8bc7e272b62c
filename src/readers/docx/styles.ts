import { attribute, child, type Element, elementsOf } from './xml.ts'

/** Elements by the identifier that others name them with. */
export type Elements = Map<string, Element>

/** The children of a name by the attribute that identifies them. */
export function byId(parent: Element | undefined, name: string, id: string): Elements {
  const elements = parent ? elementsOf(parent, name) : []
  return new Map(elements.map((element) => [attribute(element, id) ?? '', element]))
}

/** A style, the style that it is based on, and so on. */
export function* ancestry(id: string | undefined, styles: Elements): Generator<Element> {
  const seen = new Set<string>()
  for (let at = id; at !== undefined && !seen.has(at); at = attribute(child(styles.get(at), 'w:basedOn'))) {
    seen.add(at)
    const style = styles.get(at)
    if (style) yield style
  }
}

/** Whether a property that is on or off (`w:vanish`) is on; undefined where it is not stated. */
export function isOn(property: Element | undefined): boolean | undefined {
  return property && !['0', 'false', 'off'].includes(attribute(property) ?? '')
}

/** Hide the runs that a style hides, as the fields of a web form pasted into Word: z-窗体顶端 (ECMA-376-1, 17.3.2.41). */
export function hideByStyle(body: Element, styles: Element | undefined): void {
  const named = byId(styles, 'w:style', 'styleId')
  const hiding = new Set([...named.keys()].filter((id) => hides(id, named)))
  if (hiding.size > 0) hide(body, hiding, false)
}

function hides(id: string, styles: Elements): boolean {
  for (const style of ancestry(id, styles)) {
    const vanish = isOn(child(style, 'w:rPr', 'w:vanish'))
    if (vanish !== undefined) return vanish
  }
  return false
}

// A hidden paragraph hides the runs of other styles too.
function hide(element: Element, hiding: Set<string>, isWithin: boolean): void {
  const isParagraph = element.name === 'w:p'
  const style = attribute(child(element, ...(isParagraph ? ['w:pPr', 'w:pStyle'] : ['w:rPr', 'w:rStyle'])))
  const isHidden = hiding.has(style ?? '') || (isWithin && !isParagraph)
  if (element.name === 'w:r' && isHidden && !child(element, 'w:rPr', 'w:vanish')) {
    element.children.unshift({ name: 'w:rPr', attributes: '', children: [vanish] })
  }
  for (const child of elementsOf(element)) hide(child, hiding, isHidden)
}

const vanish: Element = { name: 'w:vanish', attributes: '', children: [] }
