import { isOn } from './styles.ts'
import { attribute, child, type Element, elementsOf, encodeEntities } from './xml.ts'

/** What Word draws for a field of a form that has no text: a box to tick, the chosen entry of a list (ECMA-376-1, 17.16.17). */
export function formField(mark: Element): string {
  const data = child(mark, 'w:ffData')
  const [box, list] = [child(data, 'w:checkBox'), child(data, 'w:ddList')]
  const text = box ? drawn(box) : list ? chosen(list) : ''
  return text === '' ? '' : `<w:t>${encodeEntities(text)}</w:t>`
}

function drawn(box: Element): string {
  return isOn(child(box, 'w:checked') ?? child(box, 'w:default')) ? '☒' : '☐'
}

function chosen(list: Element): string {
  const at = Number(attribute(child(list, 'w:result') ?? child(list, 'w:default')) ?? 0)
  return attribute(elementsOf(list, 'w:listEntry')[at]) ?? ''
}
