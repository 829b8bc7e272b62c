import { createHash } from 'node:crypto'
import { shown } from '../../writers/validation/escapes.ts'
import { element, markup } from '../../writers/validation/markup.ts'

/** A cell: what it shows, escaped already, and the number that it is sorted by when it is one. */
export interface Cell {
  shows: string
  number?: number | undefined
}

/** A text as a cell; the name of a file must not turn round, or leave, what stands beside it. */
export function text(shows: string): Cell {
  return { shows: markup(shown(shows)) }
}

/** A number as a cell, its digits in groups of three; an empty cell for none. */
export function figure(number: number | undefined): Cell {
  return { shows: number === undefined ? '' : grouped(number), number }
}

/** A number with its digits in groups of three, exactly. */
export function grouped(number: number | string): string {
  const [whole = '', part] = String(number).split('.')
  return [whole.replace(/\B(?=(?:\d{3})+$)/gu, ','), ...(part === undefined ? [] : [part])].join('.')
}

/** A table whose columns can be sorted; without a script it is a plain table. */
export function list(heads: string[], rows: Cell[][]): string {
  const head = element('tr', {}, heads.map(headOf))
  const body = rows.map((cells) => element('tr', {}, cells.map(cellOf).join('')))
  const table = element('table', { class: 'sortable' }, [element('thead', {}, head), element('tbody', {}, body)])
  return element('div', { class: 'wide' }, table)
}

function headOf(name: string): string {
  return element('th', { scope: 'col' }, element('button', { type: 'button' }, markup(name)))
}

function cellOf({ shows, number }: Cell): string {
  return number === undefined
    ? element('td', {}, shows)
    : element('td', { class: 'number', 'data-number': String(number) }, shows)
}

/** Sorts a table by the column whose head is pressed: numbers as numbers, texts as the language does and the figures in them as figures, empty cells last. */
export const script = `
for (const table of document.querySelectorAll('table.sortable'))
  table.tHead.addEventListener('click', (event) => {
    const head = event.target.closest('th')
    if (!head) return
    const order = head.ariaSort === 'ascending' ? -1 : 1
    for (const other of head.parentNode.cells) other.ariaSort = null
    head.ariaSort = order === 1 ? 'ascending' : 'descending'
    const keyOf = (row) => {
      const cell = row.cells[head.cellIndex]
      return cell.dataset.number === undefined ? cell.textContent : Number(cell.dataset.number)
    }
    const compare = (a, b) => {
      if (a === '' || b === '') return (a === '') - (b === '')
      return order * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true }))
    }
    const body = table.tBodies[0]
    body.append(...[...body.rows].sort((a, b) => compare(keyOf(a), keyOf(b))))
  })
`

/** What a content security policy calls this script. */
export const scriptHash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`
