import { markup } from '../../../writers/validation/markup.ts'
import { escaped, nameOf } from './cell.ts'
import type { Link } from './link.ts'

/** The links of a sheet. Cells below each other that lead to the same place share one. */
export class Links {
  readonly #targets = new Map<string, number>()
  readonly #open = new Map<number, Link & { from: number; to: number }>()
  readonly #closed: string[] = []

  /** Makes a cell a link. */
  add(column: number, row: number, link: Link): void {
    const open = this.#open.get(column)
    if (open?.to === row - 1 && open.target === link.target && open.location === link.location) {
      open.to = row
      return
    }
    this.#close(column)
    this.#open.set(column, { ...link, from: row, to: row })
  }

  /** How many there are. */
  count(): number {
    return this.#closed.length + this.#open.size
  }

  /** The part of the worksheet that says which cells lead where; to be asked for once, and last. */
  text(): string {
    for (const column of this.#open.keys()) this.#close(column)
    // The ZIP holds on to what its parts were made from until its end.
    const closed = this.#closed.splice(0).join('')
    return closed && `<hyperlinks>${closed}</hyperlinks>`
  }

  /** The part of the workbook that has the targets (Open Packaging Conventions, ECMA-376 part 2, 9.3), if there are any. */
  relations(): string | undefined {
    if (this.#targets.size === 0) return undefined
    const relations = Array.from(
      this.#targets,
      ([target, id]) => `<Relationship Id="rId${id}" Type="${type}" Target="${markup(target)}" TargetMode="External"/>`,
    )
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`
  }

  #close(column: number): void {
    const open = this.#open.get(column)
    this.#open.delete(column)
    if (!open) return
    const { target, location, from, to } = open
    const area = from === to ? nameOf(column, from) : `${nameOf(column, from)}:${nameOf(column, to)}`
    const place = location && ` location="${escaped(location)}"`
    this.#closed.push(`<hyperlink ref="${area}" r:id="rId${this.#idOf(target)}"${place}/>`)
  }

  #idOf(target: string): number {
    const id = this.#targets.get(target) ?? this.#targets.size + 1
    this.#targets.set(target, id)
    return id
  }
}

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'
