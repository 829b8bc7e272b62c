import { attribute, child, type Element, elementsOf } from './xml.ts'

/** A number of columns; Word tables have at most 63, other programs write a few more. */
export function columns(element: Element | undefined): number {
  const number = Number(attribute(element) ?? 0)
  return Number.isInteger(number) && number <= 1000 ? number : 0
}

/** What a row holds, with cells that older programs merged sideways (ECMA-376-1, 17.4.22) made one cell that spans columns. */
export function mergedSideways(row: Element): Element[] {
  const merged: Element[] = []
  for (const element of elementsOf(row)) {
    const before = merged.at(-1)
    if (before?.name === 'w:tc' && goesOn(element)) merged[merged.length - 1] = together(before, element)
    else merged.push(element)
  }
  return merged
}

function goesOn(cell: Element): boolean {
  const merge = child(cell, 'w:tcPr', 'w:hMerge')
  return merge !== undefined && attribute(merge) !== 'restart'
}

function together(cell: Element, next: Element): Element {
  const span = `w:val="${columnsOf(cell) + columnsOf(next)}"`
  const others = elementsOf(child(cell, 'w:tcPr') ?? cell).filter(({ name }) => name === 'w:vMerge')
  const properties = [...others, { name: 'w:gridSpan', attributes: span, children: [] }]
  const contents = [cell, next].flatMap((part) => elementsOf(part).filter(({ name }) => name !== 'w:tcPr'))
  return { ...cell, children: [{ name: 'w:tcPr', attributes: '', children: properties }, ...contents] }
}

function columnsOf(cell: Element): number {
  return Math.max(1, columns(child(cell, 'w:tcPr', 'w:gridSpan')))
}
